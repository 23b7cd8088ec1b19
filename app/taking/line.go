package taking

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
	"safety365/bulletins/word"
)

// line is something that was done to a text, or can be, or is to be known about it.
type line struct {
	what, why string
	look      widget.Importance // of why
	was, is   bulletins.Range   // in the raw and in the clean text
	gone      bool              // it is not in the clean text
	tracked   bool              // it is a tracked change or a comment
	on        bool
	set       func(on bool) // nil: there is nothing to decide
}

// newLine makes a line of the list: a check, what became of what, and why.
func newLine() fyne.CanvasObject {
	what, why := widget.NewLabel(""), widget.NewLabel("")
	what.Truncation, why.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	words := container.NewGridWithColumns(2, what, why)
	check := ui.NewCheck("", nil)
	room := canvas.NewRectangle(color.Transparent) // where there is no check
	room.SetMinSize(check.MinSize())
	return container.New(layout.NewCustomPaddedLayout(-5, -5, 0, 0), container.NewBorder(nil, nil, container.NewStack(room, check), nil, words))
}

func (p *Pane) fillLine(i int, o fyne.CanvasObject) {
	if i >= len(p.lines) {
		return
	}
	l, row := p.lines[i], o.(*fyne.Container).Objects[0].(*fyne.Container)
	words := row.Objects[0].(*fyne.Container).Objects
	check := row.Objects[1].(*fyne.Container).Objects[1].(*ui.Check)
	check.OnChanged = nil
	check.SetChecked(l.on)
	check.OnChanged = l.set
	check.Hidden = l.set == nil
	words[0].(*widget.Label).SetText(l.what)
	why := words[1].(*widget.Label)
	why.Importance = l.look
	why.SetText(l.why)
}

// longest is how many characters of a change the list shows.
const longest = 40

// became says what became of what.
func became(before, after string) string {
	was, is := brief(before), brief(after)
	if after == "" {
		is = ui.Say("taking-dropped")
	}
	if was == "" && before != "" {
		was = ui.Say("taking-space")
	}
	return was + " → " + is
}

func brief(s string) string {
	s = strings.Join(strings.Fields(shown(s)), " ")
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest-1]) + "…"
}

// lineOf is a change that intake made or would make.
func (p *Pane) lineOf(c intake.Change) line {
	reason, _ := c.Reason(ui.Language())
	l := line{what: became(p.readable(c)), why: ui.Say("taking-"+c.Certainty.String()) + " · " + reason, look: widget.LowImportance,
		was: bulletins.Range{Start: c.Start, End: c.End}, is: bulletins.Range{Start: c.Out, End: c.Out + len(c.After)},
		on: p.made(c), set: func(on bool) { p.set(c, on) }}
	if c.Certainty != intake.Exact {
		l.look = widget.WarningImportance
	}
	l.gone = c.Out < 0 || !l.on
	return l
}

// readable is what a change took away and what it put there, as people read it: what
// went to the front matter with the name of its field.
func (p *Pane) readable(c intake.Change) (before, after string) {
	before, after = c.Before, c.After
	if p.o.Plain != nil && p.o.Word != nil {
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

// noteOf is something that is to be known about the file.
func noteOf(d bulletins.Diagnostic) line {
	message, hint := ui.Message(d)
	return line{what: message, why: hint, look: widget.WarningImportance, gone: true}
}

// proposed is a tracked change or a comment of a Word file. A change can be made.
func (p *Pane) proposed(i int) line {
	q := p.o.Word.Proposals[i]
	l := line{what: did(q), why: by(q), look: widget.LowImportance, gone: true, tracked: true}
	if q.Edit != nil {
		l.on, l.set = p.accepted[i], func(on bool) { p.accept(i, on) }
	}
	length := q.Range.End - q.Range.Start
	if l.on {
		length = len(q.Edit.Text)
	}
	l.was.Start = p.rawPlace(q.Range.Start)
	l.was.End = l.was.Start + length
	return l
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
