package view

import "safety365/bulletins/page"

// widths shares the width out: what each column would like to have, in proportion.
func (g *grid) widths() {
	pad := g.em(55)
	want := make([]page.Length, g.cols)
	total := page.Length(0)
	for c := range want {
		want[c] = g.em(300)
		for r := range g.rows {
			want[c] = max(want[c], g.rows[r][c].piece.natural()+2*pad+page.Pt)
		}
		want[c] = min(want[c], g.w)
		total += want[c]
	}
	if total > g.w { // those that need little get it
		want = share(want, g.w)
		total = 0
		for _, w := range want {
			total += w
		}
	}
	g.x = []page.Length{g.x0()}
	for c := range want {
		g.x = append(g.x, g.x[c]+want[c].MulDiv(int64(g.w), int64(max(total, 1))))
	}
	g.x[g.cols] = g.x0() + g.w
}

func (g *grid) x0() page.Length { return g.builder.x }

// share cuts the largest wishes down to one measure, so that all fit into a width.
func share(want []page.Length, width page.Length) []page.Length {
	out := make([]page.Length, len(want))
	left, n := width, len(want)
	for {
		each, changed := left/page.Length(max(n, 1)), false
		for i, w := range want {
			if out[i] == 0 && w <= each {
				out[i], left, n, changed = w, left-w, n-1, true
			}
		}
		if !changed {
			break
		}
	}
	rest := page.Length(0)
	for i, w := range want {
		if out[i] == 0 {
			rest += w
		}
	}
	for i, w := range want {
		if out[i] == 0 { // half in proportion, half alike
			out[i] = (left.MulDiv(int64(w), int64(rest)) + left/page.Length(n)) / 2
		}
	}
	return out
}

// natural returns the width of a piece whose rows end only where they must.
func (p *piece) natural() page.Length {
	widest, w := page.Length(0), page.Length(0)
	for i := range p.cells {
		if p.cells[i].kind == breakCell {
			w = 0
			continue
		}
		w += p.cells[i].advance
		widest = max(widest, w)
	}
	return widest
}

// place sets the cells in the grid and draws its lines.
func (g *grid) place() {
	padX, padY := g.em(55), g.em(28)
	wash := len(g.col.shapes)
	g.col.shapes = append(g.col.shapes, shape{fill: headInk})
	for r, row := range g.rows {
		g.v.groups++
		h := g.leading(g.body.size)
		for c := range row {
			p := &row[c].piece
			if !row[c].there {
				continue
			}
			p.x, p.w = g.x[c]+padX, max(g.x[c+1]-g.x[c]-2*padX, g.body.size)
			p.y, p.group = g.y+padY, g.v.groups
			p.wrap()
			h = max(h, p.h)
		}
		for c := range row {
			if row[c].there {
				g.col.pieces = append(g.col.pieces, row[c].piece)
			}
		}
		h += 2 * padY
		if r == 0 {
			g.col.shapes[wash].rect = page.Rect{X: g.x[0], Y: g.y, W: g.w, H: h}
		}
		g.lines(r, h)
		g.y += h
	}
	g.line(page.Rect{X: g.x[0], Y: g.y, W: g.w, H: page.Pt})
}

// lines draws the lines above and beside the cells of a row, but where they are merged.
func (g *grid) lines(r int, h page.Length) {
	for c, cell := range g.rows[r] {
		if r == 0 || cell.merged != "^" {
			g.line(page.Rect{X: g.x[c], Y: g.y, W: g.x[c+1] - g.x[c], H: page.Pt})
		}
		if c == 0 || cell.merged != "<" {
			g.line(page.Rect{X: g.x[c], Y: g.y, W: page.Pt, H: h})
		}
	}
	g.line(page.Rect{X: g.x[g.cols] - page.Pt, Y: g.y, W: page.Pt, H: h + page.Pt})
}

func (g *grid) line(r page.Rect) {
	g.col.shapes = append(g.col.shapes, shape{rect: r, fill: ruleInk})
}
