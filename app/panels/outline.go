package panels

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
)

// Entry is a heading in the outline.
type Entry struct {
	Title  string
	Level  int // from 1
	Offset int // in Document.Text
}

// Entries lists the headings of a document, those typed as 一、 （一） among them.
func Entries(d *bulletins.Document) []Entry {
	var all []Entry
	for i, top := range d.Blocks {
		all = entries(all, top.Block, d.Starts[i])
	}
	return all
}

func entries(all []Entry, b bulletins.Block, start int) []Entry {
	switch b := b.(type) {
	case *bulletins.Heading:
		return append(all, Entry{title(bulletins.PlainText(b.Spans)), b.Level, start + b.Start})
	case *bulletins.Paragraph:
		if b.Level > 0 {
			text := bulletins.PlainText(b.Spans)
			return append(all, Entry{title(text[:min(b.Head, len(text))]), b.Level, start + b.Start})
		}
	case *bulletins.Directive:
		for _, inner := range b.Blocks {
			all = entries(all, inner, start)
		}
	}
	return all
}

func title(s string) string { return strings.Join(strings.Fields(s), " ") }

// Outline lists the headings of the document. The one that the caret is under is
// marked.
type Outline struct {
	widget.BaseWidget
	list    *ui.List
	empty   *ui.Text
	entries []Entry
	current int
	goTo    func(offset int)
	quiet   bool // the selection is moved by us
}

// NewOutline returns an outline; goTo is told of the heading that is clicked.
func NewOutline(goTo func(offset int)) *Outline {
	o := &Outline{goTo: goTo, current: -1, empty: ui.NewQuietText(ui.Say("outline-empty"))}
	o.list = ui.NewList(func() int { return len(o.entries) }, newHeading, func(i int, row fyne.CanvasObject) {
		showHeading(row, o.entries[i])
	})
	o.list.HideSeparators = true
	o.list.OnSelected = func(i int) {
		if !o.quiet && i < len(o.entries) {
			o.goTo(o.entries[i].Offset)
		}
	}
	o.ExtendBaseWidget(o)
	return o
}

// step is the indent of a level, in device-independent pixels.
const step = 14

func newHeading() fyne.CanvasObject {
	label := widget.NewLabel("")
	label.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, canvas.NewRectangle(color.Transparent), nil, label)
}

func showHeading(row fyne.CanvasObject, e Entry) {
	parts := row.(*fyne.Container).Objects
	label, indent := parts[0].(*widget.Label), parts[1].(*canvas.Rectangle)
	indent.SetMinSize(fyne.NewSize(float32(e.Level-1)*step, 1))
	label.TextStyle.Bold = e.Level == 1
	label.SetText(e.Title)
	row.(*fyne.Container).Refresh()
}

// Set shows the headings of a document with the caret at an offset.
func (o *Outline) Set(d *bulletins.Document, caret int) {
	now := Entries(d)
	same := len(now) == len(o.entries)
	for i := 0; same && i < len(now); i++ {
		same = now[i].Title == o.entries[i].Title && now[i].Level == o.entries[i].Level
	}
	o.entries = now
	if !same {
		o.list.Refresh()
		o.empty.Hidden = len(now) > 0
		o.empty.Refresh()
	}
	o.Mark(caret)
}

// Mark marks the heading that an offset is under.
func (o *Outline) Mark(caret int) {
	at := -1
	for i, e := range o.entries {
		if e.Offset <= caret {
			at = i
		}
	}
	if at == o.current {
		return
	}
	o.current = at
	o.quiet = true
	if at < 0 {
		o.list.UnselectAll()
	} else {
		o.list.Select(at)
	}
	o.quiet = false
}

// CreateRenderer implements fyne.Widget.
func (o *Outline) CreateRenderer() fyne.WidgetRenderer {
	o.empty.Hidden = len(o.entries) > 0
	return widget.NewSimpleRenderer(container.NewStack(o.list, container.NewVBox(o.empty)))
}
