package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	tip "github.com/dweymouth/fyne-tooltip/widget"
)

// NewIconButton returns a button that shows an icon alone and says words in a tooltip.
// Buttons of a toolbar look flat.
func NewIconButton(icon fyne.Resource, words string, tapped func()) *tip.Button {
	b := tip.NewButtonWithIcon("", icon, tapped)
	b.Importance = widget.LowImportance
	b.SetToolTip(words)
	return b
}
