package library

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/command"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// What can be done with the documents selected. Files are touched by workers.

// work does something with files and then goes on, or says what went wrong.
func (l *List) work(what string, do func() error, then func()) {
	ui.Go(func() {
		err := do()
		ui.Do(func() {
			if err != nil {
				l.fail(what, err)
				return
			}
			then()
		})
	})
}

func (l *List) openAtCursor() {
	if l.cursor >= 0 && l.cursor < len(l.entries) && l.o.Open != nil {
		l.o.Open(l.entries[l.cursor].Path)
	}
}

func (l *List) openSelected() {
	if path := l.one(); path != "" && l.o.Open != nil {
		l.o.Open(path)
	}
}

func (l *List) export() {
	if paths := l.Selected(); len(paths) > 0 && l.o.Export != nil {
		l.o.Export(paths)
	}
}

func (l *List) review() {
	if path := l.one(); path != "" && l.o.Review != nil {
		l.o.Review(path)
	}
}

func (l *List) reveal() {
	if path := l.one(); path != "" && l.o.Reveal != nil {
		l.o.Reveal(path)
	}
}

// duplicate copies each document selected.
func (l *List) duplicate() {
	paths := l.Selected()
	var made []string
	l.work(ui.Say("library-failed-duplicate"), func() error {
		for _, path := range paths {
			to, err := shelf.Duplicate(path, ui.Say("library-copy-suffix"))
			if err != nil {
				return err
			}
			made = append(made, to)
		}
		return nil
	}, func() {
		l.appear(made...)
	})
}

// newFrom begins a document from the one selected and opens it.
func (l *List) newFrom() {
	path := l.one()
	if path == "" || l.o.NewFrom == nil {
		return
	}
	var made string
	l.work(ui.Say("library-failed-new"), func() (err error) {
		made, err = shelf.NewFrom(path, l.o.NewFrom)
		return err
	}, func() {
		l.appear(made)
		if l.o.Open != nil {
			l.o.Open(made)
		}
	})
}

// appear takes in files that were made, and selects the first of them.
func (l *List) appear(paths ...string) {
	if len(paths) > 0 {
		l.wanted = paths[0]
		l.Rescan(paths...)
	}
}

// bin puts the documents selected into the bin, after asking.
func (l *List) bin() {
	paths := l.Selected()
	if len(paths) == 0 || l.o.Trash == nil {
		return
	}
	question := ui.Say("library-bin-several", "count", strconv.Itoa(len(paths)))
	if len(paths) == 1 {
		question = ui.Say("library-bin-one", "name", nameOf(l.shelf, paths[0]))
	}
	l.confirm(ui.Say("library-bin"), question, func() { l.binAll(paths) })
}

func (l *List) binAll(paths []string) {
	var gone []string
	done := func() {
		l.Rescan(gone...)
		for _, path := range gone {
			delete(l.selected, path)
			if l.o.Removed != nil {
				l.o.Removed(path)
			}
		}
		l.showSelection()
	}
	ui.Go(func() {
		var failed error
		for _, path := range paths {
			if failed = l.o.Trash(path); failed != nil {
				break
			}
			gone = append(gone, path)
		}
		ui.Do(func() {
			if len(gone) > 0 {
				done()
			}
			if failed != nil {
				l.fail(ui.Say("library-failed-bin"), failed)
			}
		})
	})
}

func nameOf(s *shelf.Shelf, path string) string {
	if s != nil {
		if e := s.Get(path); e != nil {
			return e.Label()
		}
	}
	return filepath.Base(path)
}

// confirm asks before it does something.
func (l *List) confirm(title, question string, do func()) {
	if l.o.Window == nil {
		return
	}
	label := ui.NewText(question)
	d := ui.NewQuestion(title, title, ui.Say("cancel"), label, func(yes bool) {
		l.focus()
		if yes {
			do()
		}
	}, l.o.Window)
	d.Resize(fyne.NewSize(420, 180))
	ui.Open(d)
}

// Commands are what the list offers to menus and keys.
func (l *List) Commands() []*command.Command {
	single := func() bool { return l.one() != "" }
	some := func() bool { return len(l.Selected()) > 0 }
	return []*command.Command{
		{ID: "list-rename", Menu: "file", Group: 3, Keys: "F2", Run: l.rename, Enabled: single},
		{ID: "list-duplicate", Menu: "file", Group: 3, Icon: theme.ContentCopyIcon(), Run: l.duplicate, Enabled: some},
		{ID: "list-reveal", Menu: "file", Group: 3, Icon: theme.FolderIcon(), Run: l.reveal, Enabled: single},
		{ID: "list-bin", Menu: "file", Group: 3, Icon: theme.DeleteIcon(), Run: l.bin, Enabled: some},
		{ID: "list-refresh", Menu: "view", Group: 2, Icon: theme.ViewRefreshIcon(), Run: func() { l.Rescan() }, Enabled: func() bool { return l.dir != "" }},
	}
}
