package themes

import (
	"maps"
	"safety365/bulletins/page"
	"slices"
	"strconv"
)

// resolveColors makes the colours. A colour has exactly one kind of ink and a look.
func (t *Theme) resolveColors(specs map[string]colorSpec, r *report) {
	for _, name := range slices.Sorted(maps.Keys(specs)) {
		c, f := specs[name].color(name)
		if f != nil {
			r.node(t.source.at("colors", name), f.code, f.args...)
			c = page.Black
		}
		t.colors[name] = c
	}
}

func (s colorSpec) color(name string) (page.Color, *fault) {
	stated := 0
	for _, has := range []bool{s.Gray != nil, s.CMYK != nil, s.Spot != nil} {
		if has {
			stated++
		}
	}
	if stated != 1 {
		return page.Color{}, wrong("theme-color-inks", "name", name)
	}
	if s.SRGB == nil {
		return page.Color{}, wrong("theme-color-screen", "name", name)
	}
	c := page.Color{R: s.SRGB[0], G: s.SRGB[1], B: s.SRGB[2]}
	four := s.CMYK
	switch {
	case s.Gray != nil:
		c.Space = page.Gray
		c.Inks[3] = uint16(*s.Gray)
		return c, nil
	case s.Spot != nil:
		c.Space = page.Spot
		c.Spot = s.Spot.Name
		c.Inks[0] = 1000
		if s.Spot.Tint != nil {
			c.Inks[0] = uint16(*s.Spot.Tint)
		}
		if c.Spot == "" {
			return c, wrong("theme-spot-name", "name", name)
		}
		four = s.Spot.CMYK
	default:
		c.Space = page.CMYK
	}
	if len(four) != 4 {
		return c, wrong("theme-ink-count", "name", name, "count", strconv.Itoa(len(four)))
	}
	for i, p := range four {
		if c.Space == page.Spot {
			c.Alt[i] = uint16(p)
		} else {
			c.Inks[i] = uint16(p)
		}
	}
	return c, nil
}

// colorAt looks up a colour that is named at a node.
func (t *Theme) colorAt(name string, at *node, r *report) page.Color {
	if _, ok := t.colors[name]; !ok && name != "" && name != "none" && at != nil {
		known := append(t.Colors(), "none")
		r.node(at, "theme-color-name", "value", name, "nearest", Nearest(name, known), "known", names(known))
	}
	return t.Color(name)
}
