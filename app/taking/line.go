package taking

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
	"safety365/bulletins/word"
)

// line is something that was done to a text, or can be, or is to be known about it.
type line struct {
	key         string // the same whenever the text is cleaned
	sort        string // one of sorts
	words       func() (what, why string)
	hint        func() string // what helps; nil: nothing
	change      intake.Change // none for other lines
	tracked     bool          // it is a tracked change or a comment
	number      int           // of that
	gone        bool          // it is not in the clean text
	undoable    bool
	on          bool     // it is made
	doubtful    bool     // somebody has to look at it
	settled     bool     // somebody has
	confirmable bool     // by the user
	answer      []string // fields of the document of which any settles it
	proposed    string   // what is to stand there
	fill        bool     // by the user

	was, is        bulletins.Range // in the raw and in the clean text
	inRaw, inClean bulletins.Range // as they are shown
}

// open says whether it waits for somebody to look at it.
func (l line) open() bool { return l.doubtful && !l.settled && (l.on || !l.undoable) }

// unknown says whether nobody knows yet what is to stand there.
func (l line) unknown() bool {
	return l.fill && !l.settled && l.change.Certainty == intake.Unknown
}

// tick shows whether something is made and is tapped to decide otherwise. It never has
// the focus: the space bar does the same for the line chosen.
type tick struct {
	widget.Icon
	tapped func()
}

func newTick() *tick {
	t := &tick{}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is called by Fyne.
func (t *tick) Tapped(*fyne.PointEvent) {
	if t.tapped != nil {
		t.tapped()
	}
}

// show shows what was decided; a line with nothing to undo or to confirm has no tick.
func (t *tick) show(l line, tapped func()) {
	t.tapped = tapped
	switch {
	case !l.undoable && !l.confirmable:
		t.SetResource(nil)
	case !l.undoable && l.settled:
		t.SetResource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
	case !l.undoable:
		t.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	case l.on:
		t.SetResource(theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon()))
	default:
		t.SetResource(theme.CheckButtonIcon())
	}
}

// columns gives what was done two fifths of a line and the reason the rest.
type columns struct{}

func (columns) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize().Max(o[1].MinSize()) }

func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * 2 / 5
	o[0].Resize(fyne.NewSize(first, size.Height))
	o[1].Resize(fyne.NewSize(size.Width-first, size.Height))
	o[1].Move(fyne.NewPos(first, 0))
}

// newLine makes a line of the list: a tick, what became of what, and why.
func newLine() fyne.CanvasObject {
	what, why := widget.NewLabel(""), widget.NewLabel("")
	what.Truncation, why.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	words := container.New(columns{}, what, why)
	return container.New(layout.NewCustomPaddedLayout(-5, -5, 4, 0), container.NewBorder(nil, nil, container.NewCenter(newTick()), nil, words))
}

func (p *Pane) fillLine(n int, o fyne.CanvasObject) {
	if n >= len(p.listed) {
		return
	}
	l, row := p.lines[p.listed[n]], o.(*fyne.Container).Objects[0].(*fyne.Container)
	words := row.Objects[0].(*fyne.Container).Objects
	row.Objects[1].(*fyne.Container).Objects[0].(*tick).show(l, func() {
		p.list.pick(n)
		p.flip(l)
		p.focus()
	})
	what, why := l.words()
	words[0].(*widget.Label).SetText(what)
	reason := words[1].(*widget.Label)
	reason.Importance = widget.LowImportance
	if l.open() {
		reason.Importance = widget.WarningImportance
	}
	reason.SetText(why)
}

// longest is how many characters of a change the list shows.
const longest = 40

// became says what became of what.
func became(before, after string) string {
	was, is := brief(before), brief(after)
	switch {
	case before == "":
		return ui.Say("taking-added", "words", spaced(is, after))
	case after == "":
		return ui.Say("taking-dropped", "words", spaced(was, before))
	}
	return spaced(was, before) + " → " + spaced(is, after)
}

// spaced are words, or what is called a space if there is nothing else.
func spaced(words, of string) string {
	if words == "" && of != "" {
		return ui.Say("taking-space")
	}
	return words
}

func brief(s string) string {
	s = strings.Join(strings.Fields(shown(s)), " ")
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest-1]) + "…"
}

// readable is what a change took away and what it put there, as people read it: what
// went to the front matter with the name of its field.
func (p *Pane) readable(c intake.Change) (before, after string) {
	before, after = c.Before, c.After
	if p.o.Plain != nil && markdown(p.result) {
		before, after = p.o.Plain(before), p.o.Plain(after)
	}
	if c.Out < 0 {
		fields := strings.Split(after, "; ")
		for i, f := range fields {
			if key, value, ok := strings.Cut(f, ": "); ok && ui.FieldName(key) != key {
				fields[i] = ui.Say("taking-field", "name", ui.FieldName(key), "value", strings.TrimLeft(value, "# "))
			}
		}
		after = strings.Join(fields, ui.Say("taking-and"))
	}
	return before, after
}

// did says what a reviewer did.
func did(q word.Proposal) string {
	return ui.Say("taking-"+q.Kind.String(), "before", brief(q.Before), "after", brief(q.After), "note", brief(q.Note))
}

// by says who did it, and when.
func by(q word.Proposal) string {
	who := q.Author
	switch {
	case !q.Tracked:
		return ui.Say("taking-untracked")
	case who == "":
		who = ui.Say("taking-nobody")
	}
	if !q.Date.IsZero() {
		who += " · " + q.Date.Format("2006-01-02 15:04")
	}
	return who
}
