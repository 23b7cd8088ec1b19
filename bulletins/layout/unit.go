package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// material is a block that has been set: a column of units. It does not change and
// may stand in the flow more than once.
type material struct {
	units      []unit
	tags       []tag   // local nodes, numbered from 1
	notes      []*Note // in the order of their references
	noteUnits  []*material
	problems   []Problem // Block is filled by the flow
	fallbacks  []Fallback
	paragraphs int
	figure     bool       // it is a picture
	place      floatPlace // of one that may leave its place in the text
}

// tag is a node of the tag tree, local to its material. Parent 0 is the document.
type tag struct {
	page.Tag
	parent int32
}

// unit is a piece that no page break cuts. Places inside it count from its own top
// left corner; the column's left edge is 0.
type unit struct {
	before, after     page.Length // space; between two units the larger counts, at a page's top and foot none
	padTop, padBottom page.Length // room inside the frames that begin and end here
	height            page.Length
	keep              bool       // no page break after it
	follow            bool       // no page break before it
	breakBefore       bool       // a new page begins here
	columnBreak       bool       // a new column begins here
	cols              *columnSet // the columns that it stands in; nil: across the page
	dropAtTop         bool       // nothing at the top of a page: a break in the text
	frame             *frame
	content           content
	label             content // beside the content, on its baseline
	notes             []int32 // indices in material.notes
	dests             []string
	outline           *outline
	head              *tableHead  // stands again above it at the top of a page
	foot              *tableHead  // stands again below it at the foot of a page
	last              bool        // of a table
	turned            bool        // on a landscape page
	fixed             *fixedPlace // at a place of the sheet, without room in the text
	skip              page.Length // what follows stands at least so far down the page
	aligned           bool        // begins on a line of the grid
	// float says where in its columns a picture goes that begins here, of so many units.
	float  floatPlace
	floats int
}

// content draws itself with its top left corner at (x, y).
type content interface {
	draw(d *drawer, x, y page.Length)
}

type outline struct {
	title string
	level int
	id    string
	tag   int32
}

// frame is what stands behind units.
type frame struct {
	parent *frame
	box    themes.Box
	tone   *themes.Tone
	cols   *columnSet // as in unit
	x, w   page.Length
}

// lineUnit is a line of text.
type lineUnit struct {
	line      *paragraph.Line
	x         page.Length
	baseline  page.Length
	role      string
	paragraph int
	links     []Link
	linkTexts []string
}

// baseline returns where the baseline of a line lies in its leading: the em box in
// the middle, its ascent 88 hundredths of the size.
func baselineIn(leading, size page.Length) page.Length {
	return (leading-size)/2 + size*88/100
}
