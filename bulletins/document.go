package bulletins

import "sort"

// Document is a parsed text: front matter and blocks. It is never changed after
// Parse; a Parser reuses the blocks of the text before.
type Document struct {
	Name   string // file name for messages; "-" for standard input
	Text   string // the source, line ends as \n
	Meta   *Meta
	Lang   string // one of Languages: stated in the front matter, else guessed from the text
	Tag    string // BCP 47: Lang, or the form of it that is stated: en-GB
	Blocks []*TopBlock
	Starts []int // byte offset in Text of each of Blocks
	Notes  map[string]*Note
	// NoteStarts is the byte offset in Text of the Top of each of Notes. A block
	// that only defines notes is not among Blocks.
	NoteStarts map[string]int
	// Diagnostics are all that Parse found, in order of place.
	Diagnostics []Diagnostic

	lines []int // offsets of line starts
}

// TopBlock is a block that stands at the top level of a document. Ranges inside
// it count from its own first byte, so an edit above it leaves it as it is.
type TopBlock struct {
	Block  Block
	Source string
	Refs   []string // labels of the notes that it refers to, in order
	// Definitions made inside it.
	Notes map[string]*Note
	IDs   []string
}

// Note is a footnote.
type Note struct {
	Label  string
	Top    *TopBlock // where it is defined
	Blocks []Block
}

// Position is a place as a person counts: line and column from 1, the column in
// characters.
type Position struct{ Line, Column int }

// Position returns the line and column of a byte offset in Text.
func (d *Document) Position(offset int) Position {
	lines := d.lines
	if lines == nil { // not made by Parse
		lines = lineStarts(d.Text)
	}
	offset = max(0, min(offset, len(d.Text)))
	line := sort.SearchInts(lines, offset+1)
	column := 1
	for range d.Text[lines[line-1]:offset] {
		column++
	}
	return Position{line, column}
}
