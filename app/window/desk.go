package window

import (
	"path/filepath"
	"sync/atomic"

	"safety365/app/drafting"
	"safety365/app/keeping"
	"safety365/app/manuscript"
	"safety365/app/panels"
	"safety365/app/preview"
	"safety365/app/proof"
	"safety365/app/ui"
	"safety365/bulletins"
)

// desk is a document on which somebody works.
type desk struct {
	w        *Window
	path     string
	text     *manuscript.Manuscript
	proof    *proof.Proof
	sheets   *proof.Sheets // the newest; nil: none yet
	saver    *keeping.Saver
	pictures *pictures
	counter  drafting.Counter
	saved    panels.Saved
	caret    int  // where ShowCaret was last
	turn     int  // when it was shown last, in turns of the window
	asking   bool // a dialog about the file is open
	gone     bool // the file was there and is not any more

	*views                                 // the window's; nil while another desk has them
	pages  atomic.Pointer[preview.Preview] // for the proof's worker
}

// newDesk opens a document that has been read; recovered is what a lost process left
// of it, or nil.
func (w *Window) newDesk(file *keeping.File, recovered *keeping.Recovery) (*desk, error) {
	path := file.Path
	d := &desk{w: w, path: path}
	d.text = manuscript.New(filepath.Base(path), file.Text)
	journal, err := (*keeping.Journal)(nil), error(nil)
	if recovered == nil {
		journal = keeping.Open(path, d.text.Text(), d.journalTrouble)
	} else if journal, err = recovered.Restore(d.journalTrouble); err != nil {
		return nil, err
	}
	d.saver = keeping.NewSaver(keeping.SaverOptions{
		File: file, Text: d.text.Text(), Journal: journal, Autosave: true,
		Done: func(r keeping.Result) { ui.Do(func() { d.wasSaved(r) }) },
	})
	d.text.Listen(d.happened)
	d.pictures = newPictures(filepath.Dir(path))
	d.proof = proof.New(filepath.Dir(path), proof.Options{
		Guard: ui.Guard,
		Deliver: func(s *proof.Sheets) {
			// The pictures of the pages in view come in the same frame.
			if p := d.pages.Load(); p != nil {
				p.Prepare(s)
			}
			ui.Do(func() { d.delivered(s) })
		},
	})
	if recovered != nil {
		d.replace(recovered.Text)
	}
	return d, nil
}

// build takes the window's views.
func (d *desk) build() {
	if d.views != nil {
		return
	}
	w := d.w
	if w.views == nil {
		w.views = w.newViews(d.text)
		w.offerStyles()
	} else {
		w.views.editor.SetManuscript(d.text)
	}
	d.views = w.views
	d.pages.Store(d.preview)
	d.follow()
	if d.sheets != nil {
		d.show(d.sheets)
	}
}

// strip gives the views back; the text stays.
func (d *desk) strip() {
	if d.views == nil {
		return
	}
	d.text.Silence()
	d.text.Listen(d.happened)
	d.pages.Store(nil)
	d.w.win.Canvas().Unfocus()
	d.editor.SetManuscript(manuscript.New("", ""))
	d.views = nil
}

// happened follows what happens to the text.
func (d *desk) happened(e manuscript.Event) {
	switch e {
	case manuscript.TextChanged:
		d.w.stopwatch.typed(d.text.Generation())
		d.saver.Changed(d.text.Text())
		if d.saved != panels.Failed {
			d.w.note("") // what was said in passing is past
		}
		d.submit()
		d.follow()
	case manuscript.SelectionChanged:
		if d.views != nil {
			d.placed()
		}
	case manuscript.SavedChanged:
		d.w.titled()
	}
}

// submit asks for the pages of the text as it is.
func (d *desk) submit() { d.proof.Submit(d.text.Document(), d.text.Generation()) }

// follow shows the text in all that stands round it.
func (d *desk) follow() {
	if d.views == nil {
		return
	}
	doc := d.text.Document()
	d.form.Set(doc)
	d.dress()
	d.outline.Set(doc, d.text.Selection().Caret)
	d.status.SetLanguage(doc.Lang)
	if d.text.Saved() && !d.gone {
		d.setSaved(panels.OnDisk)
	} else if d.saved == panels.OnDisk {
		d.setSaved(panels.Unsaved)
	}
	d.placed()
	d.w.titled()
	d.w.refreshMenu()
}

// placed shows where the caret is.
func (d *desk) placed() {
	doc, sel := d.text.Document(), d.text.Selection()
	at := doc.Position(sel.Caret)
	d.status.SetPlace(at.Line, at.Column)
	selected := 0
	if !sel.Empty() {
		selected = drafting.Count(bulletins.Parse("", d.text.Selected(), nil)).Words
	}
	d.status.SetWords(d.counter.Count(doc).Words, selected)
	d.outline.Mark(sel.Caret)
	d.showPage()
}

// showPage says on which page the caret is and marks it there.
func (d *desk) showPage() {
	if d.sheets == nil {
		return
	}
	caret := d.text.Selection().Caret
	number := 0
	if n, _, ok := d.sheets.Place(caret); ok {
		number = n + 1
	}
	d.status.SetPages(number, d.sheets.Pages.Len())
	d.preview.ShowCaret(caret)
}

// delivered takes new pages.
func (d *desk) delivered(s *proof.Sheets) {
	if d.proof == nil || d.sheets != nil && s.Generation < d.sheets.Generation {
		return
	}
	d.sheets = s
	if d.views != nil {
		d.show(s)
	}
}

// show shows pages and what is wrong with them.
func (d *desk) show(s *proof.Sheets) {
	d.preview.SetSheets(s)
	d.dress()
	if s.Generation == d.text.Generation() {
		d.editor.SetDiagnostics(s.Diagnostics)
	}
	d.problems.Set(s.Document, s.Diagnostics)
	d.status.SetProblems(panels.Count(s.Diagnostics))
	d.showPage()
	d.w.refreshMenu()
	d.w.stopwatch.shown(s.Generation)
}

// goTo shows what a problem is about, in the document that is taken in if it is there.
func (d *desk) goTo(p bulletins.Diagnostic) {
	d.editor.Reveal(p.Range.Start)
	if at := p.Elsewhere; at != nil {
		d.w.openAt(filepath.Join(filepath.Dir(d.path), filepath.FromSlash(at.File)), at.Range.Start, at.Range.End-at.Range.Start)
	}
}

// fix mends a problem, if the text is still the one that it was found in.
func (d *desk) fix(p bulletins.Diagnostic) {
	if d.sheets == nil || d.sheets.Generation != d.text.Generation() {
		return
	}
	if c, ok := drafting.Fix(d.text.Document(), p.Fix); ok {
		d.text.Apply(c)
	}
}

// setField changes the front matter.
func (d *desk) setField(path []string, value drafting.Field) {
	c, ok := drafting.SetField(d.text.Document(), path, value)
	if !ok {
		return
	}
	c.Mode = manuscript.Typing
	d.text.Apply(c)
}

func (d *desk) setSaved(s panels.Saved) {
	d.saved = s
	if d.views != nil {
		d.status.SetSaved(s)
	}
}

// close lets go of the document. What is unsaved stays in the journal.
func (d *desk) close() {
	if d.proof == nil {
		return // it was closed before
	}
	d.strip()
	d.proof.Close()
	d.saver.Close()
	d.pictures.close()
	// Fyne remembers the widgets round the text, and they us: what is large is let go.
	d.proof, d.sheets = nil, nil
	d.text, d.counter = manuscript.New("", ""), drafting.Counter{}
}

// problemsNow are the problems of the newest pages.
func (d *desk) problemsNow() []bulletins.Diagnostic {
	if d.sheets == nil {
		return nil
	}
	return d.sheets.Diagnostics
}
