package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Dialog is a sheet with a title, content and a row of buttons, all flush with one
// another. It takes the place of Fyne's, whose title sits in the corner.
type Dialog struct {
	*Sheet
	buttons *fyne.Container
}

// NewDialog returns a dialog without buttons.
func NewDialog(title string, content fyne.CanvasObject, w fyne.Window) *Dialog {
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	buttons := container.NewHBox()
	frame := container.NewBorder(head, buttons, nil, nil, content)
	return &Dialog{newSheet(container.New(layout.NewCustomPaddedLayout(6, 10, 12, 12), frame), w.Canvas()), buttons}
}

// SetButtons puts buttons into the row, the one that is meant most often last.
func (d *Dialog) SetButtons(buttons []fyne.CanvasObject) {
	d.buttons.Objects = append([]fyne.CanvasObject{layout.NewSpacer()}, buttons...)
	d.buttons.Refresh()
	d.shade.Refresh()
}

// Resize makes the dialog that large, or as large as its content needs.
func (d *Dialog) Resize(size fyne.Size) { d.shade.want(size) }

// MinSize is what the content needs.
func (d *Dialog) MinSize() fyne.Size { return d.shade.MinSize() }
