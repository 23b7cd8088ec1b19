package window

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/keeping"
	"safety365/app/ui"
)

// clock is how times are shown.
const clock = "2006-01-02 15:04"

// offerRecovery asks about each text that a lost process left, one after the other.
func (w *Window) offerRecovery() {
	w.offer(keeping.Recoverable())
}

func (w *Window) offer(all []*keeping.Recovery) {
	if len(all) == 0 {
		return
	}
	r := all[0]
	words := ui.NewText(ui.Say("recovery-words", "name", nameOf(r), "when", r.When.Local().Format(clock)))
	var box *ui.Dialog
	done := func(f func()) func() {
		return func() {
			box.Hide()
			f()
			w.offer(all[1:])
		}
	}
	restore := ui.NewButton(ui.Say("recovery-restore"), done(func() { w.restore(r) }))
	restore.Importance = widget.HighImportance
	discard := ui.NewButton(ui.Say("recovery-discard"), done(func() {
		if err := r.Discard(); err != nil {
			w.failed(err)
		}
	}))
	later := ui.NewButton(ui.Say("recovery-later"), done(func() {}))
	box = ui.NewDialog(ui.Say("recovery-title"),
		container.NewBorder(words, nil, nil, nil, newComparison(r.Disk, r.Text)), w.win)
	box.SetButtons([]fyne.CanvasObject{later, discard, restore})
	box.Resize(fyne.NewSize(760, 560))
	ui.Open(box)
}

// nameOf is what a lost document was called.
func nameOf(r *keeping.Recovery) string {
	if r.Path == "" {
		return ui.Say("recovery-unnamed")
	}
	return filepath.Base(r.Path)
}

// restore opens a document with what was lost of it. One whose file is gone is
// written again.
func (w *Window) restore(r *keeping.Recovery) {
	if r.Path == "" {
		w.create(ui.Say("recovery-unnamed"), r.Text)
		r.Discard()
		return
	}
	if d := w.desks[r.Path]; d != nil { // opened meanwhile
		d.replace(r.Text)
		w.show(d)
		keeping.FlushAll(2 * time.Second) // its own journal has it before this one goes
		r.Discard()
		return
	}
	if _, err := os.Stat(r.Path); os.IsNotExist(err) {
		if os.MkdirAll(filepath.Dir(r.Path), 0o777) == nil {
			if err := keeping.Write(r.Path, []byte(r.Text)); err != nil {
				w.failed(err)
				return
			}
			r.Discard()
			w.openPath(r.Path)
			return
		}
	}
	w.openRecovered(r.Path, r)
}
