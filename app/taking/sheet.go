package taking

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sheet is all of a text, of which the rows in sight are drawn.
type sheet struct {
	widget.BaseWidget
	text *text
}

// Tapped is called by Fyne.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	if s.text.tapped != nil {
		s.text.tapped(s.text.placeAt(e.Position))
	}
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{text: s.text} }

type sheetRenderer struct {
	text    *text
	objects []fyne.CanvasObject
}

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Layout(fyne.Size)             { r.draw() }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sheetRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, float32(len(r.text.rows))*rowHeight())
}

func (r *sheetRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.text.sheet)
}

// draw makes the objects of the rows in sight.
func (r *sheetRenderer) draw() {
	t := r.text
	r.objects = r.objects[:0:0]
	first := max(int(t.scroll.Offset.Y/rowHeight()), 0)
	last := min(first+int(t.scroll.Size().Height/rowHeight())+2, len(t.rows))
	for i := first; i < last; i++ {
		x := float32(margin)
		for _, p := range t.rows[i].pieces() {
			x += r.drawPiece(p, fyne.NewPos(x, float32(i)*rowHeight()))
		}
	}
}

// drawPiece draws a piece at a place and returns its width.
func (r *sheetRenderer) drawPiece(p piece, at fyne.Position) float32 {
	l := looks[p.look]
	o := canvas.NewText(shown(r.text.content[p.Start:p.End]), theme.Color(l.color))
	o.TextSize, o.TextStyle = theme.TextSize(), l.style
	size := o.MinSize()
	if p.look == is && strings.TrimSpace(o.Text) == "" { // it would not be seen
		ground := canvas.NewRectangle(theme.Color(l.color))
		ground.Move(at.AddXY(0, rowHeight()-3))
		ground.Resize(fyne.NewSize(max(size.Width, 3), 2))
		r.objects = append(r.objects, ground)
	}
	if here := r.text.here; p.look != plain && p.Start >= here.Start && p.End <= here.End {
		ground := canvas.NewRectangle(theme.Color(theme.ColorNameSelection))
		ground.Move(at)
		ground.Resize(fyne.NewSize(size.Width, rowHeight()))
		r.objects = append(r.objects, ground)
	}
	o.Move(at.AddXY(0, (rowHeight()-size.Height)/2))
	o.Resize(size)
	r.objects = append(r.objects, o)
	return size.Width
}
