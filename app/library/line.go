package library

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// line is a text on one line that ends in an ellipsis where it does not fit. Rows and
// tiles are made of lines and set them themselves; a widget.Label costs ten times as
// much and keeps margins of its own.
type line struct {
	*canvas.Text
	words string
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
}

func newLine(size fyne.ThemeSizeName, color fyne.ThemeColorName) *line {
	l := &line{Text: canvas.NewText("", nil), size: size, color: color}
	l.restyle()
	return l
}

// restyle takes size and colour from the theme as it is now.
func (l *line) restyle() {
	th, v := current()
	l.TextSize = th.Size(l.size)
	l.Color = th.Color(l.color, v)
}

// place sets the words from a point on, no wider than that, and returns their width.
func (l *line) place(at fyne.Position, width float32) float32 {
	l.Text.Text = fit(l.words, width, l.TextSize, l.TextStyle)
	size := fyne.MeasureText(l.Text.Text, l.TextSize, l.TextStyle)
	l.Move(at)
	l.Resize(size)
	return size.Width
}

// height is that of a line of the size.
func (l *line) height() float32 { return lineHeight(l.size) }

func lineHeight(size fyne.ThemeSizeName) float32 {
	th, _ := current()
	return fyne.MeasureText("国Mg", th.Size(size), fyne.TextStyle{}).Height
}

const ellipsis = "…"

// fit cuts a text to a width.
func fit(text string, width, size float32, style fyne.TextStyle) string {
	if text == "" || fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	return strings.TrimRight(longest(text, ellipsis, width, size, style), " ") + ellipsis
}

// longest is the longest beginning of a text that has room in a width together with
// what ends it, for a text that has not.
func longest(text, end string, width, size float32, style fyne.TextStyle) string {
	runes := []rune(text)
	low, high := 0, len(runes) // so many characters fit, so many do not
	for low+1 < high {
		middle := (low + high) / 2
		if fyne.MeasureText(string(runes[:middle])+end, size, style).Width <= width {
			low = middle
		} else {
			high = middle
		}
	}
	return string(runes[:low])
}

// twoLines parts a text at the best place for two lines of a width; the second ends
// in an ellipsis where it does not fit.
func twoLines(text string, width, size float32, style fyne.TextStyle) (first, second string) {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text, ""
	}
	first = longest(text, "", width, size, style)
	if at := strings.LastIndexByte(first, ' '); at > len(first)/2 && isLatin(text[len(first):]) {
		first = first[:at]
	}
	for r, n := utf8.DecodeLastRuneInString(first); strings.ContainsRune("“‘（《〈「『【", r); r, n = utf8.DecodeLastRuneInString(first) {
		first = first[:len(first)-n]
	}
	second = strings.TrimLeft(text[len(first):], " ")
	if r, n := utf8.DecodeRuneInString(second); strings.ContainsRune("，。、；：？！”’）》〉」』】…", r) {
		first += second[:n] // it hangs, which is better than standing at the front
		second = second[n:]
	}
	return first, fit(second, width, size, style)
}

// isLatin says whether a text goes on with a letter that must not be parted from the
// one before.
func isLatin(text string) bool {
	return text != "" && text[0] < utf8.RuneSelf && text[0] != ' '
}

// current is the theme and variant that the window shows.
func current() (fyne.Theme, fyne.ThemeVariant) {
	s := fyne.CurrentApp().Settings()
	return s.Theme(), s.ThemeVariant()
}

func themeSize(name fyne.ThemeSizeName) float32 {
	th, _ := current()
	return th.Size(name)
}

var (
	textSize    = theme.SizeNameText
	captionSize = theme.SizeNameCaptionText
)
