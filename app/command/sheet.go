package command

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// ShowSheet opens the list of all keys.
func (t Table) ShowSheet(w fyne.Window) {
	sorted := t.grouped()
	columns := container.New(layout.NewGridLayoutWithColumns(2))
	for _, name := range menus {
		box := container.NewVBox(widget.NewLabelWithStyle(ui.Say("menu-"+name), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		for _, c := range sorted {
			if c.Menu == name && c.Hint() != "" {
				keys := widget.NewLabel(c.Hint())
				keys.Importance = widget.LowImportance
				box.Add(container.NewBorder(nil, nil, nil, keys, widget.NewLabel(c.Title())))
			}
		}
		if len(box.Objects) > 1 {
			columns.Add(box)
		}
	}
	d := ui.NewNotice(ui.Say("command-shortcuts"), ui.Say("close"), container.NewVScroll(columns), w)
	d.Resize(fyne.NewSize(820, 640))
	ui.Open(d)
}
