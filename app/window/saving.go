package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/keeping"
	"safety365/app/manuscript"
	"safety365/app/panels"
	"safety365/app/ui"
	"safety365/bulletins"
)

// leaveLimit is how long a document that is left may take to be written. What is not
// by then stays in its journal.
const leaveLimit = 5 * time.Second

// save writes the document because the user asks for it.
func (w *Window) save() {
	w.desk.setSaved(panels.Saving)
	w.desk.saver.Save()
}

// wasSaved takes note of what became of saving.
func (d *desk) wasSaved(r keeping.Result) {
	switch {
	case r.Err == nil:
		d.gone = false
		d.text.MarkSaved(r.Text)
		if d.text.Saved() {
			d.setSaved(panels.OnDisk)
		} else {
			d.setSaved(panels.Unsaved)
		}
		d.w.list.Rescan(d.path)
	case r.Conflict():
		d.setSaved(panels.Failed)
		d.settle(r)
	default:
		d.setSaved(panels.Failed)
		if r.Manual {
			d.w.failed(r.Err)
		} else {
			d.say(r.Err)
		}
	}
}

// say says in the status bar what is wrong with the file.
func (d *desk) say(err error) {
	if d.views != nil {
		message, _ := ui.Message(keeping.Explain(err))
		d.status.SetNote(message)
	}
}

// journalTrouble is told when the journal cannot be written, and nil when it can
// again.
func (d *desk) journalTrouble(err error) {
	ui.Do(func() {
		if d.views == nil {
			return
		}
		note := ""
		if err != nil {
			note, _ = ui.Message(keeping.Explain(err))
		}
		d.status.SetNote(note)
	})
}

// leave writes what is not written yet, before the document is put away. It says
// whether that may go on: false only if the user would rather stay.
func (d *desk) leave() bool {
	if d.saver.Unsaved() {
		d.saver.Save()
		d.saver.Wait(leaveLimit)
	}
	return true // what could not be written is in the journal, and offered at the next start
}

// changedOutside takes in that other programs changed files of the folder.
func (d *desk) changedOutside(paths []string) {
	if len(paths) == 0 || slices.ContainsFunc(paths, func(p string) bool { return p != d.path }) {
		d.pictures.forget()
		d.proof.Refresh()
		if d.views != nil {
			d.editor.Refresh()
		}
	}
	if len(paths) > 0 && !slices.Contains(paths, d.path) {
		return
	}
	file, err := keeping.Read(d.path)
	if d.gone = err != nil; d.gone {
		d.setSaved(panels.Failed)
		d.say(err)
		d.w.titled()
		return
	}
	if file.Text == d.text.Text() {
		d.follow() // it may have been away
		return
	}
	if d.saver.Unsaved() {
		d.settle(keeping.Result{Path: d.path, Text: d.text.Text(), Disk: file})
		return
	}
	d.accept(file)
	if d.views != nil {
		d.status.SetNote(ui.Say("changed-outside"))
	}
}

// accept takes the text of the file, as one change that can be undone.
func (d *desk) accept(file *keeping.File) {
	// What the window shows becomes a version before it is replaced.
	if err := d.saver.Accept(file, file.Text); err != nil {
		d.w.failed(err)
	}
	d.replace(file.Text) // can be undone
	d.text.MarkSaved(d.text.Text())
	d.follow()
}

// replace puts another text in the place of the whole, changing no more of it than
// differs, so that the caret stays where it is.
func (d *desk) replace(text string) {
	old := d.text.Text()
	start := 0
	for start < min(len(old), len(text)) && old[start] == text[start] {
		start++
	}
	end := 0
	for end < min(len(old), len(text))-start && old[len(old)-1-end] == text[len(text)-1-end] {
		end++
	}
	sel := d.text.Selection()
	move := func(offset int) int {
		if offset >= len(old)-end {
			return offset + len(text) - len(old)
		}
		return min(offset, start)
	}
	if sel.End() <= start {
		move = func(offset int) int { return offset }
	}
	d.text.Apply(manuscript.Change{
		Edits: []manuscript.Edit{{Range: bulletins.Range{Start: start, End: len(old) - end}, Text: text[start : len(text)-end]}},
		After: manuscript.Selection{Anchor: move(sel.Anchor), Caret: move(sel.Caret)},
	})
}

// settle asks what shall stand in a file that somebody else has changed as well.
func (d *desk) settle(r keeping.Result) {
	if d.asking && d.w.win.Canvas().Overlays().Top() != nil {
		return
	}
	d.asking = true
	w := d.w
	words := ui.NewText(ui.Say("conflict-words", "name", filepath.Base(d.path)))
	var box *ui.Dialog
	done := func(f func()) func() {
		return func() {
			box.Hide()
			f()
		}
	}
	mine := ui.NewButton(ui.Say("conflict-mine"), done(d.saver.Overwrite))
	buttons := []fyne.CanvasObject{ui.NewButton(ui.Say("conflict-later"), done(func() {})), mine}
	content := container.NewBorder(words, nil, nil, nil)
	if r.Disk != nil && r.Disk.IsText() {
		buttons = append(buttons, ui.NewButton(ui.Say("conflict-theirs"), done(func() { d.accept(r.Disk) })))
		content.Add(newComparison(r.Disk.Text, d.text.Text()))
	}
	mine.Importance = widget.HighImportance
	box = ui.NewDialog(ui.Say("conflict-title"), content, w.win)
	box.SetButtons(buttons)
	box.SetOnClosed(func() { d.asking = false })
	box.Resize(fyne.NewSize(760, 560))
	ui.Open(box)
}

// exitCrash is the exit code after a panic.
const exitCrash = 5

// crashing is held by the first panic, for ever: a fault seldom comes alone.
var crashing sync.Mutex

// crashed saves what is open after a panic, says so, and ends the program.
func (w *Window) crashed(what string) {
	crashing.Lock()
	keeping.FlushAll(2 * time.Second)
	path, err := keeping.Crash(what)
	if err != nil {
		path = "–"
	}
	fmt.Fprintf(os.Stderr, "%s\n\n%s\n", ui.Say("crash-words", "path", path), what)
	w.showCrash(ui.Say("crash-title"), ui.Say("crash-words", "path", path))
	keeping.FlushAll(2 * time.Second) // typed while that stood there
	os.Exit(exitCrash)
}
