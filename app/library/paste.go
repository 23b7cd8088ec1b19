package library

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/ui"
)

// editable is how long a pasted text may be to be edited in the dialog, in bytes: a
// field of Fyne becomes slow with more.
const editable = 12_000

// paste asks for a text, the clipboard's if there is one, of which a document is to be made.
func (s *Start) paste() {
	text := fyne.CurrentApp().Clipboard().Content()
	if s.o.Window == nil {
		s.o.Paste(text)
		return
	}
	field := ime.NewMultiLineEntry()
	field.Wrapping = fyne.TextWrapWord
	field.SetPlaceHolder(ui.Say("library-paste-hint"))
	note := ui.Say("library-paste-about")
	long := len(text) > editable
	if long {
		note = ui.Say("library-paste-long", "count", strconv.Itoa(utf8.RuneCountInString(text)))
		field.SetText(strings.ToValidUTF8(text[:editable], "") + ellipsis)
		field.Disable()
	} else {
		field.SetText(text)
	}
	about := ui.NewQuietText(note)
	var d *ui.Dialog
	d = ui.NewDialog(strings.TrimSuffix(ui.Say("library-start-paste"), "…"), container.NewBorder(about, nil, nil, nil, field), s.o.Window)
	ok := ui.NewButton(ui.Say("library-paste-next"), func() {
		if !long {
			text = field.Text
		}
		if strings.TrimSpace(text) == "" {
			s.o.Window.Canvas().Focus(field)
			return
		}
		d.Close()
		s.o.Paste(text)
	})
	given := text
	d.SetGuard(func(close func()) bool {
		if long || field.Text == given || strings.TrimSpace(field.Text) == "" {
			return false
		}
		ui.AskLeave(ui.Say("taking-leave-title"), ui.Say("taking-leave"), ui.Say("leave-no"), ui.Say("leave-yes"), close, s.o.Window)
		return true
	})
	ok.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("cancel"), d.Hide), ok})
	d.Resize(fyne.NewSize(720, 520))
	ui.Open(d)
	s.o.Window.Canvas().Focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{}) // who pastes again does not want it twice
}
