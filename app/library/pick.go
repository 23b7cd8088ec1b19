package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// pickList is a short list of which one entry is picked.
type pickList struct {
	box     *fyne.Container
	buttons []*ui.Button
	values  []string
	picked  func(value string)
	value   string
}

func newPickList(picked func(value string)) *pickList {
	return &pickList{box: container.NewVBox(), picked: picked}
}

func (p *pickList) add(value, words string) {
	b := ui.NewButton(words, nil)
	b.Alignment = widget.ButtonAlignLeading
	b.OnTapped = func() {
		p.pick(value)
		p.picked(value)
	}
	p.buttons = append(p.buttons, b)
	p.values = append(p.values, value)
	p.box.Add(b)
}

// pick marks an entry as the one that counts.
func (p *pickList) pick(value string) {
	p.value = value
	for i, b := range p.buttons {
		b.Importance = widget.LowImportance
		if p.values[i] == value {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
}

// enable lets the user pick, or not.
func (p *pickList) enable(on bool) {
	for _, b := range p.buttons {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// offer shows an entry, or hides it.
func (p *pickList) offer(value string, on bool) {
	for i, b := range p.buttons {
		if p.values[i] == value {
			b.Hidden = !on
		}
	}
}
