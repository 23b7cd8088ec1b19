package styling

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/themes"
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

// size makes a choice of sizes of type between two, in points. What a style says in em is
// in proportion to the text.
func size(least, most float64) func(func(drafting.Field)) control {
	return func(tell func(drafting.Field)) control {
		var values, names []string
		for _, s := range offeredSizes(least, most) {
			values, names = append(values, s.value), append(names, s.name())
		}
		c := newChoice(values, names, func(v string) { tell(drafting.Text(v)) })
		c.same = sameLength
		c.name = func(v string) string {
			l, ok := themes.ParseLength(v)
			switch n := number(float64(l.N) / 1e6); {
			case ok && l.Unit == themes.Ems:
				return ui.Say("style-size-times", "n", n)
			case ok && l.Unit == themes.Points:
				return ui.Say("style-size-points", "n", n)
			}
			return v
		}
		return c
	}
}

// typeSize is a size of type; named is its Chinese name, if it has one.
type typeSize struct {
	value, named string
	points       float64
}

func (s typeSize) name() string {
	points := ui.Say("style-size-points", "n", number(s.points))
	if s.named == "" {
		return points
	}
	return ui.Say("style-size-named", "name", s.named, "points", points)
}

// between are sizes in points that have no name.
var between = []float64{8, 10, 11, 13, 20, 28, 32, 40, 48}

// offeredSizes are named where Chinese is read, from the smallest.
func offeredSizes(least, most float64) []typeSize {
	var out []typeSize
	add := func(points float64, name string) {
		s := typeSize{number(points) + "pt", "", points}
		if name != "" && chinese() {
			s.value, s.named = name, name
		}
		if points >= least && points <= most {
			out = append(out, s)
		}
	}
	for _, s := range themes.NamedSizes() {
		add(s.Points, s.Name)
	}
	for _, points := range between {
		add(points, "")
	}
	slices.SortFunc(out, func(a, b typeSize) int { return int(2*a.points) - int(2*b.points) })
	return out
}

// chinese says whether the window is in Chinese.
func chinese() bool { return ui.Language() == "zh-Hans" || ui.Language() == "zh-Hant" }

// number writes a number as short as it goes, with at most two decimals.
func number(v float64) string {
	s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64)
	return strconv.FormatFloat(s, 'f', -1, 64)
}

// sameLength says whether two lengths are the same, however they are written.
func sameLength(a, b string) bool {
	x, ok1 := themes.ParseLength(a)
	y, ok2 := themes.ParseLength(b)
	if !ok1 || !ok2 || (x.Unit == themes.Ems) != (y.Unit == themes.Ems) {
		return a == b
	}
	d := x.Of(page.Pt) - y.Of(page.Pt)
	return max(d, -d) < page.Pt/200
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
