package command

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/ui"
)

// match says how well a command answers to words that were typed: 0 not at all. All
// of the words must be in its title, its menu's or its ID; of a word that is not, all
// characters must be in the title, in whatever order, as Chinese leaves no spaces.
func match(c *Command, words string) int {
	title := strings.ToLower(c.Title())
	all := title + " " + strings.ToLower(ui.Say("menu-"+c.Menu)) + " " + c.ID
	score := 1
	for _, w := range strings.Fields(strings.ToLower(words)) {
		at := strings.Index(all, w)
		switch {
		case at < 0 && len(w) > 1 && containsAll(title, w):
		case at < 0:
			return 0
		case at == 0:
			score += 3
		case at < len(title):
			score += 2
		}
	}
	return score
}

func containsAll(text, characters string) bool {
	return !strings.ContainsFunc(characters, func(r rune) bool { return r < 0x2e80 || !strings.ContainsRune(text, r) })
}

// Matching lists the commands that answer to words, the best first.
func (t Table) Matching(words string) []*Command {
	var found []*Command
	for _, c := range t {
		if c.Run != nil && match(c, words) > 0 {
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b *Command) int { return match(b, words) - match(a, words) })
	return found
}

// line is the field of the palette: arrows move in the list below it.
type line struct {
	ime.Entry
	move  func(by int)
	leave func()
}

func (l *line) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyEscape:
		l.leave()
	default:
		l.Entry.TypedKey(k)
	}
}

// ShowPalette opens a field over the window in which a command is found by its
// words.
func (t Table) ShowPalette(w fyne.Window) {
	found := t.Matching("")
	at := 0
	var list *widget.List
	var sheet *ui.Sheet
	nothing := widget.NewLabel(ui.Say("palette-none"))
	run := func(i int) {
		if i < 0 || i >= len(found) {
			return
		}
		sheet.Hide()
		found[i].Do()
	}
	entry := &line{leave: func() { sheet.Hide() }}
	entry.move = func(by int) {
		at = max(0, min(len(found)-1, at+by))
		list.Select(at)
	}
	entry.ExtendBaseWidget(entry)
	entry.SetPlaceHolder(ui.Say("palette-hint"))
	list = widget.NewList(func() int { return len(found) }, newRow, func(i widget.ListItemID, o fyne.CanvasObject) {
		showRow(o, found[i])
	})
	byKey := false
	list.OnSelected = func(i widget.ListItemID) {
		if !byKey {
			run(i)
		}
	}
	move := entry.move
	entry.move = func(by int) { byKey = true; move(by); byKey = false }
	entry.OnChanged = func(words string) {
		found, at = t.Matching(words), 0
		nothing.Hidden = len(found) > 0
		nothing.Refresh()
		list.UnselectAll()
		list.Refresh()
		entry.move(0)
	}
	entry.OnSubmitted = func(string) { run(at) }
	nothing.Importance = widget.LowImportance
	nothing.Hide()
	box := container.NewBorder(entry, nil, nil, nil, container.NewStack(list, container.NewVBox(nothing)))
	sheet = ui.NewSheet(box, w.Canvas(), fyne.NewSize(560, 420))
	ui.Open(sheet)
	entry.move(0)
	w.Canvas().Focus(entry)
}

func newRow() fyne.CanvasObject {
	keys := widget.NewLabel("")
	keys.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, keys, widget.NewLabel(""))
}

func showRow(o fyne.CanvasObject, c *Command) {
	parts := o.(*fyne.Container).Objects
	title, keys := parts[0].(*widget.Label), parts[1].(*widget.Label)
	title.Importance = widget.MediumImportance
	if !c.Ready() {
		title.Importance = widget.LowImportance
	}
	words := c.Title()
	if c.Menu != "" {
		words = ui.Say("menu-"+c.Menu) + " › " + words
	}
	title.SetText(words)
	keys.SetText(c.Hint())
	o.Refresh() // the keys take another width
}
