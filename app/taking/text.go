package taking

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
)

// text shows a long text with marked places. Only rows in sight are drawn. It can be
// scrolled by the keyboard.
type text struct {
	widget.BaseWidget
	content string
	marks   []mark
	here    bulletins.Range // the place that is looked at

	rows    []row
	width   float32
	focused bool
	scroll  *container.Scroll
	sheet   *sheet
	edge    *canvas.Rectangle // while it has the focus

	// What is told, to those who want to know.
	scrolled func()                       // by the user
	tapped   func(at int)                 // on a place of the text
	key      func(name fyne.KeyName) bool // one that does not scroll; true: it is done with
	shortcut func(fyne.Shortcut)
	quiet    bool // nobody scrolls by hand
}

// looks are how marked places are drawn.
var looks = map[look]struct {
	color fyne.ThemeColorName
	style fyne.TextStyle
}{
	plain:    {theme.ColorNameForeground, fyne.TextStyle{}},
	was:      {theme.ColorNameError, fyne.TextStyle{Bold: true}},
	is:       {theme.ColorNameSuccess, fyne.TextStyle{Bold: true}},
	went:     {theme.ColorNameError, fyne.TextStyle{Strikethrough: true}},
	came:     {theme.ColorNameSuccess, fyne.TextStyle{Bold: true, Underline: true}},
	settled:  {theme.ColorNameSuccess, fyne.TextStyle{}},
	remarked: {theme.ColorNameWarning, fyne.TextStyle{Underline: true}},
	warned:   {theme.ColorNameWarning, fyne.TextStyle{}},
}

func newText() *text {
	t := &text{edge: canvas.NewRectangle(color.Transparent)}
	t.sheet = &sheet{text: t}
	t.sheet.ExtendBaseWidget(t.sheet)
	t.scroll = container.NewVScroll(t.sheet)
	t.scroll.OnScrolled = func(fyne.Position) {
		t.sheet.Refresh()
		if t.scrolled != nil && !t.quiet {
			t.scrolled()
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *text) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.edge, container.NewPadded(t.scroll)))
}

// Resize cuts the text anew when the width has changed.
func (t *text) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	room := 2*theme.Padding() + 2*margin + theme.Size(theme.SizeNameScrollBar) + theme.TextSize() // marks may stand out
	if width := size.Width - room; width != t.width {
		t.width = width
		t.cut()
	}
}

// margin is what a text keeps free at its left and right.
const margin = 4

// set shows a text with marked places.
func (t *text) set(content string, marks []mark) {
	t.content, t.marks = content, marks
	t.cut()
}

func (t *text) cut() {
	if t.width > 0 {
		t.rows = rowsOf(t.content, t.width, newAdvance(), slices.Clone(t.marks))
		t.sheet.Refresh()
		t.scroll.Refresh()
	}
}

// goTo shows a place of the text, with some of what stands over it.
func (t *text) goTo(at bulletins.Range) {
	t.here = at
	if len(t.rows) > 0 {
		y, height := float32(rowAt(t.rows, at.Start))*rowHeight(), t.scroll.Size().Height
		if top := t.scroll.Offset.Y; y < top || y+rowHeight() > top+height {
			t.move(y - height/3)
		}
	}
	t.sheet.Refresh()
}

// move scrolls to a height.
func (t *text) move(y float32) {
	was := t.quiet
	t.quiet = true
	t.scroll.ScrollToOffset(fyne.NewPos(0, y))
	t.quiet = was
	t.sheet.Refresh()
}

// top is the place that stands at the top.
func (t *text) top() int {
	i := int(t.scroll.Offset.Y/rowHeight() + 0.5)
	if i >= len(t.rows) || t.atEnd() {
		return len(t.content)
	}
	return t.rows[max(i, 0)].Start
}

func (t *text) atEnd() bool {
	end := t.sheet.MinSize().Height - t.scroll.Size().Height
	return end > 0 && t.scroll.Offset.Y >= end-1
}

// showTop has a place stand at the top.
func (t *text) showTop(at int) {
	if len(t.rows) > 0 {
		t.move(float32(rowAt(t.rows, at)) * rowHeight())
	}
}

// placeAt is the place of the text that is drawn at a point of the sheet.
func (t *text) placeAt(at fyne.Position) int {
	i := int(at.Y / rowHeight())
	if i < 0 || i >= len(t.rows) {
		return len(t.content)
	}
	x := float32(margin)
	for _, p := range t.rows[i].pieces() {
		words := t.content[p.Start:p.End]
		for n, r := range words {
			w := fyne.MeasureText(shown(string(r)), theme.TextSize(), looks[p.look].style).Width
			if at.X < x+w {
				return p.Start + n
			}
			x += w
		}
	}
	return t.rows[i].End
}

// FocusGained, FocusLost, TypedRune, TypedShortcut and TypedKey are called by Fyne.
func (t *text) FocusGained()   { t.focus(true) }
func (t *text) FocusLost()     { t.focus(false) }
func (t *text) TypedRune(rune) {}

func (t *text) focus(on bool) {
	t.edge.StrokeWidth, t.edge.StrokeColor = 0, nil
	if on {
		t.edge.StrokeWidth, t.edge.StrokeColor = 1, theme.Color(theme.ColorNameFocus)
	}
	t.edge.CornerRadius = theme.InputRadiusSize()
	t.edge.Refresh()
}

func (t *text) TypedShortcut(s fyne.Shortcut) {
	if t.shortcut != nil {
		t.shortcut(s)
	}
}

func (t *text) TypedKey(k *fyne.KeyEvent) {
	if t.key != nil && t.key(k.Name) {
		return
	}
	t.scrollBy(k)
	if t.scrolled != nil {
		t.scrolled()
	}
}

func (t *text) scrollBy(k *fyne.KeyEvent) {
	y, page := t.scroll.Offset.Y, t.scroll.Size().Height-rowHeight()
	switch k.Name {
	case fyne.KeyUp:
		t.move(y - rowHeight())
	case fyne.KeyDown:
		t.move(y + rowHeight())
	case fyne.KeyPageUp:
		t.move(y - page)
	case fyne.KeyPageDown:
		t.move(y + page)
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(float32(len(t.rows)) * rowHeight())
	case fyne.KeyEscape:
		ui.Escape()
	}
}

// rowHeight is the distance of two rows.
func rowHeight() float32 { return theme.TextSize() * 1.6 }

// newAdvance tells how wide characters are at most: those of Chinese an em, others as
// they are in bold.
func newAdvance() func(rune) float32 {
	em := theme.TextSize()
	known := map[rune]float32{}
	return func(r rune) float32 {
		if r >= 0x2E80 {
			return em
		}
		w, ok := known[r]
		if !ok {
			w = fyne.MeasureText(shown(string(r)), em, fyne.TextStyle{Bold: true}).Width
			known[r] = w
		}
		return w
	}
}
