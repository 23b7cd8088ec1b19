package view

import "safety365/bulletins/page"

// style is how cells look.
type style struct {
	font fontKey
	size page.Length
	rise page.Length // of the baseline
	ink  ink
	deco decoration
}

// decoration is what is drawn with text.
type decoration uint16

const (
	underlined decoration = 1 << iota
	struck
	dotted // 着重号
	waved  // a book's title
	marked // on a wash
	coded  // on the wash of code
)

// with returns the style with more decoration.
func (s style) with(d decoration) style { s.deco |= d; return s }

// in returns the style in another ink.
func (s style) in(i ink) style { s.ink = i; return s }

// scaled returns the style at so many hundredths of its size.
func (s style) scaled(percent int64) style { s.size = s.size.MulDiv(percent, 100); return s }

func (s style) bold() style { s.font.bold = true; return s }

func (s style) role(r role) style { s.font.role = r; return s }

// raised returns the small style of a superscript; a negative sign lowers it.
func (s style) raised(percent int64) style {
	s.rise += s.size.MulDiv(percent, 100)
	return s.scaled(72)
}

// ink names a colour, so that a change of colours changes nothing that was made.
type ink uint8

const (
	noInk ink = iota
	textInk
	quietInk
	accentInk
	linkInk
	markInk
	cardInk
	cardEdgeInk
	codeInk
	ruleInk
	errorInk
	warningInk
	infoInk
	successInk
	washInk
	headInk // of a table
	paperInk
	inkCount
)

// palette gives every ink its colour.
type palette [inkCount]page.Color

func (c Colors) palette() palette {
	if c.Success.Space == page.NoColor {
		c.Success = c.Info
	}
	return palette{
		textInk: c.Text, quietInk: c.Quiet, accentInk: c.Accent, linkInk: c.Link, markInk: c.Mark,
		cardInk: c.Card, cardEdgeInk: c.CardEdge, codeInk: c.Code, ruleInk: c.Rule,
		errorInk: c.Error, warningInk: c.Warning, infoInk: c.Info, successInk: c.Success,
		washInk: mix(c.Warning, c.Paper, 68), headInk: c.Card, paperInk: c.Paper,
	}
}

// dimmed is the palette of what is not looked at.
func (p palette) dimmed(paper page.Color) palette {
	for i := range p {
		if i != int(paperInk) && p[i].Space != page.NoColor {
			p[i] = mix(p[i], paper, 62)
		}
	}
	return p
}

// mix returns a colour with so many hundredths of another.
func mix(a, b page.Color, percent int) page.Color {
	of := func(a, b uint8) uint8 { return uint8((int(a)*(100-percent) + int(b)*percent + 50) / 100) }
	return page.Color{Space: page.Gray, R: of(a.R, b.R), G: of(a.G, b.G), B: of(a.B, b.B)}
}

// styleOf returns the number by which cells know a style.
func (v *View) styleOf(s style) uint16 {
	if s == v.lastStyle {
		return v.lastNumber
	}
	n, ok := v.styleNumbers[s]
	if !ok {
		n = uint16(len(v.styles))
		v.styles = append(v.styles, s)
		v.styleNumbers[s] = n
	}
	v.lastStyle, v.lastNumber = s, n
	return n
}
