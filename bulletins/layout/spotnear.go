package layout

import "safety365/bulletins/page"

// nearest looks for what is nearest to a point.
type nearest struct {
	at       page.Point
	distance [2]page.Length // from where the best may stand, and from where it does
	in       *placing
	best     *spotLine
	rect     page.Rect // of the best that is no line
}

// closer compares with the best so far.
func (n *nearest) closer(room, ink page.Rect) bool {
	d := [2]page.Length{n.away(room), n.away(ink)}
	if n.in != nil && (d[0] > n.distance[0] || d[0] == n.distance[0] && d[1] >= n.distance[1]) {
		return false
	}
	n.distance = d
	return true
}

func (n *nearest) away(r page.Rect) page.Length {
	return outside(n.at.X, r.X, r.W) + outside(n.at.Y, r.Y, r.H)
}

// outside is how far a coordinate lies beside a stretch.
func outside(at, from, length page.Length) page.Length {
	return max(from-at, at-from-length, 0)
}

func (n *nearest) line(l *spotLine) {
	if len(l.line.Runs) > 0 && n.closer(l.turn.rect(l.box), l.turn.rect(l.ink())) {
		n.in, n.best = l.in, l
	}
}

func (n *nearest) thing(in *placing, r page.Rect) {
	if in.source >= 0 && n.closer(r, r) {
		n.in, n.best, n.rect = in, nil, r
	}
}

// spot finds the character of the nearest line.
func (n *nearest) spot() Spot {
	if n.best == nil {
		return Spot{Origin: n.in.origin(-1), Line: n.rect, Caret: page.Rect{X: n.rect.X, Y: n.rect.Y, H: n.rect.H}}
	}
	line := n.best.line
	at := n.best.turn.back(n.at)
	var best glyphCell
	least := page.Length(-1)
	for _, c := range cells(line) {
		if d := outside(at.X, n.best.x+c.from, c.to-c.from); c.run.Source.Offset >= 0 && (least < 0 || d < least || d == 0) {
			best, least = c, d
		}
	}
	if best.run == nil {
		out := n.best.spot(&line.Runs[0], line.Runs[0].Origin.X)
		out.Origin, out.Text = n.in.origin(-1), textOf(line)
		return out
	}
	out := n.best.spot(best.run, best.from)
	out.Origin = n.in.origin(best.run.Source.Offset + best.start)
	return out
}
