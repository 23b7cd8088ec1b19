package taking

import (
	"slices"
	"strings"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
	"safety365/bulletins/kinds"
)

// outcome is what came of a text, and how it is shown. A worker makes it.
type outcome struct {
	decided decisions
	result  *intake.Result
	body    string            // of the document, with what the user has put in
	places  []bulletins.Range // of the changes in the clean text; empty where they are not in it
	front   *bulletins.Document
	lines   []line
	raw     shownText
	clean   shownText
	anchors []anchor
}

// shownText is a text as it is shown.
type shownText struct {
	written
	marks []mark
}

// options are those under which the text is cleaned, in a language if one was chosen.
func (p *Pane) options(d decisions, lang string) intake.Options {
	o := intake.Options{Name: p.o.Name, Messages: ui.Language(), Lang: lang}
	if strings.HasPrefix(lang, "zh") {
		o.Script = lang
	}
	for id := range d.undone {
		o.Keep = append(o.Keep, id)
	}
	return o
}

// run cleans the text in a worker, one time after the other.
func (p *Pane) run() {
	if p.running {
		p.again = true
		p.list.Refresh()
		return
	}
	p.running = true
	clean := p.cleaner()
	p.list.Refresh()
	ui.Go(func() {
		out, err := clean()
		ui.Do(func() {
			p.running = false
			switch {
			case err != nil:
				p.count.SetText("")
				p.o.Failed(err)
			case p.again:
				p.again = false
				p.run()
			default:
				p.show(out)
			}
		})
	})
}

// cleaner is what the worker does.
func (p *Pane) cleaner() func() (*outcome, error) {
	d, lang := p.now.clone(), p.chosen("lang")
	clean := func() (*intake.Result, error) { return intake.Clean(p.o.Raw, p.options(d, lang)) }
	if p.o.Word != nil {
		text := p.wordText(d)
		clean = func() (*intake.Result, error) { return intake.CleanText(text, "DOCX", p.options(d, lang)), nil }
	}
	return func() (*outcome, error) {
		r, err := clean()
		if err == nil && d.follow(r.Raw) {
			r, err = clean()
		}
		if err != nil {
			return nil, err
		}
		return p.outcome(r, d), nil
	}
}

// outcome makes ready what is to be shown.
func (p *Pane) outcome(r *intake.Result, d decisions) *outcome {
	out := &outcome{decided: d, result: r}
	out.fill()
	out.front = bulletins.Parse("", r.Text[:r.Body], kinds.Schema())
	out.lines = p.linesOf(out)
	p.mark(out)
	return out
}

// fill puts what the user has typed for doubtful words into the body, and finds where
// each change stands.
func (o *outcome) fill() {
	r := o.result
	o.places = make([]bulletins.Range, len(r.Changes))
	var order []int
	for i, c := range r.Changes {
		if end := c.Out + len(c.After); c.Out >= r.Body && end <= len(r.Text) && r.Text[c.Out:end] == c.After {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.Changes[a].Out - r.Changes[b].Out })
	var b strings.Builder
	at := r.Body // how far the text has been written
	for _, i := range order {
		c := r.Changes[i]
		by := r.Body + b.Len() - at // how much longer it has become
		o.places[i] = bulletins.Range{Start: c.Out + by, End: c.Out + len(c.After) + by}
		if now, ok := o.decided.checked[c.ID]; ok && now.text != c.After && c.Out >= at {
			b.WriteString(r.Text[at:c.Out])
			b.WriteString(now.text)
			at = c.Out + len(c.After)
			o.places[i].End = o.places[i].Start + len(now.text)
		}
	}
	b.WriteString(r.Text[at:])
	o.body = b.String()
}

// mark makes both texts with what was changed in them.
func (p *Pane) mark(o *outcome) {
	var before, after []mark
	var inRaw, inClean []bulletins.Range
	for i, c := range o.result.Changes {
		if onPage(c) {
			continue
		}
		l := was
		if c.After == "" {
			l = went
		}
		before = append(before, mark{bulletins.Range{Start: c.Start, End: c.End}, l})
		if at := o.places[i]; at.End > at.Start {
			after = append(after, mark{at, is})
			inClean = append(inClean, at)
		}
	}
	for _, l := range o.lines {
		inRaw = append(inRaw, l.was)
		switch {
		case l.tracked && l.on:
			before = append(before, mark{l.was, settled})
		case l.tracked:
			before = append(before, mark{l.was, remarked})
		}
	}
	plain := p.o.Plain
	if !markdown(o.result) {
		plain = nil
	}
	o.raw.written = writePlain(o.result.Raw, 0, plain, inRaw)
	o.raw.marks = placed(before, o.raw.written)
	text := o.result.Text[:o.result.Body] + o.body
	o.clean.written = writePlain(text, bodyStart(text, o.result.Body), p.o.Plain, inClean)
	o.clean.marks = placed(after, o.clean.written)
	for i := range o.lines {
		l := &o.lines[i]
		l.inRaw, l.inClean = o.raw.at(l.was), o.clean.at(l.is)
	}
	o.anchors = anchorsOf(o.lines, len(o.raw.text), len(o.clean.text))
}

// markdown says whether a text came as Markdown, which we made of a Word file or a page.
func markdown(r *intake.Result) bool { return r.Encoding == "DOCX" || r.Encoding == "html" }

// bodyStart is where a body's first words begin.
func bodyStart(text string, body int) int {
	for body < len(text) && text[body] == '\n' {
		body++
	}
	return body
}

// placed are marks where they are in what was written.
func placed(marks []mark, w written) []mark {
	for i := range marks {
		marks[i].Range = w.at(marks[i].Range)
	}
	return marks
}

// show shows what came of it.
func (p *Pane) show(out *outcome) {
	p.out, p.now = out, out.decided
	p.result, p.lines = out.result, out.lines
	p.raw.set(out.raw.text, out.raw.marks)
	p.clean.set(out.clean.text, out.clean.marks)
	p.file.SetText(joined(p.o.Name, strings.ToUpper(out.result.Encoding)))
	p.create.Enable()
	p.showFields()
	p.offerSorts()
	p.filter()
	if p.wanted {
		p.take()
	}
}
