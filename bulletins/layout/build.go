package layout

import (
	"context"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// Build lays a flow out and hands over each page as it is done, in order; it keeps
// no page, so memory stays flat. The Book it returns has everything but Pages.
// It ends early with emit's error or when ctx is cancelled.
func Build(ctx context.Context, flow *Flow, opts Options, emit func(*page.Page) error) (*page.Book, []Problem, error) {
	r := newRun(flow, opts)
	r.begin(func(p *press, blk Block) *material { return p.set(r.setters.all[0], blk) })
	if refs := fields(flow.Blocks); len(refs) > 0 {
		r.placeAll(refs)
		if err := r.flush(ctx, emit); err != nil {
			return nil, nil, err
		}
		r.book.Outline = levelled(r.book.Outline)
		return r.book, r.problems, nil
	}
	next := 0
	for from := 0; from < len(flow.Blocks); from = next {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		to := min(from+chunk, len(flow.Blocks))
		for to < len(flow.Blocks) && nearBeside(flow.Blocks[from:to]) {
			to++
		}
		r.place(r.setters.set(r.press, flow.Blocks[from:to]), from)
		next = to
		if r.pages.done = to == len(flow.Blocks); r.pages.done {
			r.end()
		}
		if !r.hold || r.pages.done {
			if err := r.flush(ctx, emit); err != nil {
				return nil, nil, err
			}
		}
	}
	if !r.pages.done { // there are no blocks
		r.pages.done = true
		r.end()
		if err := r.flush(ctx, emit); err != nil {
			return nil, nil, err
		}
	}
	r.book.Outline = levelled(r.book.Outline)
	return r.book, r.problems, nil
}

// chunk is how many blocks are set before their pages are drawn and handed over.
const chunk = 256

// placeAll sets and places a whole flow in which blocks at the indices refs print
// page numbers.
func (r *run) placeAll(refs []int) {
	ms := r.setters.set(r.press, r.flow.Blocks)
	r.settle(ms, refs)
}

// settle places materials and makes those at the indices refs right.
func (r *run) settle(ms []*material, refs []int) {
	r.press.entries = entriesOf(r.inOrder(ms))
	for _, i := range refs {
		ms[i] = r.press.set(r.setters.all[0], r.flow.Blocks[i])
	}
	r.place(ms, 0)
	r.end()
	r.pages.done = true
	r.resolve(refs)
}

// flush draws and hands over the pages that are full.
func (r *run) flush(ctx context.Context, emit func(*page.Page) error) error {
	var plans []plan
	for {
		pl, ok := r.pages.next()
		if !ok {
			break
		}
		plans = append(plans, pl)
	}
	plans = r.complete(plans)
	if r.pages.done {
		r.total = r.count + len(plans)
	}
	if err := r.emit(ctx, plans, emit); err != nil {
		return err
	}
	drop := min(r.pages.at.block, len(r.pages.blocks))
	r.pages.blocks = append([]*placing(nil), r.pages.blocks[drop:]...)
	r.pages.at.block -= drop
	return nil
}

// emit draws plans on all cores and hands their pages over in order.
func (r *run) emit(ctx context.Context, plans []plan, emit func(*page.Page) error) error {
	r.count += len(plans)
	for i := range plans {
		r.index(&plans[i])
	}
	pages := make([]*page.Page, len(plans))
	r.setters.each(len(plans), func(_ *paragraph.Setter, i int) { pages[i] = r.press.draw(&plans[i], r.heads, r.total) })
	for i, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := emit(p); err != nil {
			return err
		}
		pages[i] = nil
	}
	return nil
}
