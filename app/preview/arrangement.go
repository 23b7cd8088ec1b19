package preview

import (
	"fyne.io/fyne/v2"
)

// Room on the desk, in units of the canvas.
const (
	edge = 18 // round all pages
	gap  = 14 // between two
)

// arrangement says where pages lie on the desk. All pages are of one size.
type arrangement struct {
	mode     Mode
	pages    int
	page     fyne.Size // on the desk
	view     fyne.Size // what of the desk is seen at a time
	single   int       // the page that lies there in mode Single
	backward bool      // bound at the right, as text of vertical lines is
}

// columns is how many pages lie side by side.
func (a *arrangement) columns() int {
	if a.mode == TwoPages || a.mode == Facing {
		return 2
	}
	return 1
}

// lead is how many places are empty before the first page.
func (a *arrangement) lead() int {
	if a.mode == Facing {
		return 1
	}
	return 0
}

func (a *arrangement) rows() int {
	switch {
	case a.pages == 0:
		return 0
	case a.mode == Single:
		return 1
	}
	n := a.columns()
	return (a.pages + a.lead() + n - 1) / n
}

// size is what the desk needs.
func (a *arrangement) size() fyne.Size {
	rows, columns := float32(a.rows()), float32(a.columns())
	if rows == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(
		max(a.view.Width, columns*a.page.Width+(columns-1)*gap+2*edge),
		max(a.view.Height, rows*a.page.Height+(rows-1)*gap+2*edge))
}

// slot returns the row and column of a page.
func (a *arrangement) slot(n int) (row, column int) {
	if a.mode == Single {
		return 0, 0
	}
	at := n + a.lead()
	row, column = at/a.columns(), at%a.columns()
	if a.backward {
		column = a.columns() - 1 - column
	}
	return row, column
}

// origin is where the first row and column begin. What is smaller than the view lies
// in its middle; a single sheet in the middle of its height as well.
func (a *arrangement) origin() fyne.Position {
	size, columns, rows := a.size(), float32(a.columns()), float32(a.rows())
	at := fyne.NewPos((size.Width-columns*a.page.Width-(columns-1)*gap)/2, edge)
	if a.mode == Single {
		at.Y = (size.Height - rows*a.page.Height) / 2
	}
	return at
}

// place returns the top left corner of a page.
func (a *arrangement) place(n int) fyne.Position {
	row, column := a.slot(n)
	at := a.origin()
	return fyne.NewPos(at.X+float32(column)*(a.page.Width+gap), at.Y+float32(row)*(a.page.Height+gap))
}

// within returns the pages that lie between two heights, [first, last).
func (a *arrangement) within(top, bottom float32) (first, last int) {
	if a.rows() == 0 || bottom <= top {
		return 0, 0
	}
	if a.mode == Single {
		return a.single, a.single + 1
	}
	y, pitch := a.origin().Y, a.page.Height+gap
	from := int(max(0, (top-y+gap)/pitch))
	to := int(max(0, (bottom-y)/pitch)) + 1
	columns, lead := a.columns(), a.lead()
	return min(max(from*columns-lead, 0), a.pages), min(max(to*columns-lead, 0), a.pages)
}

// at returns the page at a point of the desk, or nearest to it.
func (a *arrangement) at(p fyne.Position) int {
	best, least := 0, float32(-1)
	first, last := a.within(p.Y-a.page.Height-gap, p.Y+a.page.Height+gap)
	if first == last { // beyond the ends
		first, last = max(0, a.pages-a.columns()), a.pages
		if p.Y <= 0 {
			first, last = 0, min(a.pages, a.columns())
		}
	}
	for n := first; n < last; n++ {
		at := a.place(n)
		d := beside(p.X, at.X, a.page.Width) + beside(p.Y, at.Y, a.page.Height)
		if least < 0 || d < least {
			best, least = n, d
		}
	}
	return best
}

// beside is how far a coordinate lies outside a stretch.
func beside(at, from, length float32) float32 { return max(from-at, at-from-length, 0) }
