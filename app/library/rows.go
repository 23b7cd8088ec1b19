package library

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/shelf"
)

// rows is the list of documents. It takes the keyboard itself: widget.List knows one
// selected row, and not Enter, F2 or Delete.
type rows struct {
	widget.List
	list    *List
	focused bool
}

func newRows(l *List) *rows {
	r := &rows{list: l}
	r.Length = func() int { return len(l.entries) }
	r.CreateItem = func() fyne.CanvasObject { return newRow(l) }
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.entries) {
			l.want(l.entries[i])
			o.(*row).show(i, l.entries[i])
		}
	}
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// want has the shelf read first what is seen.
func (l *List) want(e *shelf.Entry) {
	if e.State == shelf.Unread && l.shelf != nil {
		l.shelf.Prefer(e.Path)
	}
}

func (r *rows) FocusGained() { r.focus(true) }
func (r *rows) FocusLost()   { r.focus(false) }

func (r *rows) focus(on bool) {
	r.focused = on
	r.list.cursor = max(0, min(r.list.cursor, len(r.list.entries)-1))
	r.Refresh()
}

// TypedRune goes on in the search box.
func (r *rows) TypedRune(c rune) {
	if c != ' ' {
		r.list.FocusSearch()
		r.list.box.TypedRune(c)
	}
}

// TypedKey moves the cursor and does what is done with the documents selected.
func (r *rows) TypedKey(e *fyne.KeyEvent) {
	l := r.list
	page := max(1, int(r.Size().Height/newRow(l).MinSize().Height)-1)
	switch e.Name {
	case fyne.KeyUp:
		if l.cursor == 0 && !l.extending() {
			l.FocusSearch()
			return
		}
		l.move(l.cursor - 1)
	case fyne.KeyDown:
		l.move(l.cursor + 1)
	case fyne.KeyPageUp:
		l.move(l.cursor - page)
	case fyne.KeyPageDown:
		l.move(l.cursor + page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.entries) - 1)
	case fyne.KeySpace:
		l.toggle(l.cursor)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.openAtCursor()
	case fyne.KeyF2:
		l.meanCursor()
		l.rename()
	case fyne.KeyDelete:
		l.meanCursor()
		l.bin()
	case fyne.KeyEscape:
		l.selectOnly(-1)
	case desktop.KeyMenu:
		l.menuAtCursor()
	}
}

// meanCursor selects the row with the cursor if none is selected.
func (l *List) meanCursor() {
	if len(l.selected) == 0 {
		l.selectOnly(l.cursor)
	}
}

// heldKeys are the modifiers that are down. Tests put their own in its place.
var heldKeys = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func (l *List) extending() bool { return heldKeys()&fyne.KeyModifierShift != 0 }

// move puts the cursor onto a row; with Shift the rows on the way are selected.
func (l *List) move(to int) {
	if len(l.entries) == 0 {
		return
	}
	to = max(0, min(to, len(l.entries)-1))
	if l.extending() {
		l.selectRange(l.anchor, to)
		l.cursor = to
	} else {
		l.selectOnly(to)
	}
	l.rows.ScrollTo(to)
	l.showSelection()
}

// click is a click on a row.
func (l *List) click(i int) {
	if i < 0 || i >= len(l.entries) {
		return
	}
	held := l.held
	l.held = 0
	l.focus()
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.selectRange(l.anchor, i)
		l.cursor = i
	case held&fyne.KeyModifierShortcutDefault != 0:
		l.toggle(i)
		return
	default:
		l.selectOnly(i)
		l.showSelection()
		l.openAtCursor()
		return
	}
	l.showSelection()
}

// toggle selects a row or takes it from those selected.
func (l *List) toggle(i int) {
	if i < 0 || i >= len(l.entries) {
		return
	}
	path := l.entries[i].Path
	if l.selected[path] {
		delete(l.selected, path)
	} else {
		l.selected[path] = true
	}
	l.cursor, l.anchor = i, i
	l.showSelection()
}

// selectOnly selects a row alone; -1 selects none.
func (l *List) selectOnly(i int) {
	clear(l.selected)
	if i >= 0 && i < len(l.entries) {
		l.selected[l.entries[i].Path] = true
		l.cursor, l.anchor = i, i
	}
	l.showSelection()
}

func (l *List) selectRange(from, to int) {
	clear(l.selected)
	from = max(0, min(from, len(l.entries)-1))
	for i := min(from, to); i <= max(from, to); i++ {
		l.selected[l.entries[i].Path] = true
	}
}

// showSelection draws what is selected anew.
func (l *List) showSelection() {
	l.rows.Refresh()
	l.showCount()
}

// Selected are the documents that are selected, in order; the open one if none is.
func (l *List) Selected() []string {
	var out []string
	for _, e := range l.entries {
		if l.selected[e.Path] {
			out = append(out, e.Path)
		}
	}
	if len(out) == 0 && l.open != "" {
		out = append(out, l.open)
	}
	return out
}

// one is the document that is meant by a command for a single one; "" if there is
// none or there are several.
func (l *List) one() string {
	if all := l.Selected(); len(all) == 1 {
		return all[0]
	}
	return ""
}

// index finds a document in the list, or -1.
func (l *List) index(path string) int {
	return slices.IndexFunc(l.entries, func(e *shelf.Entry) bool { return e.Path == path })
}
