package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Flow is a document ready to be set: styled blocks and page furniture.
type Flow struct {
	Info   page.Info
	Theme  *themes.Theme
	Blocks []Block
	// Fields fill the braces in the furniture's texts; page and pages are filled by
	// layout.
	Fields map[string]string
	// Sources gives for each of Blocks the index of the top-level block of the
	// document that it comes from, or -1.
	Sources []int32
	// Mark is printed across every page of a draft.
	Mark string
	// MarkColor is its colour, for sheets with a ground; "": draft.
	MarkColor string
	// Imprint stands at the foot of the type area of the last page (版记), on a page of
	// its own if it has no room there.
	Imprint []Block
	// ImprintEven says that the last page is an even one: a blank page, without furniture,
	// may come before it. Neither that page nor one that holds nothing but the imprint
	// bears a number.
	ImprintEven bool
	// Fixed stand on pages by number, apart from the text.
	Fixed []*Fixed
}

// Block is one of *Text, *Item, *Frame, *Table, *Figure, *Divider, *Contents, *Break,
// *Turn, *Columns, *Across, *ColumnBreak, *Aside, *Fixed, *Skip, *Row, *Vertical,
// *Drawing. Blocks are never changed once made: a Session knows them by their pointers.
type Block interface{ isBlock() }

func (*Text) isBlock()    {}
func (*Item) isBlock()    {}
func (*Frame) isBlock()   {}
func (*Table) isBlock()   {}
func (*Figure) isBlock()  {}
func (*Divider) isBlock() {}
func (*Break) isBlock()   {}

// Text is a paragraph or heading.
type Text struct {
	Style   *themes.Style
	Inlines []Inline
	Tag     page.Role // P when empty
	Lang    string    // the paragraph's language
	// Outline makes it a bookmark of that level; 0: none.
	Outline int
	ID      string // destination for links
	// Literal text keeps its spaces and is never hyphenated: code.
	Literal bool
	// Drop is how many lines the first letter covers; 0 and 1: it is as any.
	Drop int
	// Fit finds the size of its type; nil: that of its style.
	Fit *Fit
	// Spread puts its one line's characters evenly over the measure, the first and the
	// last flush with its ends (分散对齐).
	Spread bool
}

// Inline is a piece of a paragraph.
type Inline struct {
	Text   string
	Style  *themes.Style // nil: the paragraph's
	Lang   string        // "": the paragraph's
	Source int32         // offset of Text in its top-level block; -1: none
	Break  bool          // a forced line break
	Link   *Link
	Note   *Note // a reference to a note; Text is its mark
	Image  *Picture
	Code   bool // never compressed or hyphenated
	// Formula is the formula that it is a piece of. Space is the room that it takes then if
	// it is a space, in thousandths of an em.
	Formula *Formula
	Space   int
	Ruby    string // a reading above Text
	Side    *Note  // a side note that belongs to its line
	PageOf  string // the text is the number of the page of that destination
	// Fill takes what the line leaves: the text before it stands at the left, that after
	// it at the right. Leader fills it with copies of a string, such as "…" or "_".
	Fill   bool
	Leader string
}

// Formula is what the pieces of a formula have in common: its source, for those who
// cannot see it.
type Formula struct{ Source string }

// Link is where a piece of text leads.
type Link struct {
	URI, Dest string
	note      *Note // the words are its number
}

// Note is a footnote. It is set at the foot of the page of its first reference.
type Note struct {
	Label string // as printed before it
	// Mark words a number; set, it takes the place of Label, which keeps its room, where
	// notes are numbered by page.
	Mark   func(n int) string
	ID     string // destination of the references
	Back   string // destination of the first reference
	Blocks []Block
	Source int32 // top-level block of its text, or -1
	Side   bool  // it stands in the margin, without a label
}

// Item is an entry of a list: a label beside blocks. The items of a list stand
// side by side in Blocks of a Frame of role L.
type Item struct {
	Label  *Text
	Task   Task
	Indent page.Length // of the blocks
	Gap    page.Length // above it, in a row of items
	Blocks []Block
}

// Task is the box of a task.
type Task uint8

const (
	NoTask Task = iota
	OpenTask
	DoneTask
)

// Frame holds blocks that belong together: a list, a quotation, a callout.
type Frame struct {
	Style  *themes.Style // its spaces, indents and box; nil: none
	Tag    page.Role     // "" for none
	Tone   *themes.Tone  // colours over those of the style's box
	Blocks []Block
	// Ordered says that a list is numbered.
	Ordered bool
	// Natural makes it as wide as its widest line. Its texts keep their own alignment
	// inside it.
	Natural bool
	// Place is where it stands then: at the left, in the middle, or at the right less its
	// Style.Right.
	Place themes.Align
}

// Table is a table of cells with measured columns. Its head and foot stand again on
// each page that it goes on to.
type Table struct {
	Style   *themes.Style // spaces round the table
	Look    themes.Tables
	Columns []Column
	Head    []TableRow
	Rows    []TableRow
	Foot    []TableRow
	Caption *Text
	// Continued stands above the repeated head; nil: nothing does.
	Continued *Text
	Measure   TableWidth
	Place     themes.Align // of a table that is narrower than the column; Justify is in the middle
	Scale     int          // size of the type in per cent of its styles'; 0: 100
	Valign    string       // top, middle, bottom, of merged cells as well; "": as Look says
	RowHeight page.Length  // least height of the rows of the body
	TurnHeads bool         // heads that are wider than what stands below them are turned
	ID        string       // destination for links
}

// TableWidth is how wide a table is; the zero value fills the measure, unless all
// columns have a width of their own.
type TableWidth struct {
	Length  page.Length
	Share   int  // in per cent of the measure
	Natural bool // as wide as its text wants
}

// Column says how a column is set. It is as wide as it says, or else measured.
type Column struct {
	Align  themes.Align // of cells that say nothing
	Stated bool         // Align was asked for
	// Decimal puts the decimal marks of its numbers below one another, however it
	// is aligned. Columns at the right that hold numbers do so unasked.
	Decimal bool
	Valign  string      // over the table's
	Length  page.Length // a fixed width, of its text
	Share   int         // in per cent of the table's width
	Part    int         // its part of what the others leave, in thousandths
}

// TableRow is a row of cells, one for each column.
type TableRow struct{ Cells []Cell }

// Cell is a cell of a table. One that goes over several columns or rows stands at
// its upper left; the cells that it covers are empty. The fill of the box of its text's
// style lies behind all of it.
type Cell struct {
	Text    *Text
	ColSpan int // 0 and 1: none
	RowSpan int
}

// Figure is a picture with a caption.
type Figure struct {
	Style   *themes.Style // spaces round it
	Picture Picture
	Caption *Text
	Look    themes.Figures
	Width   page.Length // wanted; 0: what fits
	Share   int         // wanted share of the measure in percent; 0: none
	Height  page.Length // of the picture, unless that makes it too wide; 0: by its width
	Place   string      // top, bottom, page: there, on its own page or a later one; "": where Look says
	Side    string      // left, right: the text after it stands beside it; "": it does not
}

// Picture is an image or, if that is missing, a box that says so.
type Picture struct {
	Source  *page.ImageSource // nil: missing
	Alt     string
	Missing string        // what the placeholder says
	Style   *themes.Style // of the placeholder's words
}

// Divider is a break in the text: characters or a rule.
type Divider struct {
	Style *themes.Style
	Look  themes.Divider
}

// Break begins a new page.
type Break struct{}
