package editor

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/app/ime"
	"safety365/app/manuscript"
)

// AcceptsTab is part of fyne.Tabbable: Tab goes from cell to cell and moves entries
// of lists.
func (e *Editor) AcceptsTab() bool { return true }

// KeyDown is part of desktop.Keyable.
func (e *Editor) KeyDown(k *fyne.KeyEvent) {
	e.keys.Down(e, k)
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
}

// KeyUp is part of desktop.Keyable.
func (e *Editor) KeyUp(k *fyne.KeyEvent) {
	e.keys.Up(e, k)
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
}

// TypedRune is part of fyne.Focusable.
func (e *Editor) TypedRune(r rune) {
	if e.keys.Rune(e, r) || unicode.IsControl(r) {
		return
	}
	e.insert(string(r))
}

// insert puts typed text at the caret.
func (e *Editor) insert(text string) {
	doc, sel := e.now()
	if e.next != nil {
		e.apply(drafting.TypeWith(doc, sel, text, *e.next))
		return
	}
	e.apply(e.drafter.Type(doc, sel, text))
}

// motions are the keys that move the caret, alone and with Ctrl.
var motions = map[fyne.KeyName]struct{ plain, ctrl view.Motion }{
	fyne.KeyLeft:     {view.Left, view.WordLeft},
	fyne.KeyRight:    {view.Right, view.WordRight},
	fyne.KeyUp:       {view.Up, view.Up},
	fyne.KeyDown:     {view.Down, view.Down},
	fyne.KeyPageUp:   {view.PageUp, view.PageUp},
	fyne.KeyPageDown: {view.PageDown, view.PageDown},
	fyne.KeyHome:     {view.RowStart, view.TextStart},
	fyne.KeyEnd:      {view.RowEnd, view.TextEnd},
}

// TypedKey is part of fyne.Focusable.
func (e *Editor) TypedKey(k *fyne.KeyEvent) {
	if e.keys.Typed(e, k) {
		return
	}
	shift := e.shift || e.modifiers()&fyne.KeyModifierShift != 0
	if m, ok := motions[k.Name]; ok {
		e.move(m.plain, shift)
		return
	}
	if !e.edit(k.Name, shift) && e.options.Key != nil {
		e.options.Key(k)
	}
}

// edit does what a key that is no character does to the text.
func (e *Editor) edit(key fyne.KeyName, shift bool) bool {
	doc, sel := e.now()
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		if shift {
			e.apply(e.drafter.LineBreak(doc, sel))
		} else {
			e.apply(e.drafter.Enter(doc, sel))
		}
	case fyne.KeyTab:
		e.apply(e.drafter.Tab(doc, sel, shift))
	case fyne.KeyBackspace:
		e.apply(e.drafter.Backspace(doc, sel))
	case fyne.KeyDelete:
		e.apply(e.drafter.Delete(doc, sel))
	case fyne.KeyEscape:
		return e.escape()
	case fyne.KeyF3:
		e.finder.step(shift)
	case desktop.KeyMenu:
		e.menuAtCaret()
	case fyne.KeyF10:
		if !shift {
			return false
		}
		e.menuAtCaret()
	default:
		return false
	}
	return true
}

// escape closes what is open, else selects nothing.
func (e *Editor) escape() bool {
	switch sel := e.manuscript.Selection(); {
	case e.pointer.carrying:
		e.pointer.carrying = false
		e.placeCaret()
	case e.hint.Visible():
		e.hint.hide()
	case e.finder.Visible():
		e.finder.close()
	case !sel.Empty():
		e.manuscript.Select(manuscript.At(sel.Caret))
	default:
		return false
	}
	return true
}

// move moves the caret; with extend the selection grows.
func (e *Editor) move(m view.Motion, extend bool) {
	ime.Reset(e)
	sel := e.manuscript.Selection()
	before := e.view.Caret(sel.Caret).Y
	to := e.view.Move(m, e.height())
	if m == view.Down && to == sel.Caret && !extend && sel.Empty() && e.behind() {
		return
	}
	if !extend && !sel.Empty() { // the selection is left at its ends
		switch m {
		case view.Left:
			to = sel.Start()
		case view.Right:
			to = sel.End()
		}
	}
	next := manuscript.At(to)
	if extend {
		next.Anchor = sel.Anchor
	}
	e.manuscript.Select(next)
	if m == view.PageUp || m == view.PageDown {
		e.scrollTo(e.top + e.view.Caret(to).Y - before)
	}
	e.follow()
	if m == view.TextStart {
		e.scrollTo(0) // with what stands above the text
	}
	e.wake()
}

// TypedShortcut is part of fyne.Shortcutable.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if e.keys.Shortcut() {
		return
	}
	if run, ok := e.shortcuts[s.ShortcutName()]; ok {
		run()
		return
	}
	if e.options.Shortcut != nil {
		e.options.Shortcut(s)
	}
}

// makeShortcuts is what the editor does itself about shortcuts: its commands, the
// keys that WPS has for them, and the keys that move.
func (e *Editor) makeShortcuts() map[string]func() {
	all := map[string]func(){}
	on := func(key fyne.KeyName, mods fyne.KeyModifier, f func()) {
		all[(&desktop.CustomShortcut{KeyName: key, Modifier: mods}).ShortcutName()] = f
	}
	const ctrl, shift, alt = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift, fyne.KeyModifierAlt
	for key, m := range motions {
		on(key, ctrl, func() { e.move(m.ctrl, false) })
		on(key, ctrl|shift, func() { e.move(m.ctrl, true) })
	}
	on(fyne.KeyBackspace, ctrl, func() { doc, sel := e.now(); e.apply(e.drafter.DeleteWordBack(doc, sel)) })
	on(fyne.KeyDelete, ctrl, func() { doc, sel := e.now(); e.apply(e.drafter.DeleteWordForward(doc, sel)) })
	for _, c := range e.commands {
		if c.Shortcut != nil {
			all[c.Shortcut.ShortcutName()] = c.Do
		}
	}
	for _, a := range aliases {
		on(a.key, a.mods, e.table[a.command].Do)
	}
	for id, s := range map[string]fyne.Shortcut{"undo": &fyne.ShortcutUndo{}, "redo": &fyne.ShortcutRedo{}, "cut": &fyne.ShortcutCut{},
		"copy": &fyne.ShortcutCopy{}, "paste": &fyne.ShortcutPaste{}, "select-all": &fyne.ShortcutSelectAll{}} {
		all[s.ShortcutName()] = e.table[id].Do
	}
	return all
}

// aliases are further keys of commands.
var aliases = []struct {
	key     fyne.KeyName
	mods    fyne.KeyModifier
	command string
}{
	{fyne.KeyZ, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "redo"},
	{fyne.Key1, fyne.KeyModifierControl | fyne.KeyModifierAlt, "heading-1"}, // WPS
	{fyne.Key2, fyne.KeyModifierControl | fyne.KeyModifierAlt, "heading-2"},
	{fyne.Key3, fyne.KeyModifierControl | fyne.KeyModifierAlt, "heading-3"},
	{fyne.KeyN, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "body"},
	{fyne.KeyUp, fyne.KeyModifierAlt | fyne.KeyModifierShift, "move-up"},
	{fyne.KeyDown, fyne.KeyModifierAlt | fyne.KeyModifierShift, "move-down"},
	{fyne.KeyEqual, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "editor-zoom-in"},
	{fyne.KeyPlus, fyne.KeyModifierShortcutDefault, "editor-zoom-in"},
	{fyne.KeyEnter, fyne.KeyModifierAlt, "fix"},
}
