package taking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// Original shows a text as it came before a document was made of it.
type Original struct {
	widget.BaseWidget
	text *text
	body fyne.CanvasObject
}

// NewOriginal makes a pane that shows a text kept in a file of some name.
func NewOriginal(name, words string, closed func()) *Original {
	o := &Original{text: newText()}
	o.text.set(words, nil)
	head, _ := heading(ui.Say("original-title"), name)
	foot := container.NewBorder(nil, nil, nil, ui.NewButton(ui.Say("close"), closed))
	o.body = container.NewBorder(head, foot, nil, nil, o.text)
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer implements fyne.Widget.
func (o *Original) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.body) }

// Focused is what ought to have the focus when the pane is shown.
func (o *Original) Focused() fyne.Focusable { return o.text }
