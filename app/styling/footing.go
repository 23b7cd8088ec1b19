package styling

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"safety365/app/drafting"
	"safety365/app/ui"
)

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
