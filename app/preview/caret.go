package preview

import (
	"time"

	"fyne.io/fyne/v2"

	"safety365/bulletins/layout"
)

// patience is how long after scrolling by hand the caret does not pull the view away.
const patience = 800 * time.Millisecond

// byHand notes that the user looks at what they want to.
func (p *Preview) byHand() {
	p.hand, p.follow = time.Now(), false
}

// ShowCaret marks the line of a place in the text, and brings it into view unless the
// user is scrolling.
func (p *Preview) ShowCaret(offset int) {
	moved := offset != p.caret
	p.caret = offset
	if moved && !p.dragging && time.Since(p.hand) > patience {
		p.follow = true
	}
	p.placeCaret()
	if p.follow {
		p.reveal()
	}
}

// HideCaret takes the mark away.
func (p *Preview) HideCaret() {
	p.caret = -1
	p.placeCaret()
}

// barWidth is how thick the caret is.
const barWidth = 1.5

// placeCaret puts the mark where the caret is on the pages.
func (p *Preview) placeCaret() {
	d := p.desk
	spot, ok := p.spot()
	ok = ok && (p.state.Mode != Single || spot.Page == p.number)
	if !ok {
		if d.bar.Visible() {
			d.bar.Hide()
			d.band.Hide()
		}
		return
	}
	corner := p.layout.place(spot.Page)
	at, size := p.format.rect(spot.Line)
	d.band.Move(corner.Add(at).SubtractXY(2, 0))
	d.band.Resize(size.AddWidthHeight(4, 0))
	at, size = p.format.rect(spot.Caret)
	d.bar.Move(corner.Add(at).SubtractXY(barWidth/2, 0))
	d.bar.Resize(fyne.NewSize(max(size.Width, barWidth), max(size.Height, barWidth)))
	d.band.Show()
	d.bar.Show()
}

// reveal brings the caret into view.
func (p *Preview) reveal() {
	spot, ok := p.spot()
	if !ok || p.layout.view.Height <= 0 {
		return
	}
	if p.state.Mode == Single && spot.Page != p.number {
		p.GoTo(spot.Page)
		p.placeCaret()
	}
	at, size := p.format.rect(spot.Caret)
	at = at.Add(p.layout.place(spot.Page))
	now, view := p.scroll.Offset, p.layout.view
	to := now
	if at.Y < now.Y || at.Y+size.Height > now.Y+view.Height {
		to.Y = at.Y - view.Height/3
	}
	if at.X < now.X || at.X > now.X+view.Width {
		to.X = at.X - view.Width/3
	}
	p.moveTo(to)
}

// spot is where the caret stands on the pages.
func (p *Preview) spot() (layout.Spot, bool) {
	if p.sheets == nil || p.caret < 0 {
		return layout.Spot{}, false
	}
	return p.sheets.Spot(min(p.caret, len(p.sheets.Document.Text)))
}
