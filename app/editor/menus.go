package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// item is a command as an entry of a menu.
func (e *Editor) item(id string) *fyne.MenuItem {
	c := e.table[id]
	i := fyne.NewMenuItem(c.Title(), c.Do)
	i.Icon, i.Shortcut, i.Disabled = c.Icon, c.Shortcut, !c.Ready()
	i.Checked = c.Checked != nil && c.Checked()
	return i
}

// items are several, "" being a line between them.
func (e *Editor) items(ids ...string) (all []*fyne.MenuItem) {
	for _, id := range ids {
		if id == "" {
			all = append(all, fyne.NewMenuItemSeparator())
		} else {
			all = append(all, e.item(id))
		}
	}
	return all
}

// contextMenu is the menu of the right button: first what mends what is wrong there.
func (e *Editor) contextMenu() *fyne.Menu {
	var all []*fyne.MenuItem
	for _, d := range e.troubles(e.manuscript.Selection().Caret) {
		if d.Fix != nil && e.manuscript.Selection().Empty() {
			message, _ := ui.Message(d)
			i := fyne.NewMenuItem(ui.Say("editor-fix-this", "message", short(message, 24)), func() { e.mend(d) })
			i.Icon = theme.ConfirmIcon()
			all = append(all, i)
		}
	}
	if len(all) > 0 {
		all = append(all, fyne.NewMenuItemSeparator())
	}
	all = append(all, e.items("undo", "redo", "", "cut", "copy", "paste", "paste-plain", "select-all")...)
	if e.Look().InTable {
		table := fyne.NewMenuItem(ui.Say("menu-table"), nil)
		table.Icon = icon("table")
		table.ChildMenu = fyne.NewMenu("")
		group := 0
		for _, c := range e.commands {
			if c.Menu != "table" {
				continue
			}
			if group != 0 && c.Group != group {
				table.ChildMenu.Items = append(table.ChildMenu.Items, fyne.NewMenuItemSeparator())
			}
			group = c.Group
			table.ChildMenu.Items = append(table.ChildMenu.Items, e.item(c.ID))
		}
		all = append(all, fyne.NewMenuItemSeparator(), table)
		all = append(all, e.items("row-below", "row-delete", "column-right", "column-delete")...)
	}
	all = append(all, fyne.NewMenuItemSeparator())
	return fyne.NewMenu("", append(all, e.items("block-settings", "insert-link", "insert-note", "insert-ruby", "save-snippet")...)...)
}

// short cuts a text for a menu.
func short(text string, runes int) string {
	r := []rune(strings.ReplaceAll(text, "\n", " "))
	if len(r) <= runes {
		return string(r)
	}
	return string(r[:runes-1]) + "…"
}

// TappedSecondary is part of fyne.SecondaryTappable.
func (e *Editor) TappedSecondary(event *fyne.PointEvent) {
	if e.within(event.Position) {
		e.showMenu(e.contextMenu(), event.AbsolutePosition)
	}
}

// menuAtCaret opens the same menu by the key for it.
func (e *Editor) menuAtCaret() {
	pos, size := e.CaretRect()
	e.showMenu(e.contextMenu(), pos.AddXY(0, size.Height))
}

func (e *Editor) showMenu(m *fyne.Menu, at fyne.Position) {
	if c := e.canvas(); c != nil {
		e.hint.hide()
		widget.ShowPopUpMenuAtPosition(m, c, at)
	}
}
