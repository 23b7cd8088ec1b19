package fields

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/bulletins"
)

// text is a control for a text.
type text struct {
	entry *ime.Entry
	quiet bool // the value is being shown, nobody types
}

func newText(long bool, tell func(drafting.Field)) *text {
	t := &text{entry: ime.NewEntry()}
	if long {
		t.entry = ime.NewMultiLineEntry()
		t.entry.Wrapping = fyne.TextWrapWord
		t.entry.SetMinRowsVisible(3)
	}
	t.entry.OnChanged = func(s string) {
		if !t.quiet {
			tell(textField(s))
		}
	}
	return t
}

// textField is the value of a text; an empty one is none.
func textField(s string) drafting.Field {
	if s == "" {
		return nil
	}
	return drafting.Text(s)
}

func (t *text) object() fyne.CanvasObject { return t.entry }

// show shows a text. A list or mapping that stands in the place of one is left to the
// text itself.
func (t *text) show(v bulletins.Value) {
	if v.List != nil || v.Map != nil {
		t.entry.Disable()
	} else if t.entry.Disabled() {
		t.entry.Enable()
	}
	if t.entry.Text == v.Text {
		return
	}
	t.quiet = true
	t.entry.SetText(v.Text)
	t.quiet = false
}

// numbered is a text with a button that fills in the next number.
type numbered struct {
	*text
	box *fyne.Container
}

func (n *numbered) object() fyne.CanvasObject { return n.box }

// check is a control for yes and no.
type check struct {
	box   *ui.Check
	quiet bool
}

func newCheck(tell func(drafting.Field)) *check {
	c := &check{}
	c.box = ui.NewCheck("", func(on bool) {
		if !c.quiet {
			tell(drafting.Flag(on))
		}
	})
	return c
}

func (c *check) object() fyne.CanvasObject { return c.box }

func (c *check) show(v bulletins.Value) {
	on, _ := bulletins.ParseBool(v.Text)
	c.quiet = true
	c.box.SetChecked(on)
	c.quiet = false
}

// choice is a control for one of several values, shown in words.
type choice struct {
	box    *ui.Select
	values []string
	words  []string
	quiet  bool
}

func newChoice(values, words []string, tell func(drafting.Field)) *choice {
	c := &choice{values: values, words: words}
	c.box = ui.NewSelect(words, func(string) {
		if i := c.box.SelectedIndex(); !c.quiet && i >= 0 && i < len(c.values) {
			tell(textField(c.values[i]))
		}
	})
	c.box.PlaceHolder = ui.Say("fields-choose")
	return c
}

func (c *choice) object() fyne.CanvasObject { return c.box }

func (c *choice) show(v bulletins.Value) {
	c.quiet = true
	defer func() { c.quiet = false }()
	i := slices.Index(c.values, v.Text)
	if i < 0 { // a value that we do not offer is shown as it is
		c.values, c.words = append(c.values, v.Text), append(c.words, v.Text)
		c.box.SetOptions(c.words)
		i = len(c.values) - 1
	}
	if c.box.SelectedIndex() != i {
		c.box.SetSelectedIndex(i)
	}
}

// list is a control for several texts, people mostly: a row each and one to add.
type list struct {
	rows *fyne.Container
	box  *fyne.Container
	tell func(drafting.Field)
	kept bool // the list holds more than texts, so it is left to the text itself
	more *ui.Button
}

func newList(tell func(drafting.Field)) *list {
	l := &list{rows: container.NewVBox(), tell: tell}
	add := ui.NewButtonWithIcon(ui.Say("fields-add"), theme.ContentAddIcon(), func() {
		entry := l.add("")
		if c := fyne.CurrentApp().Driver().CanvasForObject(entry); c != nil {
			c.Focus(entry)
		}
	})
	add.Importance = widget.LowImportance
	l.more = add
	l.box = container.NewVBox(l.rows, container.NewHBox(add))
	l.begin()
	return l
}

func (l *list) object() fyne.CanvasObject { return l.box }

// begin puts a row to fill in where there is none.
func (l *list) begin() {
	if len(l.rows.Objects) == 0 {
		l.add("")
	}
}

// add puts another row at the end.
func (l *list) add(value string) *ime.Entry {
	entry := ime.NewEntry()
	entry.Text = value
	entry.OnChanged = func(string) { l.tell(l.value()) }
	var row *fyne.Container
	remove := ui.NewIconButton(theme.ContentClearIcon(), ui.Say("fields-remove"), func() {
		l.rows.Remove(row)
		l.begin()
		l.tell(l.value())
	})
	row = container.NewBorder(nil, nil, nil, remove, entry)
	l.rows.Add(row)
	return entry
}

// texts are what the rows say, empty ones too.
func (l *list) texts() []string {
	var all []string
	if l.kept {
		return nil
	}
	for _, o := range l.rows.Objects {
		all = append(all, o.(*fyne.Container).Objects[0].(*ime.Entry).Text)
	}
	return all
}

func (l *list) value() drafting.Field {
	filled := slices.DeleteFunc(l.texts(), func(s string) bool { return s == "" })
	if len(filled) == 0 {
		return nil
	}
	return drafting.List(filled)
}

func (l *list) show(v bulletins.Value) {
	var want []string
	for _, item := range v.List {
		want = append(want, item.Text)
	}
	if v.List == nil && v.Text != "" {
		want = []string{v.Text}
	}
	kept := v.Map != nil || slices.ContainsFunc(v.List, func(v bulletins.Value) bool { return v.Map != nil || v.List != nil })
	if kept || l.kept {
		l.keep(kept)
		if kept {
			return
		}
	}
	// Empty rows are not in the text; they stay while the rest agrees.
	if slices.Equal(want, slices.DeleteFunc(l.texts(), func(s string) bool { return s == "" })) {
		return
	}
	l.rows.RemoveAll()
	for _, s := range want {
		l.add(s)
	}
	l.begin()
}

// keep hides the rows of a list that holds more than texts, or shows them again.
func (l *list) keep(on bool) {
	l.kept = on
	l.rows.RemoveAll()
	l.more.Enable()
	if on {
		l.rows.Add(caption(ui.Say("fields-kept")))
		l.more.Disable()
	}
}
