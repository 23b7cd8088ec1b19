package editor

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/app/ui"
	"safety365/bulletins"
)

// widths are what the width of a picture is chosen from, per cent of the column.
var widths = []int{25, 33, 50, 60, 75, 100}

// openPicture opens the form of a picture.
func (e *Editor) openPicture(hit view.Hit) {
	pos, size := e.onCanvas(hit)
	e.openPictureAt(hit.Range, pos, size)
}

// openPictureAt opens the form of the picture of a range of the text.
func (e *Editor) openPictureAt(at bulletins.Range, pos fyne.Position, size fyne.Size) {
	p, ok := drafting.PictureAt(e.manuscript.Document(), at)
	if !ok {
		return
	}
	var box *popup
	set := func() {
		if c, ok := drafting.SetPicture(e.manuscript.Document(), at, p); ok {
			at = e.live(c, at)
		}
	}
	key := func(of *field, k fyne.KeyName, shift bool) bool { return box.key(of, k, shift) }
	caption, width := newField(key), newField(key)
	caption.SetText(p.Caption)
	caption.OnChanged = func(text string) { p.Caption = text; set() }
	width.SetText(strings.TrimSuffix(p.Width, "%"))
	width.SetPlaceHolder(ui.Say("picture-natural"))
	width.OnChanged = func(text string) { p.Width = percent(text); set() }
	steps := container.NewHBox()
	for _, w := range widths {
		b := ui.NewButton(strconv.Itoa(w), func() { width.SetText(strconv.Itoa(w)) })
		b.Importance = widget.LowImportance
		steps.Add(b)
	}
	rows := container.New(layout.NewFormLayout(),
		widget.NewLabel(ui.Say("attr-caption")), caption,
		widget.NewLabel(ui.Say("picture-width")), width,
		widget.NewLabel(""), steps)
	buttons := container.NewHBox()
	if e.options.PickPicture != nil {
		buttons.Add(ui.NewButton(ui.Say("picture-replace"), func() {
			e.options.PickPicture(func(file string) {
				if name, ok := e.added(file); ok {
					p.Name = name
					set()
				}
			})
		}))
	}
	buttons.Add(ui.NewButton(ui.Say("card-delete"), func() {
		box.close()
		e.apply(drafting.Remove(e.manuscript.Document(), at))
	}))
	buttons.Add(layout.NewSpacer())
	done := ui.NewButton(ui.Say("form-done"), func() { box.close() })
	done.Importance = widget.HighImportance
	buttons.Add(done)
	title := widget.NewLabelWithStyle(p.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Truncation = fyne.TextTruncateEllipsis
	box = e.popUp(wide(container.NewVBox(title, rows, buttons)), pos, size)
	e.canvas().Focus(caption)
}

// percent is a width as the text states it: a bare number is per cent.
func percent(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "％", "%"))
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return strconv.Itoa(min(n, 100)) + "%"
	}
	return text
}
