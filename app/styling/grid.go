package styling

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/themes"
)

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
