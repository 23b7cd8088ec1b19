package layout

import (
	"slices"
	"sort"
)

// changes says what a flow has in common with the one that was laid out before.
type changes struct {
	old            *Pages
	prefix, suffix int // blocks that are the same at the beginning and at the end
}

// compare finds the blocks in the middle that differ.
func (p *Pages) compare(flow *Flow) changes {
	c := changes{old: p}
	if p == nil {
		return c
	}
	a, b := p.flow, flow
	limit := min(len(a.Blocks), len(b.Blocks))
	for c.prefix < limit && a.Blocks[c.prefix] == b.Blocks[c.prefix] && a.source(c.prefix) == b.source(c.prefix) {
		c.prefix++
	}
	for c.suffix < limit-c.prefix {
		i, k := len(a.Blocks)-1-c.suffix, len(b.Blocks)-1-c.suffix
		if a.Blocks[i] != b.Blocks[k] || a.source(i) != b.source(k) {
			break
		}
		c.suffix++
	}
	return c
}

// widen takes in the blocks that a picture beside them ties to the change.
func (c *changes) widen(flow *Flow) {
	if c.old == nil {
		return
	}
	for c.prefix > 0 && nearBeside(flow.Blocks[:c.prefix]) {
		c.prefix--
	}
	for c.suffix > 0 && (nearBeside(flow.Blocks[:len(flow.Blocks)-c.suffix]) || nearBeside(c.old.flow.Blocks[:len(c.old.flow.Blocks)-c.suffix])) {
		c.suffix--
	}
}

// place puts the blocks of the flow in their places. Those before the change keep
// theirs; those after it do where the change counts as many paragraphs and carries
// the same notes as before.
func (c *changes) place(r *run, middle []*material) {
	if c.old == nil {
		r.place(middle, 0)
		return
	}
	old := c.old.blocks
	end := len(old) - c.suffix
	r.pages.blocks = append(make([]*placing, 0, len(r.flow.Blocks)), old[:c.prefix]...)
	if c.prefix > 0 {
		last := old[c.prefix-1]
		r.numbers = last.paragraph + last.span()
	}
	for _, n := range carried(old[:c.prefix]) {
		r.seen[n] = true
	}
	r.place(middle, c.prefix)
	if c.suffix == 0 {
		return
	}
	same := r.numbers == old[end].paragraph && slices.Equal(carried(old[c.prefix:end]), carried(r.pages.blocks[c.prefix:]))
	if same && len(r.pages.blocks) == end {
		r.pages.blocks = append(r.pages.blocks, old[end:]...)
		return
	}
	rest := make([]*material, c.suffix)
	for i, pl := range old[end:] {
		rest[i] = pl.m
	}
	r.place(rest, len(r.flow.Blocks)-c.suffix)
	c.suffix = 0
}

// carried lists the notes that blocks bring to their pages.
func carried(blocks []*placing) []*Note {
	var out []*Note
	for _, pl := range blocks {
		for i, n := range pl.notes {
			if n != nil {
				out = append(out, pl.m.notes[i])
			}
		}
	}
	return out
}

// span is how many paragraphs a block counts, its notes included.
func (pl *placing) span() int {
	n := pl.m.paragraphs
	for _, note := range pl.notes {
		if note != nil {
			n += note.span()
		}
	}
	return n
}

// paginate makes the plans of all pages. Those whose next page ends before the
// change are taken over; and from a page on that begins in the unchanged end just
// where an old one began, all are.
func (c *changes) paginate(p *paginator) []plan {
	p.done = true
	var plans []plan
	if c.old != nil {
		old := c.old.plans[:c.old.text]
		k := 0
		for k+1 < len(old) && old[k+1].to.block < c.prefix {
			k++
		}
		if k < len(old) {
			plans = append(make([]plan, 0, len(old)+8), old[:k]...)
			p.recall(old[:k])
			p.number, p.at, p.rest, p.floats, p.parked = k, old[k].from, old[k].rest, old[k].floats, old[k].parked
		}
	}
	for {
		pl, ok := p.next()
		if !ok {
			return plans
		}
		plans = append(plans, pl)
		if rest := c.rejoin(p); rest != nil {
			for i := range rest {
				plans = append(plans, rest[i])
				plans[len(plans)-1].number = len(plans) - 1
			}
			return plans
		}
	}
}

// rejoin returns the old plans from the page on that begins where the next page
// does, or nil.
func (c *changes) rejoin(p *paginator) []plan {
	if c.old == nil || c.suffix == 0 || p.at.block < len(p.blocks)-c.suffix {
		return nil
	}
	old := c.old.plans[:c.old.text]
	i := sort.Search(len(old), func(i int) bool {
		f := old[i].from
		return f.block > p.at.block || f.block == p.at.block && f.unit >= p.at.unit
	})
	if i < len(old) && old[i].from == p.at && slices.Equal(old[i].rest, p.rest) && slices.Equal(old[i].floats, p.floats) && slices.Equal(old[i].parked, p.parked) && p.agrees(old[i:]) {
		return old[i:]
	}
	return nil
}
