package themes

import "safety365/bulletins/page"

// Style is how text of a role is set, with every value resolved: what layout
// reads. Lengths given in em have been multiplied by the style's own size.
type Style struct {
	Role   string
	Font   string // font role for Han and full-width marks: song, hei …
	Latin  string // font role for everything else: latin-serif …
	Bold   bool
	Italic bool
	Size   page.Length // of the em
	// Leading is the distance of baselines.
	Leading page.Length
	Indent  page.Length // of the first line; negative hangs
	Left    page.Length // indent of the whole block
	Right   page.Length
	Before  page.Length // space above; the larger of this and the After above counts
	After   page.Length
	Align   Align
	Color   page.Color
	// Tracking is added after every character.
	Tracking page.Length
	// Cell is the room of a full-width character on a grid; 0: its em.
	Cell page.Length
	// Raise lifts the baseline of inline text; negative lowers it.
	Raise     page.Length
	Underline bool
	Strike    bool
	// Sign is a mark with each character: dots below (着重号), a line for names (专名号), a
	// wave for titles (书名号), or "".
	Sign string
	// KeepNext keeps the block on the page of the next block's first lines.
	KeepNext bool
	// KeepTogether keeps all its lines on one page, of a frame only if it is no
	// taller than a quarter of one.
	KeepTogether bool
	// KeepPrevious keeps its beginning on the page of the end of the block before.
	KeepPrevious bool
	Hyphens      bool
	// SmallCaps sets small letters as small capitals; Capitals, as capitals.
	SmallCaps, Capitals bool
	// Drop is how many lines the first letter of the text covers, if the style is that
	// of the paragraph which it begins with; 0: none.
	Drop int
	// Features are OpenType features for Latin text, comma-separated.
	Features string
	// Balance makes the lines of a heading about equally long.
	Balance bool
	Box     Box
}

// Align says how lines meet the margins.
type Align uint8

const (
	Justify Align = iota
	Left
	Center
	Right
)

// Box is what stands behind and round a block.
type Box struct {
	Fill    page.Color
	Border  page.Color  // of all four sides, with Width
	Width   page.Length // line width of the border
	Bar     page.Color  // a bar at the left edge, with BarSize
	BarSize page.Length
	Above   page.Color // a rule above and below, with RuleSize
	Below   page.Color
	Rule    page.Length
	PadX    page.Length // between box and text
	PadY    page.Length
}

// None reports whether the box draws nothing and takes no room.
func (b Box) None() bool { return b == Box{} }

// Paper is a sheet with its margins. Inner is the binding edge.
type Paper struct {
	Size                      page.Size
	Top, Bottom, Inner, Outer page.Length
	Bleed                     page.Length
	Sidenotes                 page.Length // wanted width of notes in the outer margin; 0: there are none
	Mirror                    bool        // inner and outer change sides on even pages
	Columns                   int         // of the text; 0 and 1: none
	HeaderAt, FooterAt        page.Length // baseline of the running head from the top edge, of the foot from the bottom edge
}

// Typeset holds the rules of line breaking and justification.
type Typeset struct {
	Kinsoku   string      // none, basic, gb, strict
	Compress  string      // none, gb, tight
	Autospace int64       // gap at a Han–Latin border, thousandths of an em
	Orphans   string      // allow, avoid: a last line of one character
	Widows    string      // allow, avoid: a single line of a paragraph at the foot or top of a page
	Counters  string      // keep, split: a number and its 年月日 …
	Hanging   bool        // full-width stops may hang in the margin
	Direction string      // horizontal, vertical
	Quotes    bool        // straight quotation marks and hyphens become those of the language
	UnitSpace int64       // between a number and its unit where Normalise is on, thousandths of an em
	Normalise bool        // narrow marks among Han characters become full-width
	Measure   page.Length // width of a line of body text; 0: the page's
	Grid      Grid        // of lines and characters
}

// Vertical reports whether lines run from top to bottom; Measure is then their height.
func (t *Typeset) Vertical() bool { return t.Direction == "vertical" }
