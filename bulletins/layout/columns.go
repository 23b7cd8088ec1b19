package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Columns holds blocks that are set in columns side by side. The columns of a page
// are filled one after the other; where the blocks end, or one of them goes across,
// they are made equally long.
type Columns struct {
	Count  int
	Gap    page.Length // between two columns
	Rule   themes.Rule // in the middle of it
	Blocks []Block
}

// Across holds blocks that go across the columns which they stand in. Outside of
// columns it is nothing of itself.
type Across struct{ Blocks []Block }

// ColumnBreak begins a new column.
type ColumnBreak struct{}

func (*Columns) isBlock()     {}
func (*Across) isBlock()      {}
func (*ColumnBreak) isBlock() {}

// columnSet is what units in columns have in common.
type columnSet struct {
	n      int
	w, gap page.Length
	space  page.Length // least distance from text across the page
	rule   themes.Rule
	outer  env // where they stand
}

// foot is where the notes of the column stand that is being filled.
func (f *filling) foot() foot { return foot{f.layer, int(f.col)} }

// narrowest is how many characters a column must have room for.
const narrowest = 6

// columnsIn parts the room of an env into n columns, or as many as have room.
func columnsIn(e env, n int, gap, em page.Length, rule themes.Rule) *columnSet {
	for ; n > 1; n-- {
		if w := (e.w - page.Length(n-1)*gap) / page.Length(n); w >= narrowest*em {
			return &columnSet{n: n, w: w, gap: gap, rule: rule, outer: e}
		}
	}
	return nil
}

// x returns where a column begins.
func (c *columnSet) x(k int) page.Length { return page.Length(k) * (c.w + c.gap) }

// env is where blocks stand in the first of the columns.
func (c *columnSet) env() env {
	e := c.outer
	e.w, e.cols, e.free = c.w, c, true
	return e
}

// env is where the blocks of a flow stand.
func (p *press) env() env {
	if p.cols != nil {
		return p.cols.env()
	}
	return env{w: p.width}
}

// columns sets blocks in columns. Inside of others they are set in those.
func (b *builder) columns(c *Columns, e env) {
	if e.cols == nil && c.Count > 1 {
		set := columnsIn(e, c.Count, c.Gap, b.press.theme.Style("body").Size, c.Rule)
		used := 1
		if set != nil {
			used = set.n
		}
		if used < c.Count {
			b.problem("columns-narrow", -1, "count", itoa(c.Count), "used", itoa(used))
		}
		if set != nil {
			set.space = b.press.theme.Style("body").Leading / 2
			b.band(c.Blocks, e, set)
			return
		}
	}
	b.blocks(c.Blocks, e)
}

// band sets blocks in new columns. What stands behind them begins above the first and
// ends below the last, not inside of one.
func (b *builder) band(blocks []Block, e env, set *columnSet) {
	from := len(b.out.units)
	if e.frame != nil {
		b.add(unit{keep: true}, e)
	}
	b.blocks(blocks, set.env())
	if e.frame != nil && len(b.out.units) > from+1 {
		b.add(unit{follow: true}, e)
	}
}

// across sets blocks over all columns.
func (b *builder) across(a *Across, e env) {
	if e.cols != nil {
		outer := e.cols.outer
		outer.tag = e.tag
		e = outer
	}
	b.blocks(a.Blocks, e)
}
