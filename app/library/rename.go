package library

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// rename asks for another name. If others link to the document it says so first.
func (l *List) rename() {
	path := l.one()
	if path == "" || l.o.Window == nil {
		return
	}
	old := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	d := askLine(l.o.Window, ui.Say("library-rename"), ui.Say("library-rename-hint"), old, func(name string) {
		if name == old || strings.TrimSpace(name) == "" {
			return
		}
		all := l.paths()
		var referrers []string
		l.work(ui.Say("library-failed-rename"), func() (err error) {
			referrers, err = shelf.Referrers(context.Background(), path, all)
			return err
		}, func() {
			if len(referrers) == 0 {
				l.renameTo(path, name)
				return
			}
			question := ui.Say("library-rename-linked", "count", strconv.Itoa(len(referrers)))
			l.confirm(ui.Say("library-rename"), question, func() { l.renameTo(path, name) })
		})
	})
	d.SetOnClosed(l.focus)
}

func (l *List) renameTo(path, name string) {
	var to string
	l.work(ui.Say("library-failed-rename"), func() (err error) {
		to, err = shelf.Rename(path, name)
		return err
	}, func() {
		if to == path {
			return
		}
		if l.open == path {
			l.open = to
		}
		delete(l.selected, path)
		l.wanted = to
		l.Rescan(path, to)
		if l.o.Moved != nil {
			l.o.Moved(path, to)
		}
	})
}

// paths are all documents of the folder, filtered or not.
func (l *List) paths() []string {
	if l.shelf == nil {
		return nil
	}
	var out []string
	for _, e := range l.shelf.View(shelf.View{}) {
		out = append(out, e.Path)
	}
	return out
}
