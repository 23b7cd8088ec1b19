package layout

import (
	"context"
	"slices"
	"sync"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// Session lays out one document again and again while it is edited. It keeps every
// block that was set and every page that was drawn, and makes only what changed: the
// blocks that it has not seen, and the pages from the change on until a page begins
// where an old one began.
type Session struct {
	opts      Options
	setters   *setters
	theme     *themes.Theme
	lang      string
	width     page.Length
	formats   *formats
	cols      *columnSet // materials stand in
	materials map[Block]*material
	last      *Pages
}

// NewSession returns a Session without memories.
func NewSession(opts Options) *Session {
	return &Session{opts: opts, setters: newSetters(opts), materials: map[Block]*material{}}
}

// Pages is a laid-out flow whose pages are drawn when they are asked for. It may be
// used from any goroutine.
type Pages struct {
	flow   *Flow
	run    *run
	blocks []*placing
	plans  []plan
	text   int // plans that the text makes; the others come after it

	mu      sync.Mutex
	pages   []*page.Page
	indexed sync.Once
}

// Layout lays a flow out. It returns nil when ctx is cancelled before it is done.
func (s *Session) Layout(ctx context.Context, flow *Flow) *Pages {
	r := newRunWith(flow, s.opts, s.setters)
	if s.theme != flow.Theme || s.lang != flow.Info.Language || s.width != r.press.width {
		s.theme, s.lang, s.width = flow.Theme, flow.Info.Language, r.press.width
		s.formats, s.cols, s.materials, s.last = r.press.formats, r.press.cols, map[Block]*material{}, nil
	}
	r.press.formats, r.press.cols = s.formats, s.cols
	r.book.Tags = nil
	r.begin(s.material)
	if s.last != nil && s.last.run.early != r.early {
		s.last = nil // the paragraphs of the text have other numbers
	}
	if refs := fields(flow.Blocks); len(refs) > 0 {
		return s.layoutAll(ctx, r, refs)
	}
	c := s.last.compare(flow)
	c.widen(flow)
	ms := s.set(ctx, r.press, flow.Blocks[c.prefix:len(flow.Blocks)-c.suffix])
	if ms == nil {
		return nil
	}
	out := &Pages{flow: flow, run: r}
	c.place(r, ms)
	out.blocks = r.pages.blocks
	r.numbers = r.early
	if n := len(out.blocks); n > 0 {
		r.numbers = out.blocks[n-1].paragraph + out.blocks[n-1].span()
	}
	r.end()
	out.plans = c.paginate(r.pages)
	return s.keep(out)
}

// keep completes a layout and keeps it for the next one.
func (s *Session) keep(out *Pages) *Pages {
	r := out.run
	out.text = len(out.plans)
	out.plans = r.complete(out.plans)
	r.total = len(out.plans)
	out.pages = make([]*page.Page, len(out.plans))
	out.reuse(s.last)
	s.last = out
	return out
}

// material returns what a block was set to, or sets it.
func (s *Session) material(p *press, blk Block) *material {
	m := s.materials[blk]
	if m == nil {
		m = p.set(s.setters.all[0], blk)
		s.materials[blk] = m
	}
	return m
}

// layoutAll lays out a flow that prints numbers of pages: its blocks are kept, its
// pages are made anew.
func (s *Session) layoutAll(ctx context.Context, r *run, refs []int) *Pages {
	ms := s.set(ctx, r.press, r.flow.Blocks)
	if ms == nil {
		return nil
	}
	r.settle(ms, refs)
	out := &Pages{flow: r.flow, run: r, blocks: r.pages.blocks}
	for {
		pl, ok := r.pages.next()
		if !ok {
			break
		}
		out.plans = append(out.plans, pl)
	}
	return s.keep(out)
}

// set returns the materials of blocks, setting those that are new, and forgets those
// that are gone.
func (s *Session) set(ctx context.Context, p *press, blocks []Block) []*material {
	ms := make([]*material, len(blocks))
	var fresh []int
	for i, blk := range blocks {
		if ms[i] = s.materials[blk]; ms[i] == nil {
			fresh = append(fresh, i)
		}
	}
	s.setters.each(len(fresh), func(st *paragraph.Setter, k int) {
		if ctx.Err() == nil {
			ms[fresh[k]] = p.set(st, blocks[fresh[k]])
		}
	})
	for _, i := range fresh {
		if ms[i] != nil { // what was set before it was cancelled need not be set again
			s.materials[blocks[i]] = ms[i]
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	p.chains(s.setters.all[0], blocks, ms)
	if s.last != nil && len(s.materials) > 2*len(s.last.flow.Blocks)+1024 {
		s.forget(blocks)
	}
	return ms
}

// forget drops the materials that neither the last flow nor these blocks use.
func (s *Session) forget(blocks []Block) {
	kept := make(map[Block]*material, len(s.last.flow.Blocks))
	for _, list := range [][]Block{s.last.flow.Blocks, s.last.flow.Imprint, blocks} {
		for _, blk := range list {
			if m := s.materials[blk]; m != nil {
				kept[blk] = m
			}
		}
	}
	s.materials = kept
}

// Problems lists what layout has to say about the content.
func (p *Pages) Problems() []Problem {
	out := slices.Clone(p.run.fontProblems)
	for _, list := range [][]*placing{p.blocks, p.run.additions} {
		for _, pl := range list {
			out = append(out, pl.problems()...)
		}
	}
	return out
}

// Outline returns the bookmarks, and Dests the places that links lead to.
func (p *Pages) Outline() []page.OutlineEntry { return p.index().Outline }
func (p *Pages) Dests() map[string]page.Dest  { return p.index().Dests }

func (p *Pages) index() *page.Book {
	p.indexed.Do(func() {
		for i := range p.plans {
			p.run.index(&p.plans[i])
		}
		p.run.book.Outline = levelled(p.run.book.Outline)
	})
	return p.run.book
}

// Len returns the number of pages.
func (p *Pages) Len() int { return len(p.plans) }

// Page returns page i, from 0. The same page of an unchanged text is the same
// pointer.
func (p *Pages) Page(i int) *page.Page {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pages[i] == nil {
		p.pages[i] = p.run.press.draw(&p.plans[i], p.run.heads, p.run.total)
	}
	return p.pages[i]
}

// reuse takes over the drawn pages of the layout before that are the same now.
func (p *Pages) reuse(old *Pages) {
	if old == nil || !p.run.heads.same(old.run.heads) || p.run.hold && len(old.plans) != len(p.plans) {
		return
	}
	old.mu.Lock()
	defer old.mu.Unlock()
	for i := range min(len(p.plans), len(old.plans)) {
		if old.pages[i] != nil && p.plans[i].same(&old.plans[i]) {
			p.pages[i] = old.pages[i]
		}
	}
}

// same reports whether two plans give the same page.
func (pl *plan) same(o *plan) bool {
	if !samePlaced(pl.stands, o.stands) || !samePlaced(pl.imprint, o.imprint) || pl.lift != o.lift || pl.blank != o.blank || pl.unnumbered != o.unnumbered {
		return false
	}
	if len(pl.units) > 0 && len(o.units) == len(pl.units) && &pl.units[0] == &o.units[0] && pl.number == o.number {
		return true // carried over
	}
	return pl.number == o.number && slices.Equal(pl.noteRules, o.noteRules) && slices.Equal(pl.numbers, o.numbers) && samePlaced(pl.units, o.units) &&
		samePlaced(pl.notes, o.notes) && samePlaced(pl.sides, o.sides) && samePlaced(pl.fixed, o.fixed)
}

func samePlaced(a, b []placed) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].u != b[i].u || a[i].y != b[i].y || a[i].x != b[i].x || a[i].artifact != b[i].artifact || a[i].in.source != b[i].in.source {
			return false
		}
	}
	return true
}

// same reports whether two documents have the same headers and footers.
func (f *furniture) same(o *furniture) bool {
	if f.flow.Theme != o.flow.Theme || f.flow.Mark != o.flow.Mark || len(f.flow.Fields) != len(o.flow.Fields) {
		return false
	}
	for k, v := range f.flow.Fields {
		if o.flow.Fields[k] != v {
			return false
		}
	}
	return true
}
