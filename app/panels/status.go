package panels

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// Saved says where the text is kept.
type Saved uint8

const (
	OnDisk  Saved = iota // the file is as the text
	Unsaved              // the text is ahead; the journal has it
	Saving
	Failed // it could not be written
)

var savedWords = map[Saved]string{
	OnDisk: "status-saved", Unsaved: "status-unsaved", Saving: "status-saving", Failed: "status-failed",
}

// Status is the bar at the foot of the window.
type Status struct {
	widget.BaseWidget
	words, pages, language, place, saved, note *item
	lamp                                       *canvas.Circle
	problems                                   *item
	box                                        fyne.CanvasObject
}

// StatusOptions are what clicks on the bar do; nil: nothing.
type StatusOptions struct {
	Words    func() // characters: a dialog tells more
	Problems func()
	Language func()
	Saved    func()
}

// NewStatus returns a status bar.
func NewStatus(o StatusOptions) *Status {
	s := &Status{
		words: newItem(o.Words), pages: newItem(nil), language: newItem(o.Language), place: newItem(nil),
		saved: newItem(o.Saved), note: newItem(nil), problems: newItem(o.Problems), lamp: canvas.NewCircle(color.Transparent),
	}
	lamp := container.NewCenter(container.NewGridWrap(fyne.NewSize(10, 10), s.lamp))
	s.box = container.NewVBox(widget.NewSeparator(), container.NewHBox(
		s.words, s.pages, s.place, layout.NewSpacer(), s.note, layout.NewSpacer(), s.language, s.saved, lamp, s.problems))
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Status) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

// SetWords shows the number of characters and words, counted the Chinese way, and
// of those selected, if any are.
func (s *Status) SetWords(all, selected int) {
	if selected > 0 {
		s.words.set(ui.Say("status-words-selected", "count", strconv.Itoa(all), "selected", strconv.Itoa(selected)))
		return
	}
	s.words.set(ui.Say("status-words", "count", strconv.Itoa(all)))
}

// SetPages shows the page of the caret, from 1, and how many there are; 0: unknown.
func (s *Status) SetPages(page, pages int) {
	switch {
	case pages == 0:
		s.pages.set("")
	case page == 0:
		s.pages.set(ui.Say("status-page-count", "pages", strconv.Itoa(pages)))
	default:
		s.pages.set(ui.Say("status-pages", "page", strconv.Itoa(page), "pages", strconv.Itoa(pages)))
	}
}

// SetPlace shows the line and column of the caret.
func (s *Status) SetPlace(line, column int) {
	s.place.set(ui.Say("status-place", "line", strconv.Itoa(line), "column", strconv.Itoa(column)))
}

// SetLanguage shows the language of the document.
func (s *Status) SetLanguage(lang string) { s.language.set(ui.Say("language-" + lang)) }

// SetSaved shows where the text is kept.
func (s *Status) SetSaved(state Saved) { s.saved.set(ui.Say(savedWords[state])) }

// SetNote shows something in passing; "" takes it away.
func (s *Status) SetNote(words string) { s.note.set(words) }

// SetProblems lights the lamp: red for what stops a final document, amber for
// warnings, green for neither.
func (s *Status) SetProblems(c Counts) {
	name, words := theme.ColorNameSuccess, ui.Say("status-fine")
	switch {
	case c.Errors > 0:
		name = theme.ColorNameError
	case c.Warnings > 0:
		name = theme.ColorNameWarning
	}
	if c.Errors+c.Warnings > 0 {
		words = ui.Say("status-problems", "errors", strconv.Itoa(c.Errors), "warnings", strconv.Itoa(c.Warnings))
	}
	if fill := theme.Color(name); s.lamp.FillColor != fill {
		s.lamp.FillColor = fill
		s.lamp.Refresh()
	}
	s.problems.set(words)
}

// item is a word of the bar, perhaps to be clicked. It is refreshed only when its
// words change, because the whole window is painted again for each.
type item struct {
	widget.Label
	tapped func()
}

func newItem(tapped func()) *item {
	i := &item{tapped: tapped}
	i.SizeName = theme.SizeNameCaptionText
	i.ExtendBaseWidget(i)
	i.Hide()
	return i
}

func (i *item) set(words string) {
	if i.Text == words {
		return
	}
	i.Hidden = words == ""
	i.SetText(words)
}

// Tapped implements fyne.Tappable.
func (i *item) Tapped(*fyne.PointEvent) {
	if i.tapped != nil {
		i.tapped()
	}
}
