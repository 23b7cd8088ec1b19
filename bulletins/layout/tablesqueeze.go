package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// squeeze finds the columns of a table for which there is no room although words are cut:
// the rooms beside the text are halved and words come apart wherever a line ends. Each
// column has at least its widest character; where even these have no room, the type gets
// as small as it must, so that nothing stands on anything else.
func (s *tableSetter) squeeze(w page.Length) []page.Length {
	s.tight = true
	least, all := s.leasts()
	if all > w {
		s.scaleTo(max(1, int(int64(s.scale)*int64(w)/int64(all))))
		least, all = s.leasts()
	}
	needs, _ := s.needs()
	widths := level(least, needs, w)
	for i := range s.columns {
		for _, g := range []grid{s.body, s.foot} {
			g.cells(func(c *gridCell) {
				if c.col == i && c.cols == 1 && c.need.left+c.need.right > widths[i]-2*s.look.PadX {
					s.columns[i].Decimal = false // its numbers are broken, too
				}
			})
		}
	}
	return widths
}

// leasts returns how wide columns are that hold single characters, with half of the room
// beside them, and the sum.
func (s *tableSetter) leasts() (least []page.Length, all page.Length) {
	s.look.PadX = s.t.Look.PadX.MulDiv(int64(s.scale), 200)
	least = make([]page.Length, len(s.columns))
	s.all(func(c *gridCell) {
		least[c.col] = max(least[c.col], s.least(c)+2*s.look.PadX)
	})
	for _, l := range least {
		all += l
	}
	return least, all
}

// least returns the room without which a cell cannot be set.
func (s *tableSetter) least(c *gridCell) page.Length {
	if c.text == nil {
		return 0
	}
	text := s.cellText(c)
	if c.turn != asItIs {
		return c.need.whole
	}
	if pictures(&text) {
		return text.Style.Size
	}
	probe := builder{press: s.press, setter: s.setter, out: &material{}}
	in, _ := probe.input(&text, 0)
	in.Align = paragraph.Left
	return max(s.setter.Least(in), text.Style.Size)
}

// level shares a width out: each column has its least, and of what is left those that lack
// something for their longest words get equal parts.
func level(least []page.Length, needs []columnNeed, w page.Length) []page.Length {
	widths := slices.Clone(least)
	for _, l := range least {
		w -= l
	}
	for w > 0 && len(widths) > 0 {
		var lacking []int
		for i := range needs {
			if widths[i] < needs[i].tiers[0] {
				lacking = append(lacking, i)
			}
		}
		part := max(w/page.Length(max(len(lacking), 1)), 1)
		for _, i := range lacking {
			more := min(part, needs[i].tiers[0]-widths[i], w)
			widths[i] += more
			w -= more
		}
		if len(lacking) == 0 { // all have what they need
			widths[len(widths)-1] += w
			break
		}
	}
	return widths
}
