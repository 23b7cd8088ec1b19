package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// A band is the part of a page where text stands in columns. Its columns are filled
// like pages, one after the other. Where the text in columns ends they are made low
// and even; that is found by trying, for filling is cheap and can be taken back.

// outcome says why filling has come to an end.
type outcome uint8

const (
	full    outcome = iota // nothing more has room
	over                   // the text in columns has ended
	lacking                // what may go on with it has not been set yet
)

// band is the band that is being filled. Heights count from the page's top.
type band struct {
	set  *columnSet
	top  page.Length
	room page.Length // down to where there is room
	low  page.Length // how far down its columns go
	deep page.Length // and their notes, standing right below them
}

// columnRule is a rule between two columns.
type columnRule struct {
	x, from, to page.Length
	rule        themes.Rule
}

// band fills the columns that begin with a unit. Notes stand below all of them and
// take room from all, so that the columns are filled again once it is known how much.
func (p *paginator) band(f *filling, first *unit) outcome {
	f.enter(first.cols)
	b := band{set: first.cols, top: f.bottom}
	if f.units > f.top {
		b.top += max(f.after, first.before, b.set.space)
	}
	b.room = p.height - p.below(f)
	start := f.mark
	end := p.columns(f, &b, 0, b.room)
	for f.units > start.units && b.low+p.below(f) > p.height && b.room > b.top {
		b.room = min(b.room-page.Pt, p.height-p.below(f))
		f.mark = start
		end = p.columns(f, &b, 0, b.room)
	}
	if end == over && f.units > start.units {
		low := b.low
		f.mark = start
		if p.columns(f, &b, 0, low) == over {
			f.mark = start
			p.balance(f, &b, 0, low)
		} else { // not without breaking what should stay together, as was done
			f.mark = start
			p.columns(f, &b, 0, b.room)
		}
	}
	f.top, f.x, f.col = start.top, 0, 0
	if f.units > start.units {
		f.bottom, f.after, f.floor = b.low, max(f.after, b.set.space), max(f.floor, b.deep)
		f.ruleColumns(&b)
	}
	return end
}

// below is the room that is kept for notes other than those of the columns themselves, of
// which longer ones go on on the next page, and for pictures at the top and the foot.
func (p *paginator) below(f *filling) page.Length {
	feet := p.foot.columns(f.notes)
	return min(f.noteH-feet, p.height/2) + feet - p.foot.layer(f.notes, f.layer) + f.above + f.below
}

// columns fills the columns from a number on, down to a limit.
func (p *paginator) columns(f *filling, b *band, from int, limit page.Length) outcome {
	if from == 0 {
		b.low, b.deep = b.top, b.top
	}
	for k := from; k < b.set.n; k++ {
		f.x, f.col = b.set.x(k), uint8(k+1)
		units, at := f.units, f.at
		end := p.column(f, b, limit)
		b.reach(p, f)
		if end != full || f.units == units && f.at == at {
			return end
		}
	}
	return full
}

// balance fills the columns from a number on with all that is left of the band, which
// fits if they go down to a limit: the first as low as it must, so the next ones too.
func (p *paginator) balance(f *filling, b *band, from int, limit page.Length) {
	start, low, deep := f.mark, b.low, b.deep
	least, most := b.top, limit
	for most-least > page.Pt/8 {
		middle := least + (most-least)/2
		f.mark, b.low, b.deep = start, b.top, b.top
		if end := p.columns(f, b, from, middle); end == over {
			most = min(middle, b.low)
		} else {
			least = middle
		}
	}
	f.mark, b.low, b.deep = start, low, deep
	if from == 0 {
		b.low, b.deep = b.top, b.top
	}
	f.x, f.col = b.set.x(from), uint8(from+1)
	end := p.column(f, b, most)
	b.reach(p, f)
	if end == full && from+1 < b.set.n {
		p.balance(f, b, from+1, most)
	}
}

// reach notes how far down the column goes that was filled last.
func (b *band) reach(p *paginator, f *filling) {
	b.low = max(b.low, f.bottom)
	b.deep = max(b.deep, f.bottom+p.foot.height(f.notes, f.foot()))
}

// column fills a column down to a limit. It stays empty where nothing fits, unless
// it is as tall as any.
func (p *paginator) column(f *filling, b *band, limit page.Length) outcome {
	begin := f.mark
	f.first = f.units
	f.top, f.bottom, f.after, f.colAbove, f.colBelow, f.colDrawn = f.units, b.top, 0, 0, 0, 0
	p.unpark(f, b, limit)
	end := p.fill(f, b, limit)
	foot := f.bottom + f.colAbove
	if end == full {
		foot = max(foot, min(limit, b.room-p.foot.height(f.notes, f.foot()))-f.colBelow)
	}
	f.settleColumn(&begin, foot)
	return end
}

// fill fills a column with text.
func (p *paginator) fill(f *filling, b *band, limit page.Length) outcome {
	begin, good, keep := f.mark, f.mark, true
	for {
		f.at = p.normal(f.at)
		u, in, ok := p.unit(f.at)
		switch {
		case !ok && !p.done:
			return lacking
		case ok && u.cols == nil && f.at.unit == 0 && in.m.place != inText: // it does not part the text
			p.wait(f, in)
			continue
		case !ok || u.cols != b.set || u.breakBefore:
			if len(f.parked) > 0 {
				return full
			}
			return over
		case u.columnBreak && f.units > f.top:
			f.at.unit++
			return full
		case u.columnBreak || u.dropAtTop && f.units == f.top:
			f.at.unit++
			continue
		case u.float != inText && p.floatIn(f, b, parked{in, f.at.unit}, limit):
			if f.units == f.top { // a column may end after pictures alone
				begin, good = f.mark, f.mark
			}
			continue
		}
		if p.stand(f, u, in) {
			continue
		}
		before := f.mark
		if !keep && !u.follow {
			good = before
		}
		if u.floats > 0 {
			f.colDrawn++
		}
		p.put(f, u, in)
		if p.fits(f, b, limit, u.foot.room()) {
			keep = u.keep
			continue
		}
		switch {
		case p.splitBelow(f, b, u, limit):
		case good.units > begin.units || !p.must(f, b, limit):
			f.mark = good
		case before.units > begin.units:
			f.mark = before
		default:
			p.cutNotes(f, b, b.room-f.reach())
		}
		f.repeatFoot()
		return full
	}
}

// must reports whether a column is to take what does not fit: there is no taller one, and
// will be none when the notes of the page before have ended.
func (p *paginator) must(f *filling, b *band, limit page.Length) bool {
	return b.top == 0 && limit == b.room && len(p.rest) == 0 && (f.first == 0 || limit == p.height && p.roomAside(f))
}

// ruleColumns puts rules between the columns of a band, from where its first line stands.
func (f *filling) ruleColumns(b *band) {
	r, top := b.set.rule, b.low
	for _, at := range f.all[:f.mark.units] {
		if at.u.cols == b.set && at.y >= b.top {
			top = min(top, at.y)
		}
	}
	f.rules = f.rules[:f.mark.rules]
	for k := 1; r.Width > 0 && k < b.set.n; k++ {
		f.rules = append(f.rules, columnRule{b.set.outer.x + b.set.x(k) - b.set.gap/2, top, b.low, r})
	}
	f.mark.rules = len(f.rules)
}

// columnRules draws the rules between columns.
func (d *drawer) columnRules(rules []columnRule, area page.Rect) {
	for _, r := range rules {
		d.rect(page.Rect{X: area.X + r.x - r.rule.Width/2, Y: area.Y + r.from, W: r.rule.Width, H: r.to - r.from}, r.rule.Color)
	}
}
