package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// menuFor shows what can be done with a row. A row that is not selected is first.
func (l *List) menuFor(i int, at fyne.Position) {
	if i < 0 || i >= len(l.entries) {
		return
	}
	l.focus()
	if !l.selected[l.entries[i].Path] {
		l.selectOnly(i)
	}
	l.popUp(l.menu(), at)
}

// menuAtCursor shows the menu for the keyboard.
func (l *List) menuAtCursor() {
	if l.cursor >= 0 && l.cursor < len(l.entries) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.rows)
		l.menuFor(l.cursor, at.AddXY(rowPageWidth, rowPageHeight/2))
	}
}

func (l *List) popUp(m *fyne.Menu, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		widget.ShowPopUpMenuAtPosition(m, c, at)
	}
}

// menu is what can be done with the documents selected.
func (l *List) menu() *fyne.Menu {
	one := l.one() != ""
	item := func(key string, icon fyne.Resource, possible bool, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItemWithIcon(ui.Say(key), icon, do)
		i.Disabled = !possible
		return i
	}
	return fyne.NewMenu("",
		item("library-open", theme.FileIcon(), one && l.o.Open != nil, l.openSelected),
		item("library-new-from", theme.DocumentCreateIcon(), one && l.o.NewFrom != nil, l.newFrom),
		fyne.NewMenuItemSeparator(),
		item("library-rename", theme.DocumentIcon(), one, l.rename),
		item("library-duplicate", theme.ContentCopyIcon(), true, l.duplicate),
		item("library-reveal", theme.FolderOpenIcon(), one && l.o.Reveal != nil, l.reveal),
		fyne.NewMenuItemSeparator(),
		item("library-export", theme.UploadIcon(), l.o.Export != nil, l.export),
		item("library-review", theme.DownloadIcon(), one && l.o.Review != nil, l.review),
		fyne.NewMenuItemSeparator(),
		item("library-bin", theme.DeleteIcon(), l.o.Trash != nil, l.bin),
	)
}

// orders are the ways to sort, as the menu offers them.
var orders = []struct {
	order shelf.Order
	key   string
}{
	{shelf.ByModified, "library-sort-modified"},
	{shelf.ByTitle, "library-sort-title"},
	{shelf.ByName, "library-sort-name"},
	{shelf.ByDate, "library-sort-date"},
}

// sortMenu offers the ways to sort.
func (l *List) sortMenu(at fyne.Position) { l.popUp(l.sortings(), at) }

func (l *List) sortings() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, o := range orders {
		i := fyne.NewMenuItem(ui.Say(o.key), func() { l.sortBy(o.order, l.view.Reverse) })
		i.Checked = l.view.Order == o.order
		m.Items = append(m.Items, i)
	}
	reverse := fyne.NewMenuItem(ui.Say("library-sort-reverse"), func() { l.sortBy(l.view.Order, !l.view.Reverse) })
	reverse.Checked = l.view.Reverse
	refresh := fyne.NewMenuItemWithIcon(ui.Say("library-refresh"), theme.ViewRefreshIcon(), func() { l.Rescan() })
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(), reverse, fyne.NewMenuItemSeparator(), refresh)
	if l.o.OpenDir != nil {
		m.Items = append(m.Items, fyne.NewMenuItemWithIcon(ui.Say("library-open-folder"), theme.FolderOpenIcon(), l.o.OpenDir))
	}
	return m
}

func (l *List) sortBy(order shelf.Order, reverse bool) {
	l.view.Order, l.view.Reverse = order, reverse
	l.reload()
}

// askLine asks for a line of text in a dialog. Enter in the field is OK.
func askLine(w fyne.Window, title, hint, text string, then func(string)) *ui.Dialog {
	field := ime.NewEntry()
	field.SetText(text)
	words := ui.NewQuietText(hint)
	var d *ui.Dialog
	take := func() {
		d.Hide()
		then(field.Text)
	}
	field.OnSubmitted = func(string) { take() }
	d = ui.NewDialog(title, container.NewVBox(field, words), w)
	ok := ui.NewButton(ui.Say("ok"), take)
	ok.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("cancel"), d.Hide), ok})
	d.Resize(fyne.NewSize(460, 200))
	ui.Open(d)
	w.Canvas().Focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	return d
}
