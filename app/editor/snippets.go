package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
)

// phrase is the selection as a phrase to keep.
func (e *Editor) phrase() string {
	sel := e.manuscript.Selection()
	if sel.Empty() || sel.End()-sel.Start() > 2000 {
		return ""
	}
	return strings.TrimSpace(e.view.Plain(bulletins.Range{Start: sel.Start(), End: sel.End()}))
}

// saveSnippet keeps the selection as a phrase of the user's own.
func (e *Editor) saveSnippet() {
	if phrase := e.phrase(); phrase != "" && e.options.SaveSnippet != nil {
		e.options.SaveSnippet(phrase)
	}
	e.TakeFocus()
}

// pickSnippet opens the menu of phrases: the user's own, then ours.
func (e *Editor) pickSnippet(by fyne.CanvasObject) {
	var all []*fyne.MenuItem
	add := func(phrase string) {
		all = append(all, fyne.NewMenuItem(short(phrase, 32), func() {
			doc, sel := e.now()
			e.apply(drafting.Paste(doc, sel, phrase))
			e.TakeFocus()
		}))
	}
	if e.options.Snippets != nil {
		for _, phrase := range e.options.Snippets() {
			add(phrase)
		}
	}
	if len(all) > 0 {
		all = append(all, fyne.NewMenuItemSeparator())
	}
	for _, phrase := range phrases() {
		add(phrase)
	}
	if e.options.SaveSnippet != nil {
		all = append(all, fyne.NewMenuItemSeparator(), e.item("save-snippet"))
	}
	pos, size := e.below(by)
	e.showMenu(fyne.NewMenu("", all...), pos.AddXY(0, size.Height))
}

// phrases are the phrases that come with the program, in the window's language.
func phrases() (all []string) {
	for _, name := range snippetNames {
		all = append(all, ui.Say("snippet-"+name))
	}
	return all
}

// snippetNames are the labels of the phrases.
var snippetNames = []string{"duty", "inspect", "train", "lesson", "report", "gear", "permit", "fire", "hotline", "execute"}
