package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	tip "github.com/dweymouth/fyne-tooltip/widget"

	"safety365/app/command"
	"safety365/app/ui"
)

// Toolbar returns a bar of the commands that are used most. It follows the caret.
// What has no room in it stands in a menu at its end.
func (e *Editor) Toolbar() fyne.CanvasObject {
	if e.tools != nil {
		return e.tools
	}
	t := &tools{editor: e}
	t.fill()
	t.more = ui.NewIconButton(theme.MoreHorizontalIcon(), ui.Say("toolbar-more"), t.openMore)
	t.ExtendBaseWidget(t)
	t.update()
	e.tools = t
	return t
}

// tools is a toolbar.
type tools struct {
	widget.BaseWidget
	editor *Editor
	all    []*tool
	style  *tip.Button // the picker of what a paragraph is
	more   *tip.Button
	shown  int // as many of all have room
}

// tool is a button of the toolbar, or a line between two groups.
type tool struct {
	object       fyne.CanvasObject
	button       *tip.Button
	command      *command.Command // nil for a line and for the style picker
	words        string           // stand beside the icon when there is room
	plain, wordy float32          // the widths
}

// order is what stands in the toolbar: IDs of commands, "" for a line, "style" for
// the style picker.
var order = []string{"undo", "redo", "", "style", "", "strong", "strike", "mark", "dots", "", "bullets", "numbers", "tasks", "",
	"insert-table", "insert-picture", "insert-block", "insert-note", "insert-ruby", "insert-snippet", "", "find"}

// wordy are the tools whose name stands beside them: what they put in cannot be
// guessed from an icon.
var wordy = map[string]bool{"insert-table": true, "insert-picture": true, "insert-block": true, "insert-note": true,
	"insert-ruby": true, "insert-snippet": true}

func (t *tools) fill() {
	for _, id := range order {
		switch id {
		case "":
			line := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
			t.all = append(t.all, &tool{object: line, plain: 9, wordy: 9})
		case "style":
			t.style = tip.NewButtonWithIcon("", theme.MenuDropDownIcon(), t.openStyles)
			t.style.IconPlacement = widget.ButtonIconTrailingText
			t.style.Alignment = widget.ButtonAlignLeading
			t.style.Importance = widget.LowImportance
			t.style.SetToolTip(ui.Say("toolbar-style"))
			width := float32(0)
			for _, r := range roles {
				t.style.SetText(ui.Say("command-" + r.id))
				width = max(width, t.style.MinSize().Width)
			}
			t.all = append(t.all, &tool{object: t.style, button: t.style, plain: width, wordy: width})
		default:
			t.all = append(t.all, t.newTool(id))
		}
	}
}

func (t *tools) newTool(id string) *tool {
	e := t.editor
	c := e.table[id]
	var b *tip.Button
	run := func() {
		c.Do()
		if id == "undo" || id == "redo" {
			e.TakeFocus()
		}
	}
	switch id { // these open below their button
	case "insert-table":
		run = func() { e.pickTable(b) }
	case "insert-block":
		run = func() { e.pickBlock(b) }
	case "insert-snippet":
		run = func() { e.pickSnippet(b) }
	}
	b = ui.NewIconButton(c.Icon, withKey(c), func() { quiet(b); run() })
	tool := &tool{object: b, button: b, command: c, plain: b.MinSize().Width}
	tool.wordy = tool.plain
	if wordy[id] {
		tool.words = ui.Say("toolbar-" + id)
		b.SetText(tool.words)
		tool.wordy = b.MinSize().Width
		b.SetText("")
	}
	return tool
}

// quiet takes the tooltip of a button away, or has it not come: what the button opens
// would lie over it.
func quiet(b *tip.Button) { b.ToolTipWidgetExtend.MouseOut() }

// withKey is a command's name with its key.
func withKey(c *command.Command) string {
	key := c.Keys
	if key == "" {
		key = keyName(c.Shortcut)
	}
	if key == "" {
		return c.Title()
	}
	return c.Title() + "  " + key
}

// keyName says a shortcut as it stands on the keyboard.
func keyName(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	name := ""
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if k.Mod()&m.mod != 0 {
			name += m.name
		}
	}
	return name + string(k.Key())
}

// update follows what holds at the caret.
func (t *tools) update() {
	name := ""
	for _, r := range roles {
		if t.editor.Look().Role == r.role {
			name = ui.Say("command-" + r.id)
		}
	}
	if t.style.Text != name {
		t.style.SetText(name)
	}
	for _, tool := range t.all {
		if c := tool.command; c != nil {
			light(tool.button, c.Checked != nil && c.Checked())
			switch ready := c.ID == "undo" && t.editor.manuscript.CanUndo() || c.ID == "redo" && t.editor.manuscript.CanRedo() ||
				c.ID != "undo" && c.ID != "redo" && c.Ready(); {
			case ready && tool.button.Disabled():
				tool.button.Enable()
			case !ready && !tool.button.Disabled():
				tool.button.Disable()
			}
		}
	}
}

// openStyles opens the list of what a paragraph can be.
func (t *tools) openStyles() {
	quiet(t.style)
	var all []*fyne.MenuItem
	for _, r := range roles {
		if r.tool == 0 {
			i := t.editor.item(r.id)
			i.Icon = nil
			all = append(all, i)
		}
	}
	t.menu(all, t.style)
}

// openMore opens the menu of what had no room.
func (t *tools) openMore() {
	quiet(t.more)
	var all []*fyne.MenuItem
	for _, tool := range t.all[t.shown:] {
		switch {
		case tool.command != nil:
			all = append(all, t.editor.item(tool.command.ID))
		case tool.button == nil && len(all) > 0:
			all = append(all, fyne.NewMenuItemSeparator())
		}
	}
	t.menu(all, t.more)
}

func (t *tools) menu(items []*fyne.MenuItem, by fyne.CanvasObject) {
	pos, size := t.editor.below(by)
	t.editor.showMenu(fyne.NewMenu("", items...), pos.AddXY(0, size.Height))
}
