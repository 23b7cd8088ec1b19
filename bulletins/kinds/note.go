package kinds

import (
	"strconv"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// noteEntry is what was made of a note.
type noteEntry struct {
	note     *bulletins.Note
	number   int
	made     *layout.Note
	found    []bulletins.Diagnostic // relative to the note's block
	pictures []*picture
	referred []referred
	round    int
}

// numberNotes numbers the notes that the text refers to, in order.
func (c *Composer) numberNotes(doc *bulletins.Document, found *[]bulletins.Diagnostic) {
	number := 0
	var begins []int // where in the text the notes are referred to
	for i, top := range doc.Blocks {
		for _, label := range top.Refs {
			note := doc.Notes[label]
			if e := c.notes[label]; note == nil || e != nil && e.round == c.round {
				continue
			}
			number++
			begins = append(begins, doc.Starts[i])
			for _, d := range c.note(note, label, c.roomFor(number, begins, doc.Starts[i]+len(top.Source))).found {
				*found = append(*found, shifted(d, doc.NoteStarts[label]))
			}
		}
	}
}

func (c *Composer) note(note *bulletins.Note, label string, number int) *noteEntry {
	e := c.notes[label]
	if e == nil || e.note != note || e.number != number || !c.fresh(&entry{pictures: e.pictures, referred: e.referred}, &bulletins.TopBlock{}) {
		e = c.makeNote(note, label, number)
		c.notes[label] = e
	}
	e.round = c.round
	return e
}

// noteOf returns the note of a label in the document as it is now; nil if there is
// none.
func (c *Composer) noteOf(label string) *layout.Note {
	if e := c.notes[label]; e != nil && e.round == c.round {
		return e.made
	}
	return nil
}

func (c *Composer) makeNote(note *bulletins.Note, label string, number int) *noteEntry {
	m := &maker{Composer: c, top: note.Top, note: true}
	made := &layout.Note{
		Label: c.noteMark(number), ID: noteID + label, Back: backID + label, Source: -1,
		Blocks: m.blocks(note.Blocks, place{style: c.styles.theme.Style("footnote"), note: true}),
	}
	if c.byPage() {
		made.Mark = c.pageMark
	}
	return &noteEntry{note: note, number: number, made: made, found: m.found, pictures: m.used, referred: m.referred}
}

// Destinations of a note and of its reference, before the note's label.
const (
	noteID = "fn:"
	backID = "fnref:"
)

// byPage says whether notes are numbered by page.
func (c *Composer) byPage() bool { return c.scene.theme.Footnotes.Restart == "page" }

// pageful is how many bytes of text a page does not hold.
const pageful = 12_000

// roomFor returns the number that is as wide as that of a note: its own; and if layout
// numbers notes by page, one digit, or two where ten notes may meet on a page.
func (c *Composer) roomFor(number int, begins []int, end int) int {
	switch {
	case !c.byPage():
		return number
	case number >= 10 && end-begins[number-10] < pageful:
		return 10
	}
	return 1
}

// pageMark returns the mark of a note that is numbered by page. Circled numbers go on
// to ⑳ there: a face that lacks one has digits, which layout takes then.
func (c *Composer) pageMark(n int) string {
	if word := circled(n); word != "" && c.styles.theme.Footnotes.Marks == "circled" {
		return word
	}
	return c.noteMark(n)
}

// noteMark returns the mark of a note: 1, ①, or [1]. The ten circled numbers that
// every Chinese font has are followed by bracketed ones.
func (c *Composer) noteMark(n int) string {
	arabic := strconv.Itoa(n)
	switch c.styles.theme.Footnotes.Marks {
	case "circled":
		if n <= 10 {
			return circled(n)
		}
		return "[" + arabic + "]"
	case "bracketed":
		return "[" + arabic + "]"
	}
	return arabic
}
