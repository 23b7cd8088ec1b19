package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	tip "github.com/dweymouth/fyne-tooltip/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
)

// finder is the bar for finding and replacing above the text.
type finder struct {
	widget.BaseWidget
	editor  *Editor
	words   *field
	with    *field
	count   *widget.Label
	trouble *ui.Text // what is wrong with an expression
	row     *fyne.Container
	second  *fyne.Container // for replacing

	query   drafting.Query
	matches []bulletins.Range
	current int // of matches; -1: none
}

// switches are the ways to look for words.
var switches = []struct {
	label, icon string
	set         func(*drafting.Query) *bool
}{
	{"find-case", "case", func(q *drafting.Query) *bool { return &q.Case }},
	{"find-word", "word", func(q *drafting.Query) *bool { return &q.Word }},
	{"find-regexp", "regexp", func(q *drafting.Query) *bool { return &q.Regexp }},
}

func newFinder(e *Editor) *finder {
	f := &finder{editor: e, current: -1, count: widget.NewLabel(""), trouble: ui.NewText("")}
	f.words = newField(f.key)
	f.words.SetPlaceHolder(ui.Say("find-words"))
	f.words.OnChanged = func(string) { f.typed() }
	f.with = newField(f.key)
	f.words.tabs, f.with.tabs = true, true
	f.with.SetPlaceHolder(ui.Say("find-with"))
	f.trouble.Style.ColorName = theme.ColorNameError
	f.trouble.Hide()
	f.row, f.second = f.makeRow(), f.makeSecond()
	f.Hidden = true
	f.ExtendBaseWidget(f)
	return f
}

// makeRow makes the row of what is looked for.
func (f *finder) makeRow() *fyne.Container {
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(0))
	for _, s := range switches {
		var b *tip.Button
		b = ui.NewIconButton(icon(s.icon), ui.Say(s.label), func() {
			on := s.set(&f.query)
			*on = !*on
			light(b, *on)
			f.typed()
			f.focus(f.words)
		})
		buttons.Add(b)
	}
	for _, b := range []struct {
		icon  fyne.Resource
		label string
		run   func()
	}{
		{theme.MoveUpIcon(), "command-find-previous", func() { f.step(true); f.focus(f.words) }},
		{theme.MoveDownIcon(), "command-find-next", func() { f.step(false); f.focus(f.words) }},
		{theme.SearchReplaceIcon(), "command-replace", func() { f.replacing(!f.second.Visible()); f.focus(f.words) }},
		{theme.FolderOpenIcon(), "find-folder", func() { f.editor.options.SearchFolder(f.words.Text) }},
		{theme.CancelIcon(), "close", f.close},
	} {
		if b.label == "find-folder" && f.editor.options.SearchFolder == nil {
			continue
		}
		buttons.Add(ui.NewIconButton(b.icon, ui.Say(b.label), b.run))
	}
	return container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedHBoxLayout(0), f.count, buttons), f.words)
}

// makeSecond makes the row of what is put in its place.
func (f *finder) makeSecond() *fyne.Container {
	one := widget.NewButton(ui.Say("find-replace-one"), f.editor.do(f.replace))
	all := widget.NewButton(ui.Say("find-replace-all"), f.editor.do(f.replaceAll)) // so that one can undo it
	row := container.NewBorder(nil, nil, nil, container.NewHBox(one, all), f.with)
	row.Hide()
	return row
}

// CreateRenderer is part of fyne.Widget.
func (f *finder) CreateRenderer() fyne.WidgetRenderer {
	box := container.New(layout.NewCustomPaddedVBoxLayout(2), f.row, f.second, f.trouble, widget.NewSeparator())
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(3, 0, 6, 6), box))
}

// light shows whether a switch is on.
func light(b *tip.Button, on bool) {
	importance := widget.LowImportance
	if on {
		importance = widget.HighImportance
	}
	if b.Importance != importance {
		b.Importance = importance
		b.Refresh()
	}
}

// key is what the fields do about keys of the bar.
func (f *finder) key(of *field, k fyne.KeyName, shift bool) bool {
	switch {
	case k == fyne.KeyEscape:
		f.close()
	case k == fyne.KeyF3:
		f.step(shift)
	case k == fyne.KeyTab:
		f.tab(of, shift)
	case (k == fyne.KeyReturn || k == fyne.KeyEnter) && of == f.words:
		f.step(shift)
	case k == fyne.KeyReturn || k == fyne.KeyEnter:
		f.replace()
	default:
		return false
	}
	return true
}

// tab goes from one field to the other, and from them to what else can have the
// focus.
func (f *finder) tab(of *field, back bool) {
	c := f.editor.canvas()
	switch {
	case of == f.words && !back && f.second.Visible():
		c.Focus(f.with)
	case of == f.with && back:
		c.Focus(f.words)
	case back:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// open opens the bar with the selection as the words to look for.
func (f *finder) open(replacing bool) {
	f.Show()
	f.replacing(replacing || f.second.Visible())
	if words := f.editor.shortSelection(); words != "" && !f.query.Regexp {
		f.words.SetText(words)
	}
	f.typed()
	f.focus(f.words)
	f.words.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (f *finder) focus(w fyne.Focusable) {
	if c := f.editor.canvas(); c != nil {
		c.Focus(w)
	}
}

// close puts the bar away; the match that was looked at stays selected.
func (f *finder) close() {
	f.Hide()
	f.matches, f.current = nil, -1
	f.relay()
	f.editor.update()
	f.editor.TakeFocus()
}

// replacing shows or hides the second row.
func (f *finder) replacing(on bool) {
	if on {
		f.second.Show()
	} else {
		f.second.Hide()
	}
	f.relay()
}

// relay lays the editor out anew.
func (f *finder) relay() {
	f.Refresh()
	f.editor.BaseWidget.Refresh()
}
