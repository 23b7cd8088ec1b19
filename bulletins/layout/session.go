package layout

import (
	"context"
	"sync"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// Session lays out one document again and again while it is edited. It keeps every
// block that was set and every page that was drawn, and makes only what changed.
type Session struct {
	opts      Options
	setters   *setters
	theme     *themes.Theme
	lang      string
	width     page.Length
	formats   *formats
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
	Problems []Problem
	Outline  []page.OutlineEntry
	Dests    map[string]page.Dest

	press *press
	heads *furniture
	plans []plan

	mu    sync.Mutex
	pages []*page.Page
}

// Layout lays a flow out. It returns nil when ctx is cancelled before it is done.
func (s *Session) Layout(ctx context.Context, flow *Flow) *Pages {
	r := newRunWith(flow, s.opts, s.setters)
	if s.theme != flow.Theme || s.lang != flow.Info.Language || s.width != r.press.width {
		s.theme, s.lang, s.width = flow.Theme, flow.Info.Language, r.press.width
		s.formats, s.materials, s.last = &formats{}, map[Block]*material{}, nil
	}
	r.press.formats = s.formats
	ms := s.set(ctx, r.press, flow.Blocks)
	if ms == nil {
		return nil
	}
	r.book.Tags = nil
	r.place(ms, 0)
	r.pages.done = true
	out := &Pages{press: r.press, heads: r.heads}
	for {
		pl, ok := r.pages.next()
		if !ok {
			break
		}
		r.index(&pl)
		out.plans = append(out.plans, pl)
	}
	if len(out.plans) == 0 {
		out.plans = []plan{{}}
	}
	out.Problems, out.Outline, out.Dests = r.problems, levelled(r.book.Outline), r.book.Dests
	out.pages = make([]*page.Page, len(out.plans))
	out.reuse(s.last)
	s.last = out
	return out
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
	if ctx.Err() != nil {
		return nil
	}
	for _, i := range fresh {
		s.materials[blocks[i]] = ms[i]
	}
	if len(s.materials) > 2*len(blocks)+1024 {
		kept := make(map[Block]*material, len(blocks))
		for i, blk := range blocks {
			kept[blk] = ms[i]
		}
		s.materials = kept
	}
	return ms
}

// Len returns the number of pages.
func (p *Pages) Len() int { return len(p.plans) }

// Page returns page i, from 0. The same page of an unchanged text is the same
// pointer.
func (p *Pages) Page(i int) *page.Page {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pages[i] == nil {
		p.pages[i] = p.press.draw(&p.plans[i], p.heads, len(p.plans))
	}
	return p.pages[i]
}

// reuse takes over the drawn pages of the layout before that are the same now.
func (p *Pages) reuse(old *Pages) {
	if old == nil || !p.heads.same(old.heads) || p.heads.wantsTotal() && len(old.plans) != len(p.plans) {
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
	return pl.number == o.number && pl.noteRule == o.noteRule && samePlaced(pl.units, o.units) && samePlaced(pl.notes, o.notes)
}

func samePlaced(a, b []placed) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].u != b[i].u || a[i].y != b[i].y || a[i].artifact != b[i].artifact || a[i].in.source != b[i].in.source {
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
