package export

import (
	"image/color"
	"safety365/app/ui"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// remark is something said about a task, with what to do about it. If it is about a
// place in a document, a click leads there.
type remark struct {
	widget.BaseWidget
	text   *ui.Text
	hint   *ui.Text
	ground *canvas.Rectangle // under the pointer
	texts  *fyne.Container
	box    *fyne.Container
	said   said
	show   func(path string, offset int)
}

func newRemark() *remark {
	r := &remark{text: ui.NewText(""), hint: ui.NewQuietText(""), ground: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius = theme.InputRadiusSize()
	r.ground.Hide()
	indent := canvas.NewRectangle(color.Transparent)
	indent.SetMinSize(fyne.NewSize(theme.IconInlineSize()+theme.Padding(), 0))
	r.texts = container.New(layout.NewCustomPaddedVBoxLayout(-2*theme.InnerPadding()+theme.Padding()), r.text, r.hint)
	r.box = container.NewBorder(nil, nil, indent, nil, container.NewStack(r.ground, r.texts))
	r.ExtendBaseWidget(r)
	return r
}

func (r *remark) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// heightAt is how high it has to be when it is as wide as that.
func (r *remark) heightAt(width float32) float32 {
	r.box.Resize(fyne.NewSize(width, 1))
	r.box.Refresh() // lines are broken for the new texts
	return r.texts.MinSize().Height
}

func (r *remark) set(s *said) {
	r.said = *s
	r.text.Style.ColorName = theme.ColorNameForeground
	if s.path != "" {
		r.text.Style.ColorName = theme.ColorNamePrimary // it is a link
	}
	r.text.SetText(s.text)
	r.hint.SetText(s.hint)
	show(r.hint, s.hint != "")
	r.ground.Hide()
	r.box.Refresh()
}

// Tapped leads to the place.
func (r *remark) Tapped(*fyne.PointEvent) {
	if r.said.path != "" && r.show != nil {
		r.show(r.said.path, r.said.offset)
	}
}

// MouseIn, MouseMoved and MouseOut show that it can be clicked.
func (r *remark) MouseIn(*desktop.MouseEvent) {
	if r.said.path != "" {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
		r.ground.Show()
		r.ground.Refresh()
	}
}

func (r *remark) MouseMoved(*desktop.MouseEvent) {}

func (r *remark) MouseOut() { r.ground.Hide() }

// Cursor is a hand over a link.
func (r *remark) Cursor() desktop.Cursor {
	if r.said.path != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
