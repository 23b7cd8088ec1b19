package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SelectEntry is an Entry of one line with a list of words to choose from.
type SelectEntry struct {
	Entry
	button  *widget.Button
	options []string
}

// NewSelectEntry returns an entry that offers the options.
func NewSelectEntry(options []string) *SelectEntry {
	e := &SelectEntry{options: options}
	e.button = widget.NewButtonWithIcon("", theme.Icon(theme.IconNameArrowDropDown), e.drop)
	e.button.Importance = widget.LowImportance
	e.ActionItem = e.button
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// SetOptions changes what is offered.
func (e *SelectEntry) SetOptions(options []string) { e.options = options }

// Enable lets the entry be changed.
func (e *SelectEntry) Enable() {
	e.button.Enable()
	e.Entry.Enable()
}

// Disable keeps the entry as it is.
func (e *SelectEntry) Disable() {
	e.button.Disable()
	e.Entry.Disable()
}

// drop shows the options under the entry.
func (e *SelectEntry) drop() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(e)
	if c == nil || len(e.options) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(e.options))
	for i, option := range e.options {
		items[i] = fyne.NewMenuItem(option, func() { e.SetText(option) })
	}
	list := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	list.ShowAtPosition(driver.AbsolutePositionForObject(e).AddXY(0, e.Size().Height))
	list.Resize(fyne.NewSize(e.Size().Width, list.MinSize().Height))
}
