package editor

import (
	"errors"
	"regexp/syntax"
	"strconv"

	"safety365/app/drafting"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
)

// forget drops what was found in another text.
func (f *finder) forget() { f.matches, f.current = nil, -1 }

// shown are the matches that the view marks.
func (f *finder) shown() ([]bulletins.Range, int) { return f.matches, f.current }

// search finds the words anew, when they or the text have changed.
func (f *finder) search() {
	f.matches, f.current = nil, -1
	if !f.Visible() {
		return
	}
	f.query.Text = f.words.Text
	var err error
	if f.query.Text != "" {
		f.matches, err = drafting.Find(f.editor.manuscript.Text(), f.query)
	}
	f.complain(err)
	for len(f.matches) > 0 && f.matches[0].Start < f.editor.body() { // the front matter cannot be seen
		f.matches = f.matches[1:]
	}
	f.current = f.looked()
	f.tell()
}

// faults are what can be wrong with a regular expression.
var faults = map[syntax.ErrorCode]string{
	syntax.ErrMissingParen:          "find-bad-paren",
	syntax.ErrUnexpectedParen:       "find-bad-paren",
	syntax.ErrMissingBracket:        "find-bad-bracket",
	syntax.ErrInvalidCharRange:      "find-bad-bracket",
	syntax.ErrInvalidCharClass:      "find-bad-bracket",
	syntax.ErrMissingRepeatArgument: "find-bad-repeat",
	syntax.ErrInvalidRepeatOp:       "find-bad-repeat",
	syntax.ErrInvalidRepeatSize:     "find-bad-repeat",
	syntax.ErrInvalidEscape:         "find-bad-escape",
	syntax.ErrTrailingBackslash:     "find-bad-escape",
}

// complain shows what is wrong with an expression.
func (f *finder) complain(err error) {
	text := ""
	if err != nil {
		text = ui.Say("find-bad")
		if s := (*syntax.Error)(nil); errors.As(err, &s) && faults[s.Code] != "" {
			text = ui.Say(faults[s.Code])
		}
	}
	if text == f.trouble.String() {
		return
	}
	f.trouble.SetText(text)
	if text != "" {
		f.trouble.Show()
	} else {
		f.trouble.Hide()
	}
	f.relay()
}

// looked is the match that is selected, -1 if none is.
func (f *finder) looked() int {
	sel := f.editor.manuscript.Selection()
	for i, m := range f.matches {
		if m.Start == sel.Start() && m.End == sel.End() {
			return i
		}
		if m.Start > sel.Start() {
			break
		}
	}
	return -1
}

// tell shows the count: which match is looked at, and how many there are.
func (f *finder) tell() {
	text := ""
	switch {
	case f.words.Text == "":
	case len(f.matches) == 0:
		text = ui.Say("find-none")
	case f.current < 0:
		text = strconv.Itoa(len(f.matches))
	default:
		text = strconv.Itoa(f.current+1) + "/" + strconv.Itoa(len(f.matches))
	}
	if f.count.Text != text {
		f.count.SetText(text)
		f.row.Refresh()
	}
}

// typed finds what has just been typed and goes to the first match from the place
// where the search began.
func (f *finder) typed() {
	f.search()
	if i := drafting.Next(f.matches, f.editor.manuscript.Selection().Start(), false); i >= 0 && f.words.Text != "" {
		f.look(i)
		return
	}
	f.editor.update()
}

// look goes to a match.
func (f *finder) look(i int) {
	e := f.editor
	f.current = i
	m := f.matches[i]
	e.manuscript.Select(manuscript.Selection{Anchor: m.Start, Caret: m.End})
	e.update()
	if at := e.view.Caret(m.Start); at.Y < e.top || at.Y+2*at.H > e.top+e.height() {
		e.scrollTo(at.Y - e.height()/3)
	}
	f.tell()
}

// step goes to the next match or the one before.
func (f *finder) step(back bool) {
	e := f.editor
	if !f.Visible() {
		if f.words.Text == "" {
			f.open(false)
			return
		}
		f.Show()
		f.relay()
		defer e.TakeFocus()
	}
	f.search()
	sel := e.manuscript.Selection()
	from := sel.End()
	if back {
		from = sel.Start()
	}
	if i := drafting.Next(f.matches, from, back); i >= 0 {
		f.look(i)
	}
}

// replace puts the other words in the place of the match that is looked at, and goes
// on to the next.
func (f *finder) replace() {
	f.search()
	if f.current < 0 {
		f.step(false)
		return
	}
	e := f.editor
	c := drafting.ReplaceAll(e.manuscript.Text(), f.matches[f.current:f.current+1], f.query, f.with.Text)
	c.After = manuscript.At(f.matches[f.current].Start)
	for _, edit := range c.Edits {
		c.After = manuscript.At(edit.Range.Start + len(edit.Text))
	}
	e.manuscript.Apply(c)
	f.step(false)
}

// replaceAll does so with all of them; one undo takes it back.
func (f *finder) replaceAll() {
	f.search()
	n := len(f.matches)
	if n == 0 {
		return
	}
	f.editor.manuscript.Apply(drafting.ReplaceAll(f.editor.manuscript.Text(), f.matches, f.query, f.with.Text))
	f.editor.follow()
	f.count.SetText(ui.Say("find-replaced", "n", strconv.Itoa(n)))
	f.row.Refresh()
}
