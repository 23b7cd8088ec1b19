package word

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// widen lets a text that our pages set in one line reach into the room beside it.
func (g *grid) widen(t *layout.Text, s *themes.Style, c place) {
	wide, open, shut := g.wide(t)
	lack, most := wide-c.width, g.t.Look.PadX*19/20
	switch {
	case lack <= 0:
		return
	case lack > 2*s.Size: // of several lines, which may have one character more
		if s.Align != themes.Center && s.Align != themes.Right {
			s.Left, s.Right = -most/4, -most
		}
		return
	}
	switch s.Align {
	case themes.Right:
		s.Left, s.Right = -min(lack, most), -min(shut, most)
	case themes.Center:
		s.Left, s.Right = -min(lack/2, most), -min(lack/2, most)
	default:
		s.Left, s.Right = -min(open, most), -min(lack, most)
	}
}

// wide is how wide a text is in one line of Word's, which does not press the marks at its
// ends, and has type in half points only; and what is empty of those marks.
func (g *grid) wide(t *layout.Text) (all, open, shut page.Length) {
	s := scaled(t.Style, g.scale)
	half := page.Pt / 2
	size := (s.Size + half/2) / half * half
	text := plainText(t)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune("（〔【《〈「『“‘", first) {
		open = size / 2
	}
	if strings.ContainsRune("）〕】》〉」』”’，。、；：！？", last) {
		shut = size / 2
	}
	return g.ruler.Line(t).MulDiv(int64(size), int64(t.Style.Size)) + open + shut + page.Pt/2, open, shut
}

// share gives columns with texts that our pages set in one line the room that Word needs
// for it, and takes that from columns that have more than they need, then from the widest.
func (g *grid) share() {
	needs := make([]page.Length, len(g.widths)) // 0: nothing to go by
	lines := make([]bool, len(g.widths))        // it has texts of several lines
	for _, row := range slices.Concat(g.t.Head, g.t.Rows, g.t.Foot) {
		for i, cell := range row.Cells {
			if i >= len(needs) || cell.Text == nil || cell.ColSpan > 1 || cell.Text.Style.Size == 0 {
				continue
			}
			if _, turned := g.turned[cell.Text]; turned {
				continue
			}
			wide, _, _ := g.wide(cell.Text)
			if wide > g.widths[i]-2*g.t.Look.PadX+cell.Text.Style.Size*3/2 {
				lines[i] = true
				continue
			}
			needs[i] = max(needs[i], wide+g.t.Look.PadX/10)
		}
	}
	spare := make([]page.Length, len(g.widths))
	widest := 0
	for i, width := range g.widths {
		if width > g.widths[widest] {
			widest = i
		}
		if needs[i] > 0 && !lines[i] {
			spare[i] = max(width-needs[i]-2*g.t.Look.PadX, 0)
		}
	}
	for i, need := range needs {
		for lack := need - g.widths[i]; lack > 0 && i != widest; {
			from := widest
			for k := range spare {
				if k != i && spare[k] > 0 && (from == widest || spare[k] > spare[from]) {
					from = k
				}
			}
			part := min(lack, cmp.Or(spare[from], lack))
			if g.widths[from]-part < g.widths[i] {
				break
			}
			g.widths[from] -= part
			g.widths[i] += part
			spare[from] = max(spare[from]-part, 0)
			lack -= part
		}
	}
}
