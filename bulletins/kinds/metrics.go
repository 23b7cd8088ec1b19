package kinds

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// metrics measures the first page as GB/T 9704-2012 does: in lines and characters (3.1,
// 3.2), and from the edges of the type area, which lie on the characters of its first
// and last line. Layout's own type area has half of the room between two lines more
// above and below (themes.Grid).
type metrics struct {
	area page.Rect   // the type area
	top  page.Length // of the first line with its room
	line page.Length // 一行
	char page.Length // 一字
	em   page.Length // of the body
	grid bool        // the theme has one
}

// metrics are those of the theme.
func (a *article) metrics() metrics {
	t, body := a.styles.theme, a.styles.body
	s := metrics{area: t.Area(1), line: body.Leading, char: body.Size, em: body.Size}
	s.top = s.area.Y
	if g := t.Typeset.Grid; !g.None() {
		s.line, s.char, s.grid = g.Pitch, g.Cell, true
		s.area.Y += s.gap() / 2
		s.area.H -= s.gap()
	}
	return s
}

// gap is the room between the characters of two lines.
func (s metrics) gap() page.Length { return s.line - s.em }

// row is the top of a line of the type area, from 0.
func (s metrics) row(n int) page.Length { return s.top + page.Length(n)*s.line }

// skip moves the text down so that the room of its next line begins at y.
func (s metrics) skip(y page.Length) layout.Block { return &layout.Skip{To: y - s.top} }

// across is a place over the whole type area at a height; h 0: as tall as its blocks.
func (s metrics) across(y, h page.Length) page.Rect {
	return page.Rect{X: s.area.X, Y: y, W: s.area.W, H: h}
}

// gridWidth is the width of a line on a grid: cells of a full-width character, and
// figures and letters as they are.
func gridWidth(words string, cell, em page.Length) page.Length {
	var w page.Length
	for _, r := range words {
		if isWide(r) {
			w += cell
		} else {
			w += em / 2
		}
	}
	return w
}

// inLines returns a style with so many empty lines above it.
func (a *article) inLines(style *themes.Style, lines int) *themes.Style {
	before := page.Length(lines) * a.metrics().line
	return a.styles.derive("lines "+string(rune('0'+lines)), style, func(own *themes.Style) { own.Before = before })
}

// rule is a line of the colour and weight of a role, at a height from the sheet's top.
// Its upper edge stands there.
func (a *article) ruleAt(role string, x, y, w, weight page.Length) layout.Block {
	box := a.styles.theme.Style(role).Box
	return &layout.Fixed{Artifact: true, At: page.Rect{X: x, Y: y, W: w}, Blocks: []layout.Block{
		&layout.Divider{Style: a.thin(weight), Look: themes.Divider{Rule: themes.Rule{Width: weight, Color: box.Above}}},
	}}
}

// thin is a style of lines that are no taller than a rule.
func (a *article) thin(weight page.Length) *themes.Style {
	return a.styles.derive("rule of "+weight.String(), a.styles.theme.Style("colophonrule"), func(own *themes.Style) {
		*own = themes.Style{Role: own.Role, Size: weight, Leading: weight}
	})
}
