package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/bulletins"
)

// clip remembers what was copied last. Other programs get the text as it is shown;
// when the same text comes back it is taken with its marks.
type clip struct{ shown, marked string }

// clipboard is the system's, or nil.
func (e *Editor) clipboard() fyne.Clipboard {
	if e.options.Clipboard != nil {
		return e.options.Clipboard()
	}
	return fyne.CurrentApp().Clipboard()
}

// copy puts the selection into the clipboard.
func (e *Editor) copy() bool {
	sel, board := e.manuscript.Selection(), e.clipboard()
	if sel.Empty() || board == nil {
		return false
	}
	r := bulletins.Range{Start: sel.Start(), End: sel.End()}
	shown := e.manuscript.Selected()
	e.clip = clip{shown, shown}
	if !e.settings.Source {
		shown = e.view.Plain(r)
		doc, sel := e.now()
		e.clip = clip{shown, drafting.Marked(doc, sel)}
	}
	board.SetContent(shown)
	return true
}

// cut does so and takes it out of the text.
func (e *Editor) cut() {
	if e.copy() {
		doc, sel := e.now()
		e.apply(e.drafter.Backspace(doc, sel))
	}
}

// paste puts what the clipboard holds at the caret: text, else a picture.
func (e *Editor) paste() {
	text := e.pasted()
	doc, sel := e.now()
	switch {
	case text == "":
		if e.options.PastePicture != nil {
			if name, ok := e.options.PastePicture(); ok {
				e.apply(drafting.InsertPicture(doc, sel, name, ""))
			}
		}
	case text == e.clip.shown && !e.settings.Source:
		e.apply(drafting.PasteMarked(doc, sel, e.clip.marked))
	case e.options.PasteFile != nil && e.options.PasteFile(text):
	default:
		e.apply(e.drafter.Paste(doc, sel, text))
	}
}

// pastePlain puts the clipboard's text at the caret without any looks or tables.
func (e *Editor) pastePlain() {
	doc, sel := e.now()
	if text := e.pasted(); text != "" {
		e.apply(e.drafter.Paste(doc, sel, strings.ReplaceAll(text, "\t", " ")))
	}
}

// pasted is the clipboard's text, with the line ends that texts have here.
func (e *Editor) pasted() string {
	board := e.clipboard()
	if board == nil {
		return ""
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(board.Content())
}
