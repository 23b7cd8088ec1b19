package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"safety365/app/command"
	"safety365/app/manuscript"
)

// Commands are what can be done in the editor, for menus, shortcuts and the palette.
func (e *Editor) Commands() []*command.Command { return e.commands }

// makeCommands lists them. A command that was given from a menu leaves the focus
// here.
func (e *Editor) makeCommands() []*command.Command {
	all := e.editCommands()
	all = append(all, e.insertCommands()...)
	all = append(all, e.formatCommands()...)
	all = append(all, e.tableCommands()...)
	return append(all, e.viewCommands()...)
}

func chord(key fyne.KeyName, mods fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: mods}
}

const (
	ctrlKey      = fyne.KeyModifierShortcutDefault
	ctrlShiftKey = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
)

// elsewhere is the field that has the focus now if it is not the editor: the
// commands of the clipboard and of the history are for it then.
func (e *Editor) elsewhere(s fyne.Shortcut) bool {
	c := e.canvas()
	if c == nil || c.Focused() == nil || c.Focused() == fyne.Focusable(e) {
		return false
	}
	field, ok := c.Focused().(fyne.Shortcutable)
	if ok {
		field.TypedShortcut(s)
	}
	return ok
}

func (e *Editor) editCommands() []*command.Command {
	m := func() *manuscript.Manuscript { return e.manuscript }
	selected := func() bool { return e.foreign() || !m().Selection().Empty() }
	shared := func(s fyne.Shortcut, f func()) func() {
		return func() {
			if !e.elsewhere(s) {
				f()
			}
		}
	}
	board := e.clipboard
	return []*command.Command{
		{ID: "undo", Menu: "edit", Group: 1, Icon: theme.ContentUndoIcon(), Toolbar: 1, Shortcut: command.Ctrl(fyne.KeyZ),
			Run: shared(&fyne.ShortcutUndo{}, e.undo), Enabled: func() bool { return e.foreign() || m().CanUndo() }},
		{ID: "redo", Menu: "edit", Group: 1, Icon: theme.ContentRedoIcon(), Toolbar: 1, Shortcut: command.Ctrl(fyne.KeyY),
			Run: shared(&fyne.ShortcutRedo{}, e.redo), Enabled: func() bool { return e.foreign() || m().CanRedo() }},
		{ID: "cut", Menu: "edit", Group: 2, Icon: theme.ContentCutIcon(), Shortcut: command.Ctrl(fyne.KeyX),
			Run: func() { shared(&fyne.ShortcutCut{Clipboard: board()}, e.cut)() }, Enabled: selected},
		{ID: "copy", Menu: "edit", Group: 2, Icon: theme.ContentCopyIcon(), Shortcut: command.Ctrl(fyne.KeyC),
			Run: func() { shared(&fyne.ShortcutCopy{Clipboard: board()}, func() { e.copy() })() }, Enabled: selected},
		{ID: "paste", Menu: "edit", Group: 2, Icon: theme.ContentPasteIcon(), Shortcut: command.Ctrl(fyne.KeyV),
			Run: func() { shared(&fyne.ShortcutPaste{Clipboard: board()}, e.paste)() }},
		{ID: "paste-plain", Menu: "edit", Group: 2, Shortcut: command.CtrlShift(fyne.KeyV),
			Run: func() { shared(&fyne.ShortcutPaste{Clipboard: board()}, e.pastePlain)() }},
		{ID: "select-all", Menu: "edit", Group: 2, Shortcut: command.Ctrl(fyne.KeyA),
			Run: shared(&fyne.ShortcutSelectAll{}, e.selectAll)},
		{ID: "find", Menu: "edit", Group: 3, Icon: theme.SearchIcon(), Toolbar: 5, Shortcut: command.Ctrl(fyne.KeyF),
			Run: func() { e.finder.open(false) }},
		{ID: "replace", Menu: "edit", Group: 3, Icon: theme.SearchReplaceIcon(), Shortcut: command.Ctrl(fyne.KeyH),
			Run: func() { e.finder.open(true) }},
		{ID: "find-next", Menu: "edit", Group: 3, Keys: "F3", Run: func() { e.finder.step(false) }},
		{ID: "find-previous", Menu: "edit", Group: 3, Keys: "Shift+F3", Run: func() { e.finder.step(true) }},
		{ID: "fix", Menu: "edit", Group: 4, Shortcut: command.Alt(fyne.KeyReturn),
			Run: e.do(func() { e.fix(m().Selection().Caret) }), Enabled: e.fixable},
	}
}

// foreign says whether another field has the focus.
func (e *Editor) foreign() bool {
	if e.focused {
		return false
	}
	c := e.canvas()
	if c == nil || c.Focused() == nil || c.Focused() == fyne.Focusable(e) {
		return false
	}
	_, ok := c.Focused().(fyne.Shortcutable)
	return ok
}

// do is a command's work with the focus taken afterwards.
func (e *Editor) do(f func()) func() {
	return func() {
		f()
		e.TakeFocus()
	}
}

// drafted is a command that one of drafting's functions does.
func (e *Editor) drafted(f func(e *Editor) (manuscript.Change, bool)) func() {
	return e.do(func() { e.apply(f(e)) })
}

func (e *Editor) undo() {
	e.manuscript.Undo()
	e.follow()
}

func (e *Editor) redo() {
	e.manuscript.Redo()
	e.follow()
}

// selectAll selects the text: all that is shown of it.
func (e *Editor) selectAll() {
	e.manuscript.Select(manuscript.Selection{Anchor: e.body(), Caret: len(e.manuscript.Text())})
}

// fixable says whether what is wrong at the caret can be mended by itself.
func (e *Editor) fixable() bool {
	for _, d := range e.troubles(e.manuscript.Selection().Caret) {
		if d.Fix != nil {
			return true
		}
	}
	return false
}

func (e *Editor) insertCommands() []*command.Command {
	return []*command.Command{
		{ID: "insert-table", Menu: "insert", Group: 1, Icon: icon("table"), Toolbar: 4, Shortcut: command.Ctrl(fyne.KeyT), Run: func() { e.pickTable(nil) }},
		{ID: "insert-picture", Menu: "insert", Group: 1, Icon: icon("picture"), Toolbar: 4, Shortcut: command.CtrlShift(fyne.KeyI),
			Run: e.pickPicture, Enabled: func() bool { return e.options.PickPicture != nil }},
		{ID: "insert-block", Menu: "insert", Group: 1, Icon: icon("block"), Toolbar: 4, Run: func() { e.pickBlock(nil) }},
		{ID: "insert-note", Menu: "insert", Group: 2, Icon: icon("note"), Toolbar: 4,
			Shortcut: chord(fyne.KeyF, fyne.KeyModifierControl|fyne.KeyModifierAlt), Run: e.openNote},
		{ID: "insert-ruby", Menu: "insert", Group: 2, Icon: icon("ruby"), Toolbar: 4, Run: e.openRuby},
		{ID: "insert-link", Menu: "insert", Group: 2, Shortcut: command.Ctrl(fyne.KeyK), Run: e.openLink},
		{ID: "insert-snippet", Menu: "insert", Group: 3, Icon: icon("snippet"), Toolbar: 4, Run: func() { e.pickSnippet(nil) }},
		{ID: "save-snippet", Menu: "insert", Group: 3, Run: e.saveSnippet,
			Enabled: func() bool { return e.options.SaveSnippet != nil && e.phrase() != "" }},
	}
}

func (e *Editor) viewCommands() []*command.Command {
	s := &e.settings
	return []*command.Command{
		{ID: "editor-zoom-in", Menu: "view", Group: 3, Icon: theme.ZoomInIcon(), Shortcut: command.Ctrl(fyne.KeyEqual),
			Run: func() { e.SetZoom(nextZoom(e.Zoom(), 1)) }},
		{ID: "editor-zoom-out", Menu: "view", Group: 3, Icon: theme.ZoomOutIcon(), Shortcut: command.Ctrl(fyne.KeyMinus),
			Run: func() { e.SetZoom(nextZoom(e.Zoom(), -1)) }},
		{ID: "editor-zoom-reset", Menu: "view", Group: 3, Shortcut: command.CtrlShift(fyne.Key0), Run: func() { e.SetZoom(100) }},
		{ID: "line-numbers", Menu: "view", Group: 4, Run: func() { e.SetNumbers(!s.Numbers) }, Checked: func() bool { return s.Numbers }},
		{ID: "focus-mode", Menu: "view", Group: 4, Keys: "F9", Run: func() { e.SetFocusMode(!s.Focus) }, Checked: func() bool { return s.Focus }},
		{ID: "typewriter", Menu: "view", Group: 4, Run: func() { e.SetTypewriter(!s.Typewriter) }, Checked: func() bool { return s.Typewriter }},
		{ID: "show-source", Menu: "view", Group: 4, Shortcut: command.Ctrl(fyne.KeySlash), Run: func() { e.SetSource(!s.Source) }, Checked: func() bool { return s.Source }},
	}
}
