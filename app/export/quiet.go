package export

import (
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// quiet is text that explains: less strong than a label, but strong enough to be read,
// which a label of low importance is not.
type quiet struct {
	*widget.RichText
	segment *widget.TextSegment
}

func newQuiet(text string) quiet {
	s := &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder}}
	q := quiet{widget.NewRichText(s), s}
	q.Wrapping = wrapping()
	return q
}

func (q quiet) SetText(text string) {
	q.segment.Text = text
	q.Refresh()
}
