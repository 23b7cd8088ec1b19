package command

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/ui"
)

// Command is something that the user can ask for. Its words are the label
// "command-" + ID.
type Command struct {
	ID       string
	Menu     string // the menu that it stands in: file, edit, insert, format, view, tools, help; "" for none
	Group    int    // groups of a menu are parted by a line
	Shortcut fyne.Shortcut
	Keys     string        // a key that is no Shortcut to Fyne, as F3; shown beside the words, handled by the window
	Icon     fyne.Resource // nil: none
	Toolbar  int           // its group in the toolbar; 0: not there
	Run      func()
	Enabled  func() bool // nil: always
	Checked  func() bool // nil: it is no switch
}

// Title is the command's name for people.
func (c *Command) Title() string { return ui.Say("command-" + c.ID) }

// Ready says whether the command can be given now.
func (c *Command) Ready() bool { return c.Enabled == nil || c.Enabled() }

// Do gives the command if it can be given.
func (c *Command) Do() {
	if c.Run != nil && c.Ready() {
		c.Run()
	}
}

// Ctrl is the shortcut of a key with Ctrl (Command on a Mac).
func Ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// CtrlShift is the shortcut of a key with Ctrl and Shift.
func CtrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// Alt is the shortcut of a key with Alt.
func Alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}
