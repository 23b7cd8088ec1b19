package styling

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"safety365/app/drafting"
	"safety365/app/ui"
)

// swatch is a control for the colour of a style, with a chip that shows it.
type swatch struct {
	*choice
	chip *canvas.Rectangle
	box  fyne.CanvasObject
}

// accent makes a control that states a colour with its inks, and the ground that goes
// with it, as the values of the item's two settings.
func accent(tell func(drafting.Field)) control {
	s := &swatch{chip: canvas.NewRectangle(color.Transparent)}
	var values, names []string
	for _, h := range hues {
		values, names = append(values, h.srgb), append(names, ui.Say("style-hue-"+h.name))
	}
	s.choice = newChoice(values, names, func(srgb string) {
		for _, h := range hues {
			if h.srgb == srgb {
				tell(drafting.Items{h.ink.field(), h.wash.field()})
			}
		}
	})
	s.choice.same = strings.EqualFold
	s.chip.SetMinSize(fyne.NewSize(24, 24))
	s.chip.CornerRadius = 4
	s.chip.StrokeWidth = 1
	s.box = container.NewBorder(nil, nil, container.NewCenter(s.chip), nil, s.choice.box)
	return s
}

// field is a colour as the front matter states it.
func (i ink) field() drafting.Field {
	return drafting.Map{
		{Key: "cmyk", Value: drafting.List(strings.Fields(i.cmyk))},
		{Key: "srgb", Value: drafting.Text(i.srgb)},
	}
}

func (s *swatch) object() fyne.CanvasObject { return s.box }

func (s *swatch) show(path string, value func(string) string) {
	v := value(path + ".srgb")
	s.pick(v)
	s.chip.FillColor, s.chip.StrokeColor = rgb(v), theme.Color(theme.ColorNameInputBorder)
	s.chip.Refresh()
}

// rgb reads "#RRGGBB".
func rgb(s string) color.Color {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil {
		return color.Transparent
	}
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
