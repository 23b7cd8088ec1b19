package page

import "time"

// Book is a laid-out document.
type Book struct {
	Info    Info
	Outline []OutlineEntry
	Dests   map[string]Dest
	Pages   []*Page
	Tags    *TagTree
}

// Info is what a reader program shows about a document.
type Info struct {
	Title, Author, Subject string
	Keywords               []string
	Language               string    // BCP 47
	Date                   time.Time // zero: unknown; writers then use SOURCE_DATE_EPOCH or a fixed date
	Draft                  bool
}

// OutlineEntry is a bookmark. Entries stand in reading order; Level starts at 1
// and never jumps by more than one downwards.
type OutlineEntry struct {
	Title string
	Level int
	Dest  string
	Tag   TagID
}

// Dest is a place that links lead to.
type Dest struct {
	Page int // from 0
	At   Point
}

// Page is one page in paint order.
type Page struct {
	Number int    // from 0
	Label  string // as printed
	Trim   Size
	Bleed  Length
	Items  []Item
	Lines  []Line // the lines of text, for the layout listing and the quality report
}

// Line tells which items of its page belong to one line of text.
type Line struct {
	Paragraph int    // number of the paragraph in the flow, from 0
	Role      string // the style's role
	X         Length // left edge of the first glyph's advance box
	Baseline  Length
	Width     Length // natural end of the last glyph minus X
	Measure   Length // the width that was there to fill
	First, N  int    // Items[First : First+N]
	Emergency bool   // broken where no break is allowed, because nothing else fitted
	// How well it was set: see paragraph.Line.
	Loose, Tight   int // thousandths
	Cost           int64
	Overfull       Length
	Ragged, Orphan bool
	Apart          bool // it stands beside the text or at a place of the sheet
}
