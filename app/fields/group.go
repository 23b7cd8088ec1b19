package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"safety365/app/ui"
	"safety365/bulletins"
)

// group is a control for a map: a control for each of its fields.
type group struct {
	controls map[string]control
	box      *fyne.Container
}

func (f *Form) group(path []string, fields map[string]bulletins.Field) *group {
	g := &group{controls: map[string]control{}, box: container.New(layout.NewFormLayout())}
	for _, key := range sorted(fields) {
		c := f.control(append(append([]string(nil), path...), key), fields[key])
		g.controls[key] = c
		words := caption(ui.FieldName(path[len(path)-1] + "." + key))
		words.Truncation = fyne.TextTruncateOff
		g.box.Add(words)
		g.box.Add(c.object())
	}
	return g
}

func (g *group) object() fyne.CanvasObject { return g.box }

func (g *group) show(v bulletins.Value) {
	for key, c := range g.controls {
		c.show(v.Map[key])
	}
}
