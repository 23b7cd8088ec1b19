package styling

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"safety365/app/drafting"
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
