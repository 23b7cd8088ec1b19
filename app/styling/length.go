package styling

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/width"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/assets"
	"safety365/themes"
)

// unit is what people count in. Its words are unit-NAME in all languages.
type unit struct {
	name, code string // code is that of a theme's length
	step       float64
}

// units may be typed behind a number. Those of one code are told apart by what is
// measured: 字 for an indent, 倍 for the distance of lines.
var units = []unit{
	{"mm", "mm", 1}, {"cm", "cm", 0.1}, {"pt", "pt", 1}, {"em", "em", 1}, {"times", "em", 0.05}, {"in", "in", 0.1},
}

// length is a control for a length: a number with its unit, typed or stepped.
type length struct {
	entry      *measureEntry
	box        fyne.CanvasObject
	unit       unit // if none is typed
	step       float64
	least, top float64 // in that unit
	value      string  // as the theme writes it
	quiet      bool
	tell       func(drafting.Field)
}

// measureEntry tells when the focus leaves it.
type measureEntry struct {
	ime.Entry
	left func()
}

func newMeasureEntry() *measureEntry {
	e := &measureEntry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// FocusLost is part of fyne.Focusable.
func (e *measureEntry) FocusLost() {
	e.Entry.FocusLost()
	e.left()
}

// measure makes a control for a length in a unit with its step and bounds.
func measure(name string, step, least, most float64) func(func(drafting.Field)) control {
	return func(tell func(drafting.Field)) control {
		l := &length{entry: newMeasureEntry(), step: step, least: least, top: most, tell: tell}
		for _, u := range units {
			if u.name == name {
				l.unit = u
			}
		}
		l.entry.OnChanged = func(s string) {
			if v, ok := l.parse(s); ok && !l.quiet && !sameLength(v, l.value) {
				l.value = v
				tell(drafting.Text(v))
			}
		}
		// What was typed is put into words, or back if it is no length.
		l.entry.left = func() { l.write(l.value) }
		l.entry.OnSubmitted = func(string) { l.write(l.value) }
		l.entry.OnKey = func(k *fyne.KeyEvent) bool {
			switch k.Name {
			case fyne.KeyUp:
				l.turn(1)
			case fyne.KeyDown:
				l.turn(-1)
			default:
				return false
			}
			return true
		}
		arrows := container.New(layout.NewCustomPaddedVBoxLayout(0),
			newArrow(theme.MenuDropUpIcon(), func() { l.turn(1) }), newArrow(theme.MenuDropDownIcon(), func() { l.turn(-1) }))
		l.box = container.NewBorder(nil, nil, nil, container.NewCenter(arrows), l.entry)
		return l
	}
}

// margin makes a control for a margin of the page.
func margin(tell func(drafting.Field)) control { return measure("mm", 1, 0, 200)(tell) }

func (l *length) object() fyne.CanvasObject { return l.box }

func (l *length) enable(on bool) {
	if on == l.entry.Disabled() {
		if on {
			l.entry.Enable()
		} else {
			l.entry.Disable()
		}
	}
}

func (l *length) show(path string, value func(string) string) {
	v := cmp.Or(value(path), "0") // what no theme states is nothing
	typed, ok := l.parse(l.entry.Text)
	if ok && sameLength(typed, v) || v == l.value && l.entry.Text != "" {
		l.value = v // and what is being typed stays
		return
	}
	l.write(v)
}

// write shows a value in words.
func (l *length) write(v string) {
	l.value = v
	l.quiet = true
	l.entry.SetText(l.words(v))
	l.quiet = false
}

// words is a length as people write it.
func (l *length) words(v string) string {
	length, ok := themes.ParseLength(v)
	if !ok {
		return v
	}
	if length.N == 0 {
		return "0 " + ui.Say("unit-"+l.unit.name)
	}
	for _, u := range units {
		if strings.HasSuffix(v, u.code) && (u.code != l.unit.code || u == l.unit) {
			return number(float64(length.N)/1e6) + " " + ui.Say("unit-"+u.name)
		}
	}
	return v
}

var typedLength = regexp.MustCompile(`^([0-9]{1,4}(?:\.[0-9]{0,4})?)\s*(\S*)$`)

// parse reads what was typed: a number, in the control's unit or in one that it names.
func (l *length) parse(s string) (string, bool) {
	m := typedLength.FindStringSubmatch(strings.TrimSpace(width.Narrow.String(s)))
	if m == nil {
		return "", false
	}
	u, ok := l.unit, m[2] == ""
	for _, known := range units {
		if !ok && isUnit(known, m[2]) {
			u, ok = known, true
		}
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil || !ok || u.code == l.unit.code && (n < l.least || n > l.top) || u.code != l.unit.code && n > 500 {
		return "", false
	}
	if n == 0 {
		return "0", true
	}
	return number(n) + u.code, true
}

// isUnit says whether a word means a unit in any language.
func isUnit(u unit, word string) bool {
	if strings.EqualFold(word, u.code) {
		return true
	}
	for _, lang := range assets.Languages {
		if strings.EqualFold(word, assets.Label(lang, "unit-"+u.name)) {
			return true
		}
	}
	return false
}

// turn makes the length a step longer or shorter.
func (l *length) turn(by float64) {
	now, ok := themes.ParseLength(l.value)
	if !ok || l.entry.Disabled() {
		return
	}
	code, step := l.unit.code, l.step
	for _, u := range units {
		if now.N != 0 && strings.HasSuffix(l.value, u.code) && u.code != code {
			code, step = u.code, u.step
			break
		}
	}
	n := float64(now.N)/1e6 + by*step
	if code == l.unit.code {
		n = min(max(n, l.least), l.top)
	}
	l.entry.SetText(strings.TrimSpace(l.words(number(max(n, 0)) + code)))
}

// arrow is half of what a length is stepped by.
type arrow struct {
	widget.BaseWidget
	icon   fyne.CanvasObject
	tapped func()
}

func newArrow(icon fyne.Resource, tapped func()) *arrow {
	a := &arrow{icon: widget.NewIcon(icon), tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// Tapped is part of fyne.Tappable.
func (a *arrow) Tapped(*fyne.PointEvent) { a.tapped() }

// CreateRenderer is part of fyne.Widget.
func (a *arrow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.icon) }
