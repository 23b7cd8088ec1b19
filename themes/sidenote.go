package themes

import "safety365/bulletins/page"

// Sidenotes returns how wide side notes are and how far from the text: what the theme
// gives them of the outer margin. Without room enough, and beside vertical lines, which
// have none at their sides, there are none, and the width is 0.
func (t *Theme) Sidenotes() (width, gap page.Length) {
	style := t.Style("sidenote")
	gap = t.styles["body"].Size
	width = min(t.Page.Sidenotes, t.Page.Outer-gap-edge)
	if t.Typeset.Vertical() || width < 5*style.Size {
		return 0, 0
	}
	return width, gap
}

// TurnedSidenotes returns how wide side notes are on landscape pages, where they stand
// in the wider of the margins at the left and right, and whether that is the left one:
// no wider than on upright pages, and five characters at least.
func (t *Theme) TurnedSidenotes() (width page.Length, left bool) {
	width, gap := t.Sidenotes()
	room := max(t.Page.Top, t.Page.Bottom) - gap - edge
	return min(width, max(room, 5*t.Style("sidenote").Size)), t.Page.Bottom > t.Page.Top
}

// edge is what stays free between side notes and the edge of the page.
var edge = page.MM(5000)
