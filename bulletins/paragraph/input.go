package paragraph

import (
	"safety365/bulletins/page"
	"safety365/fonts"
)

// Input is a paragraph to be set.
type Input struct {
	Runs    []Run
	Lang    string
	Rules   Rules
	Align   Align
	Indent  page.Length   // of the first line
	Measure page.Length   // width of a line
	Widths  []page.Length // widths of the first lines, where they differ from Measure
	Balance bool          // lines of about the same length, as in headings
	// Cell is the cell of a grid in which every full-width character stands: words take
	// whole numbers of cells, so that what follows them stands in its cell again. 0: none.
	Cell    page.Length
	Hyphens bool
	// Vertical sets Han characters upright in lines that run from top to bottom, and
	// words turned. Everything is measured as in a horizontal line; see Line.
	Vertical bool
}

// Align says how lines meet the margins.
type Align uint8

const (
	Justify Align = iota
	Left
	Center
	Right
)

// Rules are the choices of line breaking. The zero value is the strictest of what
// is simple: see the fields.
type Rules struct {
	Kinsoku   Kinsoku
	Compress  Compression
	Autospace page.Length // thousandths of an em at a Han–Latin border
	UnitSpace page.Length // thousandths of an em between a number and its unit; 0: a quarter of an em
	Orphans   bool        // a last line of one character is allowed
	Counters  bool        // a number may part from its 年月日 …
	Hanging   bool        // 、，。 at a line's end stand in the margin
	Protrude  bool        // hyphens, stops and quotation marks of words do so in part
}

// Kinsoku is a level of the prohibition rules (CLREQ, prohibition rules for line
// start and end).
type Kinsoku uint8

const (
	KinsokuGB     Kinsoku = iota // basic, and interpunct, solidus and connectors
	KinsokuNone                  // every break is allowed
	KinsokuBasic                 // brackets, stops and commas
	KinsokuStrict                // GB, and —— and …… not at a line's start
)

// Compression says how much room full-width marks give up.
type Compression uint8

const (
	CompressGB    Compression = iota // half an em where marks meet and at line ends
	CompressNone                     // none
	CompressTight                    // all of it where marks meet
)

// Run is a piece of a paragraph in one format.
type Run struct {
	Text    string
	Format  *Format
	Source  int32  // offset of Text in its top-level block; -1: not from the text
	Tag     int32  // number of a tag of the paragraph; 0 is the paragraph itself
	Link    int32  // number of a link of the paragraph; 0: none
	Anchor  int32  // number of a footnote or destination that goes where this run goes; 0: none
	Break   bool   // a forced line break; Text is ignored
	Box     *Box   // something that is not text; Text is its text for those who cannot see it
	Ruby    string // a reading above the run, which then is one piece
	RubyTag int32  // tag of the reading
	Solid   bool   // no gap and no break before it: a footnote's number
	Fill    bool   // it takes what the line leaves, in place of Text; a line may end before it, not after it
	// Space is the width of the spaces in Text, which then never changes; 0: that of the face.
	Space  page.Length
	Leader string // what a Fill is filled with, again and again; it is no text of the paragraph
}

// Format is how a run looks.
type Format struct {
	Han, Latin *fonts.Family
	Size       page.Length
	Color      page.Color
	Lang       string
	Tracking   page.Length
	Cell       page.Length // room of a full-width character on a grid; 0: its own
	Features   string
	Rise       page.Length // of the baseline, upwards
	Strike     bool
	Underline  bool
	Fill       page.Color // behind the text
	Code       bool       // no marks are compressed within it and no hyphens made
	Formula    bool       // no marks, no hyphens; a line breaks only at its spaces
	Sign       Sign
	Ruby       *Format // of readings; nil: the same at half the size
	Capitals   bool    // small letters are set as capitals; the text stays as it is
	Literal    bool    // set in columns: every space counts, Han takes two columns
}

// Sign is a mark that stands with characters without taking room from them.
type Sign uint8

const (
	NoSign   Sign = iota
	Dots          // 着重号: a dot below each character
	NameLine      // 专名号: a line below a proper name
	BookLine      // 书名号: a wave below a title
)

// Box is an inline object.
type Box struct {
	Width, Ascent, Descent page.Length
	Items                  []page.Item // drawn with the origin at the left end on the baseline
}

// Paragraph is a set paragraph.
type Paragraph struct {
	Lines     []Line
	Missing   []Missing
	Fallbacks []Fallback
}

// Fallback is a character that was taken from another face than the one wanted.
type Fallback struct {
	Rune         rune
	Wanted, Used *fonts.Face
	Source       int32
}

// Missing is a character that no face has.
type Missing struct {
	Rune   rune
	Source int32
}

// Line is a line of a paragraph. All places are relative to the left end of the
// measure and the baseline, y downwards. A vertical line is one that is turned by a
// quarter to the right when it is drawn; its upright runs are marked Vertical, and in
// them a glyph's X is where its cell begins in the line and Y how far its origin is
// moved to the right in the cell.
type Line struct {
	Runs      []page.GlyphRun // Tag and Source.Offset are those of the Run
	Fills     []Shape         // behind the text
	Rules     []Shape         // over it
	Boxes     []PlacedBox
	Drawn     []page.Item // dots and waves, with the origin at the left end on the baseline
	Links     []LinkArea
	Anchors   []int32
	X, Width  page.Length // where the text begins, and how long it is
	Measure   page.Length
	Size      page.Length // the largest size in it
	Above     page.Length // how far inline boxes reach above the baseline, and below
	Below     page.Length
	Emergency bool // broken where it should not be
	Overfull  page.Length
	Loose     int   // widest gap added beyond the ranks, thousandths of an em
	Tight     int   // share of its glue that was taken back, thousandths
	Cost      int64 // its unevenness, squared
	Orphan    bool  // the last line, of one character
	Ragged    bool  // not filled, because its gaps would have been too wide
	Cut       Cut   // what the break before it parts, in a Chinese heading
}

// Cut says what a line break parts.
type Cut uint8

const (
	Words  Cut = iota
	Bound      // words that belong together
	Inside     // a word
)

// Shape is a filled rectangle.
type Shape struct {
	Rect  page.Rect
	Color page.Color
}

// PlacedBox is an inline object at its place.
type PlacedBox struct {
	Box *Box
	X   page.Length
	Tag int32
}

// LinkArea is a part of a link in a line.
type LinkArea struct {
	Link int32
	Rect page.Rect
	Tag  int32
}
