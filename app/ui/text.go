package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/rivo/uniseg"
)

// Text is text that breaks its lines as its width asks, where Unicode allows it (UAX
// #14): between Chinese characters, but never before a stop or behind an opening
// bracket, as Fyne's own labels do.
type Text struct {
	widget.BaseWidget
	Style widget.RichTextStyle // Refresh shows another
	words string
	lines *widget.RichText
	width float32
}

// NewText returns a text of any length.
func NewText(words string) *Text { return newText(words, widget.RichTextStyle{}) }

// NewQuietText returns a text that explains something: less strong than other text, but
// strong enough to be read, which Fyne's labels of low importance are not.
func NewQuietText(words string) *Text {
	return newText(words, widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder})
}

func newText(words string, style widget.RichTextStyle) *Text {
	t := &Text{Style: style, words: words, lines: widget.NewRichText()}
	t.ExtendBaseWidget(t)
	t.Refresh()
	return t
}

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.lines) }

// String returns the words, without the ends of lines that the width made.
func (t *Text) String() string { return t.words }

// SetText gives it other words.
func (t *Text) SetText(words string) {
	t.words = words
	t.Refresh()
}

// Refresh breaks the lines anew.
func (t *Text) Refresh() {
	text := t.words
	if room := t.width - 2*t.Theme().Size(theme.SizeNameInnerPadding); room > 0 {
		text = broken(text, room, func(s string) float32 {
			return fyne.MeasureText(s, t.size(), t.Style.TextStyle).Width
		})
	}
	t.lines.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: text, Style: t.Style}}
	t.lines.Refresh()
}

// Resize breaks the lines anew if the width is another.
func (t *Text) Resize(size fyne.Size) {
	if size.Width != t.width {
		t.width = size.Width
		t.Refresh()
	}
	t.BaseWidget.Resize(size)
}

// MinSize is as high as the lines are at the present width; any width will do.
func (t *Text) MinSize() fyne.Size {
	least := t.lines.MinSize()
	return fyne.NewSize(min(least.Width, 8*t.size()), least.Height)
}

func (t *Text) size() float32 {
	if t.Style.SizeName != "" {
		return t.Theme().Size(t.Style.SizeName)
	}
	return t.Theme().Size(theme.SizeNameText)
}

// broken puts line ends into a text so that no line is wider than the room. A piece
// that has no room even on a line of its own is cut between characters.
func broken(text string, room float32, width func(string) float32) string {
	var out strings.Builder
	line, state := "", -1
	end := func() {
		out.WriteString(strings.TrimRight(line, " ") + "\n")
		line = ""
	}
	for len(text) > 0 {
		var piece string
		var must bool
		piece, text, must, state = uniseg.FirstLineSegmentInString(text, state)
		if line != "" && width(strings.TrimRight(line+piece, " \n")) > room {
			end()
		}
		for _, r := range piece {
			if c := string(r); line != "" && c != " " && c != "\n" && width(line+c) > room {
				end()
			}
			line += string(r)
		}
		if must && strings.HasSuffix(line, "\n") {
			line = strings.TrimSuffix(line, "\n")
			end()
		}
	}
	return out.String() + line
}
