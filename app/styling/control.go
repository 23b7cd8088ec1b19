package styling

import (
	"slices"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/ui"
)

// control shows a setting and tells when the user changes it.
type control interface {
	object() fyne.CanvasObject
	// show shows what counts; value gives it for a path of the theme.
	show(path string, value func(path string) string)
	enable(on bool)
}

// choice is a control for one of several values, shown in words.
type choice struct {
	box           *ui.Select
	values, words []string
	same          func(a, b string) bool
	name          func(value string) string // of one that is not offered
	quiet         bool
}

func newChoice(values, words []string, tell func(string)) *choice {
	c := &choice{values: values, words: words, same: func(a, b string) bool { return a == b }, name: func(v string) string { return v }}
	c.box = ui.NewSelect(slices.Clone(words), func(string) {
		if i := c.box.SelectedIndex(); !c.quiet && i >= 0 {
			tell(c.values[i])
		}
	})
	c.box.PlaceHolder = "—"
	return c
}

// words makes a choice whose values are called style-NAME-VALUE.
func words(name string, values ...string) func(func(drafting.Field)) control {
	return func(tell func(drafting.Field)) control {
		var words []string
		for _, v := range values {
			words = append(words, ui.Say("style-"+name+"-"+v))
		}
		return newChoice(slices.Clone(values), words, func(v string) { tell(drafting.Text(v)) })
	}
}

func (c *choice) object() fyne.CanvasObject { return c.box }

func (c *choice) enable(on bool) {
	if on {
		c.box.Enable()
	} else {
		c.box.Disable()
	}
}

func (c *choice) show(path string, value func(string) string) { c.pick(value(path)) }

// pick shows a value; one that is not offered is added, for the theme says it.
func (c *choice) pick(v string) {
	c.quiet = true
	defer func() { c.quiet = false }()
	i := slices.IndexFunc(c.values, func(o string) bool { return c.same(o, v) })
	switch {
	case i < 0 && v == "":
		c.box.ClearSelected()
		return
	case i < 0:
		c.values, c.words = append(c.values, v), append(c.words, c.name(v))
		c.box.SetOptions(slices.Clone(c.words))
		i = len(c.values) - 1
	}
	if c.box.SelectedIndex() != i {
		c.box.SetSelectedIndex(i)
	}
}

// tick is a control for one of two values.
type tick struct {
	box     *ui.Check
	off, on string
	quiet   bool
}

func check(off, on string) func(func(drafting.Field)) control {
	return func(tell func(drafting.Field)) control {
		t := &tick{off: off, on: on}
		t.box = ui.NewCheck("", func(on bool) {
			if t.quiet {
				return
			}
			if on {
				tell(drafting.Text(t.on))
			} else {
				tell(drafting.Text(t.off))
			}
		})
		return t
	}
}

func (t *tick) object() fyne.CanvasObject { return t.box }

func (t *tick) enable(on bool) {
	if on {
		t.box.Enable()
	} else {
		t.box.Disable()
	}
}

// yes are the words for on; alignment is on where lines are justified.
var yes = []string{"on", "yes", "true", "justify"}

func (t *tick) show(path string, value func(string) string) {
	v := value(path)
	on := v == t.on || t.on == "on" && slices.Contains(yes, v)
	if t.box.Checked != on {
		t.quiet = true
		t.box.SetChecked(on)
		t.quiet = false
	}
}
