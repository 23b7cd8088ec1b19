package library

import (
	"image/color"

	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/thumbs"
	"safety365/app/look"
)

// tile is a page with a name and a line below it, in the gallery and among the
// samples.
type tile struct {
	widget.BaseWidget
	page         *sheet
	back         *canvas.Rectangle
	name, second *line // the name may take two lines
	note         *line
	title        string

	selected, focused, hovered bool
	pressed                    func() // when the button goes down; nil: one click chooses
	chosen                     func() // by two clicks
	last                       time.Time
}

// Sizes of a tile's page: A4 upright.
var (
	sampleSize = fyne.NewSize(148, 210)
	choiceSize = fyne.NewSize(184, 261)
)

const tilePad = 10

// tileExtra is what a tile is higher than its page.
func tileExtra() float32 { return 3*tilePad + 2*lineHeight(textSize) + lineHeight(captionSize) }

// choiceHeight is the height of a tile of the gallery.
func choiceHeight() float32 { return choiceSize.Height + tileExtra() }

func newTile(maker *thumbs.Maker, page fyne.Size) *tile {
	t := &tile{
		page:   newSheet(maker, page),
		back:   canvas.NewRectangle(color.Transparent),
		name:   newLine(textSize, theme.ColorNameForeground),
		second: newLine(textSize, theme.ColorNameForeground),
		note:   newLine(captionSize, look.Quiet),
	}
	t.ExtendBaseWidget(t)
	return t
}

// say sets the words below the page.
func (t *tile) say(title, note string) {
	t.title, t.note.words = title, note
	t.Refresh()
}

func (t *tile) MouseIn(*desktop.MouseEvent)    { t.hover(true) }
func (t *tile) MouseMoved(*desktop.MouseEvent) {}
func (t *tile) MouseOut()                      { t.hover(false) }
func (t *tile) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (t *tile) hover(on bool) {
	t.hovered = on
	t.Refresh()
}

// MouseDown selects at once; a Tapped would wait whether another follows.
func (t *tile) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary && t.pressed != nil {
		t.pressed()
	}
}
func (t *tile) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer implements fyne.Widget.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{t}
	r.Refresh()
	return r
}

type tileRenderer struct{ *tile }

func (r *tileRenderer) Destroy() {}
func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.page, r.name.Text, r.second.Text, r.note.Text}
}

func (r *tileRenderer) MinSize() fyne.Size {
	return r.page.min.AddWidthHeight(2*tilePad, tileExtra())
}

func (r *tileRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	width := size.Width - 2*tilePad
	words := size.Height - 2*lineHeight(textSize) - lineHeight(captionSize) - tilePad
	r.page.Move(fyne.NewPos(tilePad, tilePad))
	r.page.Resize(fyne.NewSize(width, words-2*tilePad))
	r.name.words, r.second.words = twoLines(r.title, width, r.name.TextSize, r.name.TextStyle)
	y := words
	for _, l := range []*line{r.name, r.second, r.note} {
		l.Hidden = l.words == ""
		if l.Hidden {
			continue
		}
		w := l.place(fyne.NewPos(0, y), max(width, size.Width-tilePad)) // a hanging mark may stand out
		l.Move(fyne.NewPos((size.Width-w)/2, y))
		y += l.height()
	}
}

func (r *tileRenderer) Refresh() {
	th, v := current()
	r.back.CornerRadius = 8
	r.back.StrokeWidth, r.back.StrokeColor = 0, nil
	switch {
	case r.selected:
		r.back.FillColor = th.Color(theme.ColorNameSelection, v)
	case r.hovered:
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	default:
		r.back.FillColor = color.Transparent
	}
	if r.selected && r.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, th.Color(theme.ColorNamePrimary, v)
	}
	for _, l := range []*line{r.name, r.second, r.note} {
		l.restyle()
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Tapped implements fyne.Tappable. Two clicks are told apart here, since a
// fyne.DoubleTappable would hear of each click late.
func (t *tile) Tapped(*fyne.PointEvent) {
	if t.chosen == nil {
		return
	}
	if t.pressed == nil {
		t.chosen()
		return
	}
	now := time.Now()
	if now.Sub(t.last) < fyne.CurrentApp().Driver().DoubleTapDelay() {
		t.last = time.Time{}
		t.chosen()
		return
	}
	t.last = now
}
