package window

import (
	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/editor"
	"safety365/app/fields"
	"safety365/app/manuscript"
	"safety365/app/panels"
	"safety365/app/preview"
	"safety365/app/styling"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// views are the widgets that show a desk. There is one set of them for all desks,
// which serves one after the other: Fyne remembers every widget for a minute, and
// these hold pictures and pages.
type views struct {
	tools    fyne.CanvasObject // the row of buttons over the text
	editor   *editor.Editor
	preview  *preview.Preview
	form     *fields.Form
	style    *styling.Form
	outline  *panels.Outline
	problems *panels.Problems
	status   *panels.Status
}

// newViews makes the views, with the editor on a text. What they tell goes to the
// desk that is shown then.
func (w *Window) newViews(text *manuscript.Manuscript) *views {
	v := &views{}
	v.editor = editor.New(text, editor.Options{
		Pictures:   func(name string) *page.ImageSource { return w.desk.pictures.get(name) },
		AddPicture: func(file string) (string, error) { return w.desk.pictures.add(file) },
		PastePicture: func() (string, bool) {
			name, ok := w.desk.pictures.paste()
			if !ok {
				w.pasteCopied(func() {})
			}
			return name, ok
		},
		PasteFile:    w.pasteFile,
		PickPicture:  w.pickPicture,
		EditFields:   w.showFields,
		SearchFolder: func(words string) { w.frame.showTab(documentsTab); w.list.Search(words) },
		Clipboard:    w.app.Clipboard,
		Shortcut:     func(s fyne.Shortcut) { w.commands.Shortcut(s) },
		Key:          w.typedKey,
		Failed:       w.failed,
		Snippets:     w.prefs.snippets, SaveSnippet: w.prefs.addSnippet,
		Settings: w.prefs.editor(), Changed: w.prefs.setEditor,
	})
	v.tools = v.editor.Toolbar()
	v.preview = preview.New(preview.Options{
		Jump: func(offset int) {
			if w.desk != nil && w.desk.sheets != nil { // else these are still another document's pages
				v.editor.Reveal(offset)
			}
		},
		Changed: func() { w.prefs.setPreview(v.preview.State()) },
	})
	v.preview.SetState(w.prefs.preview())
	v.form = fields.New(fields.Options{
		Apply: func(path []string, value drafting.Field) { w.desk.setField(path, value) },
		Style: w.showStyle, Propose: w.proposeNumber,
	})
	v.style = styling.New(styling.Options{
		Apply: func(all []drafting.FieldValue) { w.desk.setFields(all) },
		Save:  w.saveStyle, Back: w.showFields, Title: w.titleOfStyle,
	})
	v.outline = panels.NewOutline(v.editor.Reveal)
	v.problems = panels.NewProblems(panels.ProblemsOptions{
		GoTo: func(p bulletins.Diagnostic) { w.desk.goTo(p) },
		Fix:  func(p bulletins.Diagnostic) { w.desk.fix(p) },
	})
	v.status = panels.NewStatus(panels.StatusOptions{
		Words: w.showCounts, Problems: func() { w.flip(&w.frame.state.Problems) },
		Language: w.showFields, Saved: w.showVersions,
	})
	return v
}
