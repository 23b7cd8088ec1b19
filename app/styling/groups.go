package styling

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
)

// build makes the groups.
func (f *Form) build() {
	f.rows = nil
	f.body.RemoveAll()
	for i := range groups {
		f.addGroup(&groups[i])
	}
	f.body.Refresh()
}

func (f *Form) addGroup(g *group) {
	inside := container.NewVBox()
	var half []fyne.CanvasObject
	flush := func() {
		if len(half) > 0 {
			inside.Add(container.NewGridWithColumns(2, half...))
			half = nil
		}
	}
	for i := range g.items {
		it := &g.items[i]
		if it.han && !f.han {
			continue
		}
		o := f.addRow(it)
		if !it.half {
			flush()
			inside.Add(o)
			continue
		}
		if half = append(half, o); len(half) == 2 {
			flush()
		}
	}
	flush()
	if len(inside.Objects) == 0 {
		return
	}
	f.body.Add(f.head(g, inside))
	f.body.Add(inside)
}

// head is a button that folds what is below it.
func (f *Form) head(g *group, inside *fyne.Container) fyne.CanvasObject {
	var button *ui.Button
	show := func() {
		inside.Hidden = !f.open[g.label]
		button.SetIcon(theme.MenuExpandIcon())
		if f.open[g.label] {
			button.SetIcon(theme.MenuDropDownIcon())
		}
		f.body.Refresh()
	}
	button = ui.NewButton(ui.Say("style-group-"+g.label), func() {
		f.open[g.label] = !f.open[g.label]
		show()
	})
	button.Importance, button.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	show()
	return button
}

// addRow makes an item: its name with the button that takes it back, and its control. A
// check has its name beside it.
func (f *Form) addRow(it *item) fyne.CanvasObject {
	r := &row{item: it}
	r.control = it.make(func(v drafting.Field) { f.tell(it, v) })
	r.reset = ui.NewIconButton(theme.ContentUndoIcon(), ui.Say("style-reset"), func() { f.tell(it, nil) })
	r.reset.Hidden = true
	f.rows = append(f.rows, r)
	if t, ok := r.control.(*tick); ok {
		t.box.Text = ui.Say("style-" + it.label)
		return container.NewBorder(nil, nil, nil, r.reset, t.box)
	}
	name := widget.NewLabel(ui.Say("style-" + it.label))
	name.SizeName, name.Importance, name.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	return container.NewVBox(container.NewBorder(nil, nil, nil, r.reset, name), r.control.object())
}
