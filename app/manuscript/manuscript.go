package manuscript

import (
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// Manuscript is the text of an open document.
type Manuscript struct {
	name       string
	text       string
	parser     bulletins.Parser
	document   *bulletins.Document
	selection  Selection
	generation uint64
	history    history
	saved      string // the text as it was last written
	listeners  []func(Event)
}

// Selection is the part of the text that is selected: from Anchor, where it was
// begun, to Caret. When they are equal nothing is selected.
type Selection struct{ Anchor, Caret int }

// At is the selection of nothing at an offset.
func At(offset int) Selection { return Selection{offset, offset} }

// Start and End are the ends of the selection in the order of the text.
func (s Selection) Start() int { return min(s.Anchor, s.Caret) }
func (s Selection) End() int   { return max(s.Anchor, s.Caret) }

// Empty says whether nothing is selected.
func (s Selection) Empty() bool { return s.Anchor == s.Caret }

// Edit puts Text in the place of Range.
type Edit struct {
	Range bulletins.Range
	Text  string
}

// Mode says how a Change joins the one before it in the history.
type Mode uint8

const (
	Single   Mode = iota // is undone by itself
	Typing               // characters put in one after another are undone together
	Deleting             // as are characters taken out
)

// Change is one thing done to a text.
type Change struct {
	Edits []Edit    // in order, not overlapping; ranges are those of the text before
	After Selection // in the text after
	// Stay has the selection stay on the characters that it is on, whatever After
	// says: the change was asked for somewhere else, as in a form.
	Stay bool
	Mode Mode
	// Then is what follows from the change, made at once but undone by itself: the
	// typed "- " becomes a list, and one undo gives the characters back. Its places
	// are those of the text after the change. nil: nothing.
	Then *Change
}

// Insert is the Change that puts text in the place of the selection, the caret
// behind it.
func Insert(s Selection, text string) Change {
	return Change{
		Edits: []Edit{{bulletins.Range{Start: s.Start(), End: s.End()}, text}},
		After: At(s.Start() + len(text)),
	}
}

// Event says what happened to a Manuscript.
type Event uint8

const (
	TextChanged      Event = iota // and perhaps the selection
	SelectionChanged              // alone
	SavedChanged                  // Saved gives another answer
)

// New returns the manuscript of a text. Name is the document's file name.
func New(name, text string) *Manuscript {
	m := &Manuscript{name: name}
	m.parse(text)
	m.saved = m.text
	return m
}

func (m *Manuscript) parse(text string) {
	m.document = m.parser.Parse(m.name, text, kinds.Schema())
	// The parser takes out what no text may hold.
	m.text = m.document.Text
	m.generation++
}

// Name returns the document's file name, and Rename changes it.
func (m *Manuscript) Name() string { return m.name }

// Rename changes the name that Diagnostics bear.
func (m *Manuscript) Rename(name string) { m.name = name }

// Text returns the whole text.
func (m *Manuscript) Text() string { return m.text }

// Document returns what the text says.
func (m *Manuscript) Document() *bulletins.Document { return m.document }

// Generation grows with every change of the text.
func (m *Manuscript) Generation() uint64 { return m.generation }

// Selection returns what is selected.
func (m *Manuscript) Selection() Selection { return m.selection }

// Selected returns the selected text.
func (m *Manuscript) Selected() string { return m.text[m.selection.Start():m.selection.End()] }

// Select moves the selection. Offsets outside the text, or inside a character, are
// moved to the nearest that is possible.
func (m *Manuscript) Select(s Selection) {
	s = Selection{m.clamp(s.Anchor), m.clamp(s.Caret)}
	if s == m.selection {
		return
	}
	m.selection = s
	m.history.close()
	m.tell(SelectionChanged)
}

func (m *Manuscript) clamp(offset int) int {
	offset = max(0, min(offset, len(m.text)))
	for offset > 0 && offset < len(m.text) && !utf8.RuneStart(m.text[offset]) {
		offset--
	}
	return offset
}

// Apply makes a change. One that would change nothing is not kept.
func (m *Manuscript) Apply(c Change) {
	m.apply(c)
	if c.Then != nil {
		m.history.close()
		m.Apply(*c.Then)
	}
}

func (m *Manuscript) apply(c Change) {
	edits := c.Edits[:0:0]
	for _, e := range c.Edits {
		if m.text[e.Range.Start:e.Range.End] != e.Text {
			edits = append(edits, e)
		}
	}
	if len(edits) == 0 {
		if !c.Stay {
			m.Select(c.After)
		}
		return
	}
	old := m.text
	s := step{before: m.selection, mode: c.Mode}
	text, patches := splice(old, edits)
	if c.Stay {
		c.After = Selection{moved(m.selection.Anchor, edits), moved(m.selection.Caret, edits)}
	}
	m.change(text, c.After)
	if m.text != text { // the parser took something out: keep what really happened
		patches = []patch{{0, old, m.text}}
	}
	s.patches, s.after = patches, m.selection
	m.history.add(s)
	m.tell(TextChanged)
}

// moved returns where a place of the text is after edits. One inside what was replaced
// goes to its end.
func moved(at int, edits []Edit) int {
	grown := 0
	for _, e := range edits {
		if at < e.Range.Start || at == e.Range.Start && e.Range.End > at {
			break
		}
		if at < e.Range.End {
			return e.Range.Start + grown + len(e.Text)
		}
		grown += len(e.Text) - (e.Range.End - e.Range.Start)
	}
	return at + grown
}

func (m *Manuscript) change(text string, after Selection) {
	m.parse(text)
	m.selection = Selection{m.clamp(after.Anchor), m.clamp(after.Caret)}
}

// Listen has f told of what happens, on the same goroutine.
func (m *Manuscript) Listen(f func(Event)) { m.listeners = append(m.listeners, f) }

// Silence makes all who listen stop doing so: the parts of the window are made anew.
func (m *Manuscript) Silence() { m.listeners = nil }

func (m *Manuscript) tell(e Event) {
	for _, f := range m.listeners {
		f(e)
	}
}

// Saved says whether the text is as it was last written.
func (m *Manuscript) Saved() bool { return m.saved == m.text }

// MarkSaved notes which text was written: the present one, or one that a worker
// wrote while typing went on.
func (m *Manuscript) MarkSaved(text string) {
	m.saved = text
	m.tell(SavedChanged)
}
