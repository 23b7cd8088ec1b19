package command

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/ime"
	"safety365/app/ui"
)

// Table is all commands of the window.
type Table []*Command

// Find returns the command of an ID, or nil.
func (t Table) Find(id string) *Command {
	for _, c := range t {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Shortcut gives the command that has a shortcut, and says whether there is one.
func (t Table) Shortcut(s fyne.Shortcut) bool {
	for _, c := range t {
		if c.Shortcut != nil && c.Shortcut.ShortcutName() == s.ShortcutName() {
			c.Do()
			return true
		}
	}
	return false
}

// Key gives the command that has a key which is no shortcut to Fyne, as F3 or
// Shift+F3, and says whether there is one.
func (t Table) Key(name fyne.KeyName, mods fyne.KeyModifier) bool {
	key := string(name)
	if mods&fyne.KeyModifierShift != 0 {
		key = "Shift+" + key
	}
	for _, c := range t {
		if c.Keys == key {
			c.Do()
			return true
		}
	}
	return false
}

// menus are the menus of the window from left to right.
var menus = []string{"file", "edit", "insert", "format", "table", "view", "tools", "help"}

// Menu makes the main menu: in each menu the groups by their numbers, in a group the
// commands as they stand in the table, whichever part offers them. It is made again
// when a command's Ready or Checked changes: Fyne asks neither by itself.
func (t Table) Menu() *fyne.MainMenu {
	main := &fyne.MainMenu{}
	sorted := t.grouped()
	for _, name := range menus {
		menu := fyne.NewMenu(ui.Say("menu-" + name))
		group := -1
		for _, c := range sorted {
			if c.Menu != name {
				continue
			}
			if group >= 0 && c.Group != group {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			group = c.Group
			menu.Items = append(menu.Items, c.item())
		}
		if len(menu.Items) > 0 {
			main.Items = append(main.Items, menu)
		}
	}
	return main
}

// grouped is the table with the groups in the order of their numbers.
func (t Table) grouped() Table {
	sorted := slices.Clone(t)
	slices.SortStableFunc(sorted, func(a, b *Command) int { return cmp.Compare(a.Group, b.Group) })
	return sorted
}

// item is the command as an entry of a menu.
func (c *Command) item() *fyne.MenuItem {
	item := fyne.NewMenuItem(c.Title(), func() {
		// Fyne gives a shortcut to the menu before anybody else sees the key, even under a
		// dialog; one that the input method took is not ours.
		if !ime.Taken() && !ui.Covered() {
			c.Do()
		}
	})
	item.Icon, item.Shortcut = c.Icon, c.Shortcut
	if c.Shortcut == nil {
		item.Shortcut = shownKey(c.Keys)
	}
	item.Disabled = !c.Ready()
	item.Checked = c.Checked != nil && c.Checked()
	item.IsQuit = c.ID == "quit"
	return item
}

// shownKey is a key like F3 as a shortcut that a menu shows. Fyne never gives one
// without Ctrl, Alt or Super, and the window hands the key to Table.Key itself. The
// menus of a Mac would give it as well, so there it is not shown.
func shownKey(keys string) fyne.Shortcut {
	if keys == "" || runtime.GOOS == "darwin" {
		return nil
	}
	key, shifted := strings.CutPrefix(keys, "Shift+")
	s := &desktop.CustomShortcut{KeyName: fyne.KeyName(key)}
	if shifted {
		s.Modifier = fyne.KeyModifierShift
	}
	return s
}

// state is what a menu shows of the commands beside their words.
func (t Table) State() string {
	b := make([]byte, len(t))
	for i, c := range t {
		b[i] = '0'
		if c.Ready() {
			b[i] |= 1
		}
		if c.Checked != nil && c.Checked() {
			b[i] |= 2
		}
	}
	return string(b)
}

// keyNames are keys as they are written on keyboards.
var keyNames = strings.NewReplacer("BackSpace", "Backspace", "Prior", "PgUp", "Next", "PgDn",
	"Return", "Enter", "Escape", "Esc")

// Hint is the command's keys as a menu shows them, or "".
func (c *Command) Hint() string {
	s, ok := c.Shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return keyNames.Replace(c.Keys)
	}
	control := "Ctrl"
	if runtime.GOOS == "darwin" {
		control = "⌘"
	}
	var parts []string
	mods := s.Mod()
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShortcutDefault, control}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if mods&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, keyNames.Replace(string(s.Key()))), "+")
}

var _ fyne.KeyboardShortcut = (*desktop.CustomShortcut)(nil)
