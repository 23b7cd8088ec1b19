package library

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// showRows shows the rows, the hits, or why there are none.
func (l *List) showRows() {
	l.name.SetText(l.title())
	l.rows.Hidden, l.found.Hidden = l.full, !l.full
	l.switches.Hidden = !l.full
	l.top.Refresh()
	l.nothing.Objects = nil
	if o := l.instead(); o != nil {
		l.nothing.Objects = []fyne.CanvasObject{o}
		l.rows.Hidden = true
	}
	l.nothing.Refresh()
	l.rows.Refresh()
	l.found.Refresh()
	l.showCount()
	l.body.Refresh()
}

func (l *List) title() string {
	if l.dir == "" {
		return ui.Say("library-no-folder")
	}
	return filepath.Base(l.dir)
}

// instead is what stands in the place of rows when there are none.
func (l *List) instead() fyne.CanvasObject {
	switch {
	case l.full:
		return nil
	case l.dir == "":
		return message(ui.Say("library-no-folder-hint"), ui.Say("library-open-folder"), theme.FolderOpenIcon(), l.o.OpenDir)
	case l.status.Err != nil && len(l.entries) == 0:
		return message(ui.Say("library-folder-gone"), ui.Say("library-retry"), theme.ViewRefreshIcon(), func() { l.Rescan() })
	case len(l.entries) > 0 || l.status.Listing:
		return nil
	case l.view.Words != "":
		return message(ui.Say("library-none-match"), ui.Say("library-search-texts"), theme.SearchIcon(), l.searchTexts)
	}
	return message(ui.Say("library-folder-empty"), ui.Say("library-new"), theme.ContentAddIcon(), l.o.New)
}

// message is a few quiet words with a button below them.
func message(words, button string, icon fyne.Resource, tapped func()) fyne.CanvasObject {
	label := ui.NewQuietText(words)
	label.Style.Alignment = fyne.TextAlignCenter
	box := container.NewVBox(label)
	if tapped != nil {
		box.Add(container.NewCenter(ui.NewButtonWithIcon(button, icon, tapped)))
	}
	return container.NewVBox(widget.NewLabel(""), box)
}

// showCount says how many documents there are, or are selected.
func (l *List) showCount() {
	n := len(l.selected)
	l.several.Hidden = n < 2 || l.full
	words := ""
	switch {
	case l.full:
		words = l.hitText
	case n > 1:
		words = ui.Say("library-selected", "count", strconv.Itoa(n))
	case l.status.Busy() && l.dir != "":
		words = ui.Say("library-reading", "count", strconv.Itoa(l.status.Documents))
	case l.dir != "":
		words = ui.Say("library-count", "count", strconv.Itoa(len(l.entries)))
	}
	l.count.SetText(words)
	l.foot.Refresh()
}

// focus gives the keyboard to the rows.
func (l *List) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.rows); c != nil {
		c.Focus(l.rows)
	}
}
