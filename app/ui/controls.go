package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fyne's controls keep every key that comes while they have the focus. Those of
// dialogs let Escape close the dialog.

// Button is a widget.Button that Enter presses as well as the space bar.
type Button struct{ widget.Button }

// NewButton returns a button that says words.
func NewButton(words string, tapped func()) *Button { return NewButtonWithIcon(words, nil, tapped) }

// NewButtonWithIcon returns a button with an icon before its words.
func NewButtonWithIcon(words string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = words, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is called by Fyne while the button has the focus.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		Escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(k)
	}
}

// Check is a widget.Check.
type Check struct{ widget.Check }

// NewCheck returns a check with words; changed may be nil.
func NewCheck(words string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = words, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey is called by Fyne while the check has the focus.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		Escape()
		return
	}
	c.Check.TypedKey(k)
}

// List is a widget.List in which Enter chooses as well as the space bar.
type List struct{ widget.List }

// NewList returns a list of rows that are made once and filled as they are shown.
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is called by Fyne while the list has the focus.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		Escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(k)
	}
}

// Slider is a widget.Slider whose track has an edge.
type Slider struct{ widget.Slider }

// NewSlider returns a slider between two values.
func NewSlider(least, most, step float64) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step = least, most, step
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is a private method to Fyne.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer { return edge(s.Slider.CreateRenderer()) }

// TypedKey is called by Fyne while the slider has the focus.
func (s *Slider) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		Escape()
		return
	}
	s.Slider.TypedKey(k)
}

// NewRadioGroup returns round buttons of which one is on. Fyne makes the buttons, so
// they give the focus away when one is chosen: then Escape is nobody else's.
func NewRadioGroup(options []string, chosen string, changed func(string)) *widget.RadioGroup {
	r := &widget.RadioGroup{Options: options, Selected: chosen, Required: true}
	r.OnChanged = func(s string) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
			c.Unfocus()
		}
		if changed != nil {
			changed(s)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// Select is a widget.Select with an edge, so that it is seen on every ground.
type Select struct{ widget.Select }

// NewSelect returns a select of options; changed may be nil.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is called by Fyne while the select has the focus.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		Escape()
		return
	}
	s.Select.TypedKey(k)
}

// CreateRenderer is a private method to Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return edge(s.Select.CreateRenderer()) }

// edged is a renderer whose ground has an edge like that of an entry.
type edged struct {
	fyne.WidgetRenderer
	ground *canvas.Rectangle
}

// edge gives an edge to the first rectangle that a renderer draws: its ground.
func edge(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	ground, ok := r.Objects()[0].(*canvas.Rectangle)
	if !ok {
		return r
	}
	e := &edged{r, ground}
	e.paint()
	return e
}

func (e *edged) paint() {
	e.ground.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	e.ground.StrokeWidth = theme.Size(theme.SizeNameInputBorder)
}

func (e *edged) Refresh() {
	e.paint()
	e.WidgetRenderer.Refresh()
}
