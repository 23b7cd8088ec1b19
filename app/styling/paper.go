package styling

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/themes"
)

// sheet is a control for the size of the paper and how it lies.
type sheet struct {
	size, lie *choice
	box       fyne.CanvasObject
	now       string
}

const landscape = " landscape"

func paper(tell func(drafting.Field)) control {
	s := &sheet{}
	var values, names []string
	for _, name := range themes.Papers() {
		values, names = append(values, name), append(names, paperName(name))
	}
	change := func(name string, across bool) {
		if across {
			name += landscape
		}
		tell(drafting.Text(name))
	}
	s.size = newChoice(values, names, func(name string) { change(name, s.across()) })
	s.size.same = strings.EqualFold
	s.lie = newChoice([]string{"", landscape}, []string{ui.Say("style-upright"), ui.Say("style-landscape")}, func(lie string) {
		change(strings.TrimSuffix(s.now, landscape), lie != "")
	})
	s.box = container.NewVBox(s.size.box, s.lie.box)
	return s
}

// paperName is what a paper is called, with its size.
func paperName(name string) string {
	size, ok := themes.PaperSize(name)
	if !ok {
		return name
	}
	label := "style-paper-" + name
	if words := ui.Say(label); words != label {
		name = words
	}
	mm := func(l page.Length) string { return number(l.Points() * 25.4 / 72) }
	return ui.Say("style-paper-name", "name", name, "width", mm(size.W), "height", mm(size.H))
}

func (s *sheet) across() bool { return strings.HasSuffix(s.now, landscape) }

func (s *sheet) object() fyne.CanvasObject { return s.box }

func (s *sheet) enable(on bool) { s.size.enable(on); s.lie.enable(on) }

func (s *sheet) show(path string, value func(string) string) {
	s.now = strings.TrimSpace(value(path))
	s.size.pick(strings.TrimSuffix(s.now, landscape))
	if s.across() {
		s.lie.pick(landscape)
	} else {
		s.lie.quiet = true
		s.lie.box.SetSelectedIndex(0)
		s.lie.quiet = false
	}
}

// lattice is a control for a grid of lines and characters.
type lattice struct {
	box          fyne.CanvasObject
	on           *ui.Check
	lines, chars *ime.Entry
	quiet        bool
	tell         func(drafting.Field)
}

// usual is the grid of official documents (GB/T 9704-2012, 5.2.3).
const usualLines, usualChars = "22", "28"

func grid(tell func(drafting.Field)) control {
	g := &lattice{tell: tell, lines: ime.NewEntry(), chars: ime.NewEntry()}
	g.on = ui.NewCheck(ui.Say("style-grid-on"), func(on bool) {
		if g.quiet {
			return
		}
		if on {
			g.fill(usualLines, usualChars)
		}
		g.changed()
	})
	g.lines.OnChanged = func(string) { g.changed() }
	g.chars.OnChanged = g.lines.OnChanged
	g.box = container.NewVBox(g.on, container.NewGridWithColumns(2,
		container.NewBorder(nil, nil, nil, widget.NewLabel(ui.Say("style-grid-lines")), g.lines),
		container.NewBorder(nil, nil, nil, widget.NewLabel(ui.Say("style-grid-chars")), g.chars)))
	return g
}

// changed tells of the grid if it is one.
func (g *lattice) changed() {
	if g.quiet {
		return
	}
	value := "off"
	if g.on.Checked {
		value = g.lines.Text + "x" + g.chars.Text
		if !themes.IsGrid(value) {
			return
		}
	}
	g.tell(drafting.Text(value))
}

func (g *lattice) fill(lines, chars string) {
	quiet := g.quiet
	g.quiet = true
	for entry, text := range map[*ime.Entry]string{g.lines: lines, g.chars: chars} {
		if entry.Text != text {
			entry.SetText(text)
		}
	}
	g.quiet = quiet
}

func (g *lattice) object() fyne.CanvasObject { return g.box }

func (g *lattice) enable(bool) {}

func (g *lattice) show(path string, value func(string) string) {
	v := value(path)
	on := v != "off" && v != ""
	g.quiet = true
	g.on.SetChecked(on)
	g.quiet = false
	for _, entry := range []*ime.Entry{g.lines, g.chars} {
		if entry.Disabled() == on {
			if on {
				entry.Enable()
			} else {
				entry.Disable()
			}
		}
	}
	if !on {
		g.fill("", "")
		return
	}
	v = strings.NewReplacer("×", "x", "X", "x", "*", "x", " ", "").Replace(v)
	if lines, chars, ok := strings.Cut(v, "x"); ok && v != g.lines.Text+"x"+g.chars.Text {
		g.fill(lines, chars)
	}
}

// footing is a control for where page numbers stand and how they are written. What else
// stands at the foot changes places with them.
type footing struct {
	place, form *choice
	box         fyne.CanvasObject
	slots       map[string]string
	tell        func(drafting.Field)
}

// places of a foot, and forms of a number; the last place is none.
var (
	places = []string{"left", "center", "right"}
	forms  = []string{"{page}", "— {page} —", "{page} / {pages}"}
)

func numberPlace(tell func(drafting.Field)) control {
	f := &footing{tell: tell, slots: map[string]string{}}
	var names []string
	for _, p := range append(slices.Clone(places), "none") {
		names = append(names, ui.Say("style-number-"+p))
	}
	f.place = newChoice(append(slices.Clone(places), ""), names, func(to string) { f.change(to, f.number()) })
	f.form = newChoice(slices.Clone(forms), []string{"1", "— 1 —", "1 / 5"}, func(form string) { f.change(f.at(), form) })
	f.box = container.NewVBox(f.place.box, f.form.box)
	return f
}

// at is where the number stands; "": nowhere.
func (f *footing) at() string {
	for _, p := range places {
		if strings.Contains(f.slots[p], "{page}") {
			return p
		}
	}
	return ""
}

func (f *footing) number() string {
	if n := f.slots[f.at()]; n != "" {
		return n
	}
	return forms[0]
}

func (f *footing) change(to, form string) {
	now, from := map[string]string{}, f.at()
	for _, p := range places {
		now[p] = f.slots[p]
	}
	if from != "" {
		now[from] = ""
	}
	if to != "" && from != "" {
		now[from] = now[to]
	}
	if to != "" {
		now[to] = form
	}
	var value drafting.Map
	for _, p := range places {
		value = append(value, drafting.Entry{Key: p, Value: drafting.Text(now[p])})
	}
	f.slots = now
	f.tell(value)
}

func (f *footing) object() fyne.CanvasObject { return f.box }

func (f *footing) enable(on bool) { f.place.enable(on); f.form.enable(on) }

func (f *footing) show(path string, value func(string) string) {
	for _, p := range places {
		f.slots[p] = value(path + "." + p)
	}
	f.place.quiet = true
	f.place.box.SetSelectedIndex(slices.Index(f.place.values, f.at()))
	f.place.quiet = false
	f.form.enable(f.at() != "")
	f.form.pick(f.number())
}
