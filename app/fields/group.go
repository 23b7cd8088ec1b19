package fields

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
)

// group is a control for a map: a control for each of its fields.
type group struct {
	controls map[string]control
	box      *fyne.Container
	alone    string // a text that stands for the mapping: its name
}

func (f *Form) group(path []string, fields map[string]bulletins.Field) *group {
	g := &group{controls: map[string]control{}, box: container.New(layout.NewFormLayout())}
	for _, key := range sorted(fields) {
		c := f.controlFor(append(append([]string(nil), path...), key), fields[key], g.tell(f, path, key))
		g.controls[key] = c
		words := caption(ui.FieldName(path[len(path)-1] + "." + key))
		words.Truncation = fyne.TextTruncateOff
		g.box.Add(words)
		g.box.Add(c.object())
	}
	return g
}

// tell changes a value of the group. A text that stands for the mapping becomes its
// name.
func (g *group) tell(f *Form, path []string, key string) func(drafting.Field) {
	return func(v drafting.Field) {
		switch {
		case g.alone == "":
			f.options.Apply(append(slices.Clone(path), key), v)
		case key == "name":
			f.options.Apply(path, v)
		case v != nil:
			f.options.Apply(path, drafting.Map{{Key: "name", Value: drafting.Text(g.alone)}, {Key: key, Value: v}})
		}
	}
}

func (g *group) object() fyne.CanvasObject { return g.box }

func (g *group) show(v bulletins.Value) {
	g.alone = ""
	if v.Map == nil && v.Text != "" && g.controls["name"] != nil {
		g.alone = v.Text
		v.Map = map[string]bulletins.Value{"name": v}
	}
	for key, c := range g.controls {
		c.show(v.Map[key])
	}
}
