package window

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"safety365/app/manuscript"
	"safety365/app/press"
	"safety365/app/taking"
	"safety365/app/ui"
	"safety365/bulletins"
)

// copyPatterns are those of reviewed copies.
var copyPatterns = []string{"*.docx"}

// review asks for the reviewed copy of the open document.
func (w *Window) review() {
	w.ask(asking{title: "ask-copy", patterns: copyPatterns, start: filepath.Dir(w.desk.path)}, w.reviewCopy)
}

// reviewPath asks for the reviewed copy of a document of the list.
func (w *Window) reviewPath(path string) {
	if w.openPath(path) {
		w.review()
	}
}

// askWord asks what is to become of a Word file while a document is open: it may be a
// copy of that one which comes home.
func (w *Window) askWord(path string) {
	name := filepath.Base(w.desk.path)
	words := ui.NewText(ui.Say("review-which", "file", filepath.Base(path), "document", strings.TrimSuffix(name, filepath.Ext(name))))
	box := ui.NewDialog(ui.Say("review-which-title"), words, w.win)
	then := func(do func(string)) func() {
		return func() {
			box.Hide()
			do(path)
		}
	}
	create := ui.NewButton(ui.Say("review-which-new"), then(w.takeFile))
	home := ui.NewButton(ui.Say("review-which-copy"), then(w.reviewCopy))
	likely := create
	if w.looksLikeCopy(path) {
		likely = home
	}
	likely.Importance = widget.HighImportance
	box.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("cancel"), box.Hide), create, home})
	box.Resize(fyne.NewSize(520, 0))
	box.SetOnClosed(w.refocus)
	ui.Open(box)
	w.win.Canvas().Focus(likely)
}

// looksLikeCopy says whether a file is called like the open document, or like its title.
func (w *Window) looksLikeCopy(path string) bool {
	file, own := filepath.Base(path), filepath.Base(w.desk.path)
	for _, name := range []string{strings.TrimSuffix(own, filepath.Ext(own)), w.desk.text.Document().Meta.Text("title")} {
		if name != "" && strings.Contains(file, name) {
			return true
		}
	}
	return false
}

// reviewCopy shows what a reviewer did to a copy of the open document.
func (w *Window) reviewCopy(path string) {
	d := w.desk
	if d == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	var s *ui.Sheet
	text, sheets := d.text.Text(), d.sheets
	end := func(then func()) {
		if ctx.Err() == nil { // nobody has closed it meanwhile
			w.held(s.Close)
			then()
		}
	}
	o := taking.ReviewOptions{
		Name:    filepath.Base(path),
		Compare: func() (*taking.Compared, error) { return compareCopy(ctx, d.path, text, path) },
		Plain:   withoutMarks,
		Page: func(at int) int {
			if sheets == nil || sheets.Document.Text != text {
				return 0
			}
			if n, _, ok := sheets.Place(at); ok {
				return n + 1
			}
			return 0
		},
		Take: func(c *taking.Compared, edits []bulletins.Fix) {
			end(func() { w.takeReview(d, c, edits) })
		},
		Cancel:  func() { s.Hide() },
		Failed:  func(err error) { end(func() { w.failed(err) }) },
		Refused: func(found []bulletins.Diagnostic) { end(func() { w.refused(found) }) },
		Nothing: func() { end(func() { w.tell(ui.Say("review-none")) }) },
	}
	pane := taking.NewReview(o)
	s = w.wide(pane)
	s.SetOnClosed(cancel)
	s.SetGuard(func(close func()) bool {
		if !pane.Decided() {
			return false
		}
		w.askLeave("review-leave", close)
		return true
	})
	w.win.Canvas().Focus(pane.Focused())
}

// compareCopy compares a document's text with a copy that has come back.
func compareCopy(ctx context.Context, path, text, copied string) (*taking.Compared, error) {
	// A copy goes out before all is right.
	job := &press.Job{Path: path, Text: text, Settings: press.Settings{Draft: true}}
	defer job.Close()
	list, found, err := job.Review(ctx, copied)
	if err != nil {
		return nil, err
	}
	if job.Flow == nil {
		return nil, press.ErrContent
	}
	return &taking.Compared{Text: job.Doc.Text, Body: job.Doc.Meta.Range.End, Proposals: list, Found: found}, nil
}

// takeReview makes the changes that were accepted, in one step that can be undone. If
// the text has become another meanwhile nothing is made.
func (w *Window) takeReview(d *desk, c *taking.Compared, fixes []bulletins.Fix) {
	if w.desk != d || d.text.Text() != c.Text {
		w.tell(ui.Say("review-changed"))
		return
	}
	var edits []manuscript.Edit
	for _, e := range fixes {
		edits = append(edits, manuscript.Edit{Range: e.Range, Text: e.Text})
	}
	if len(edits) == 0 {
		return
	}
	first := edits[0].Range.Start
	d.text.Apply(manuscript.Change{Edits: edits, After: manuscript.At(first)})
	d.editor.Reveal(first)
	w.note(ui.Say("review-done", "count", strconv.Itoa(len(edits)), "left", strconv.Itoa(len(c.Proposals)-len(edits))))
}
