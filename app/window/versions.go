package window

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/keeping"
	"safety365/app/ui"
)

// newComparison shows how one text became another: what went and what came, each in
// its colour, and of what stayed only the beginning and the end. It is worked out in
// the background, for long texts take a while.
func newComparison(old, new string) fyne.CanvasObject {
	text := widget.NewRichText(&widget.TextSegment{Text: ui.Say("comparing"), Style: quietStyle})
	text.Wrapping = fyne.TextWrapBreak
	scroll := container.NewVScroll(text)
	ui.Go(func() {
		pieces := keeping.Compare(readables(old, new))
		ui.Do(func() {
			text.Segments = segments(nil, pieces)
			text.Refresh()
			scroll.Refresh()
		})
	})
	return scroll
}

// The looks of pieces.
var (
	quietStyle   = widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, Inline: true}
	removedStyle = widget.RichTextStyle{ColorName: theme.ColorNameError, Inline: true}
	addedStyle   = widget.RichTextStyle{ColorName: theme.ColorNameSuccess, Inline: true, TextStyle: fyne.TextStyle{Bold: true}}
)

func segments(all []widget.RichTextSegment, pieces []keeping.Piece) []widget.RichTextSegment {
	add := func(text string, style widget.RichTextStyle) {
		if text != "" {
			all = append(all, &widget.TextSegment{Text: text, Style: style})
		}
	}
	for _, p := range pieces {
		switch p.Kind {
		case keeping.Same:
			add(excerpt(p.Text), quietStyle)
		case keeping.Removed:
			add("［−"+p.Text+"］", removedStyle)
		case keeping.Added:
			add("［+"+p.Text+"］", addedStyle)
		}
	}
	return all
}

// excerptLimit is how much of what stayed is shown beside a change, in characters.
const excerptLimit = 80

// excerpt leaves out the middle of a long text.
func excerpt(s string) string {
	r := []rune(s)
	if len(r) <= 2*excerptLimit {
		return s
	}
	return string(r[:excerptLimit]) + " … " + string(r[len(r)-excerptLimit:])
}

// showVersions lists what the document was like before; one can be looked at beside
// the present text and taken back.
func (w *Window) showVersions() {
	d := w.desk
	all, err := keeping.Versions(d.path)
	if err != nil {
		w.failed(err)
		return
	}
	slices.Reverse(all)
	if len(all) == 0 {
		w.tell(ui.Say("versions-none"))
		return
	}
	beside := slot()
	var chosen string
	var box *ui.Dialog
	restore := ui.NewButton(ui.Say("versions-restore"), func() {
		box.Hide()
		if err := keeping.AddVersion(d.path, d.text.Text(), keeping.Restored); err != nil {
			w.failed(err)
			return
		}
		d.replace(chosen)
	})
	restore.Importance = widget.HighImportance
	restore.Disable()
	list := ui.NewList(func() int { return len(all) },
		func() fyne.CanvasObject {
			about := widget.NewLabel("")
			about.SizeName, about.Importance = theme.SizeNameCaptionText, widget.LowImportance
			return container.New(layout.NewCustomPaddedVBoxLayout(2-2*theme.InnerPadding()), widget.NewLabel(""), about)
		},
		func(i int, o fyne.CanvasObject) {
			rows := o.(*fyne.Container).Objects
			rows[0].(*widget.Label).SetText(all[i].When.Local().Format(clock))
			rows[1].(*widget.Label).SetText(ui.Say("versions-"+string(all[i].Reason)) + " · " +
				ui.Say("versions-characters", "count", strconv.Itoa(all[i].Characters)))
		})
	list.OnSelected = func(i int) {
		text, err := keeping.ReadVersion(d.path, all[i])
		if err != nil {
			w.failed(err)
			return
		}
		chosen = text
		restore.Enable()
		fill(beside, newComparison(text, d.text.Text()))
	}
	split := container.NewHSplit(list, beside)
	split.SetOffset(0.36)
	box = ui.NewDialog(ui.Say("versions-title"), split, w.win)
	box.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("close"), func() { box.Hide() }), restore})
	box.Resize(fyne.NewSize(860, 600))
	ui.Open(box)
	list.Select(0)
}
