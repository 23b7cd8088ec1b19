package word

import (
	"fmt"

	"safety365/bulletins/page"
	"safety365/themes"
)

// boxBorders are the borders of a box.
func boxBorders(b themes.Box) *node {
	n := el("w:pBdr")
	side := func(name string, width page.Length, c page.Color, pad page.Length) {
		if width > 0 && c.Space != page.NoColor {
			n.add(border("w:"+name, width, c, pad))
		}
	}
	top, bottom := b.Above, b.Below
	topW, bottomW := b.Rule, b.Rule
	if b.Border.Space != page.NoColor {
		top, bottom, topW, bottomW = b.Border, b.Border, b.Width, b.Width
	}
	side("top", topW, top, b.PadY)
	if b.Bar.Space != page.NoColor && b.BarSize > 0 {
		side("left", b.BarSize, b.Bar, b.PadX)
	} else {
		side("left", b.Width, b.Border, b.PadX)
	}
	side("bottom", bottomW, bottom, b.PadY)
	side("right", b.Width, b.Border, b.PadX)
	if len(n.kids) == 0 {
		return nil
	}
	return n
}

// noBorders takes away the borders that a style has.
func noBorders() *node {
	n := el("w:pBdr")
	for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		n.add(val(side, "nil"))
	}
	return n
}

// border is one line; Word's are at most 6 pt wide and 31 pt away.
func border(name string, width page.Length, c page.Color, pad page.Length) *node {
	return el(name).with("w:val", "single", "w:sz", fraction(min(max(width, page.Pt/4), 6*page.Pt), 8),
		"w:space", fraction(min(pad, 31*page.Pt), 1), "w:color", hex(c))
}

func hex(c page.Color) string {
	if c.Space == page.NoColor {
		return "auto"
	}
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}

func shade(c page.Color) *node {
	if c.Space == page.NoColor {
		return nil
	}
	return el("w:shd").with("w:val", "clear", "w:color", "auto", "w:fill", hex(c))
}
