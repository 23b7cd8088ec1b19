package manuscript

import (
	"strings"

	"safety365/bulletins"
)

// mergeLimit bounds how much typing is undone at once, in bytes.
const mergeLimit = 90

// patch is a piece of text that took another's place. At counts in the text after
// the whole step.
type patch struct {
	at       int
	old, new string
}

// step is a change as the history keeps it.
type step struct {
	patches       []patch // in order
	before, after Selection
	mode          Mode
}

// undo returns the text before the step, and redo the text after it.
func (s *step) undo(text string) string {
	edits := make([]Edit, len(s.patches))
	for i, p := range s.patches {
		edits[i] = Edit{bulletins.Range{Start: p.at, End: p.at + len(p.new)}, p.old}
	}
	text, _ = splice(text, edits)
	return text
}

func (s *step) redo(text string) string {
	edits := make([]Edit, len(s.patches))
	grown := 0
	for i, p := range s.patches {
		edits[i] = Edit{bulletins.Range{Start: p.at - grown, End: p.at - grown + len(p.old)}, p.new}
		grown += len(p.new) - len(p.old)
	}
	text, _ = splice(text, edits)
	return text
}

// splice makes edits in a text and returns with it how to take them back.
func splice(text string, edits []Edit) (string, []patch) {
	var b strings.Builder
	patches := make([]patch, len(edits))
	at := 0
	for i, e := range edits {
		b.WriteString(text[at:e.Range.Start])
		patches[i] = patch{b.Len(), text[e.Range.Start:e.Range.End], e.Text}
		b.WriteString(e.Text)
		at = e.Range.End
	}
	b.WriteString(text[at:])
	return b.String(), patches
}

// history is what was done, and what was undone and can be done again.
type history struct {
	done, undone []step
	closed       bool // the next step is not merged with the last
}

func (h *history) close() { h.closed = true }

func (h *history) add(s step) {
	h.undone = nil
	if n := len(h.done); n > 0 && !h.closed && merge(&h.done[n-1], &s) {
		return
	}
	h.closed = false
	h.done = append(h.done, s)
}

// merge makes one step of two that were typed one after the other, if they are.
func merge(last, next *step) bool {
	if last.mode == Single || last.mode != next.mode ||
		len(last.patches) != 1 || len(next.patches) != 1 {
		return false
	}
	a, b := &last.patches[0], &next.patches[0]
	switch {
	case last.mode == Typing && b.old == "" && b.at == a.at+len(a.new) &&
		len(a.new)+len(b.new) <= mergeLimit && !strings.Contains(b.new, "\n"):
		a.new += b.new
	case last.mode == Typing && b.at == a.at && b.old == a.new:
		a.new = b.new // a field of a form, typed on
	case last.mode == Deleting && a.new == "" && b.new == "" && b.at+len(b.old) == a.at:
		a.at, a.old = b.at, b.old+a.old // backwards
	case last.mode == Deleting && a.new == "" && b.new == "" && b.at == a.at:
		a.old += b.old // forwards
	default:
		return false
	}
	last.after = next.after
	return true
}

// CanUndo says whether there is something to undo, and CanRedo something to redo.
func (m *Manuscript) CanUndo() bool { return len(m.history.done) > 0 }

// CanRedo says whether there is something to redo.
func (m *Manuscript) CanRedo() bool { return len(m.history.undone) > 0 }

// Undo takes back the last change.
func (m *Manuscript) Undo() {
	h := &m.history
	if len(h.done) == 0 {
		return
	}
	s := h.done[len(h.done)-1]
	h.done, h.undone = h.done[:len(h.done)-1], append(h.undone, s)
	h.closed = true
	m.change(s.undo(m.text), s.before)
	m.tell(TextChanged)
}

// Redo makes the change that was last taken back again.
func (m *Manuscript) Redo() {
	h := &m.history
	if len(h.undone) == 0 {
		return
	}
	s := h.undone[len(h.undone)-1]
	h.undone, h.done = h.undone[:len(h.undone)-1], append(h.done, s)
	h.closed = true
	m.change(s.redo(m.text), s.after)
	m.tell(TextChanged)
}
