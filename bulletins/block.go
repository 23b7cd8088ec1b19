package bulletins

// Range is a stretch of source bytes, [Start, End), counted from the first byte of
// the top-level block that it belongs to.
type Range struct{ Start, End int }

// Source returns the range; every block and span has it by embedding.
func (r Range) Source() Range { return r }

// Block is one of *Heading, *Paragraph, *List, *Table, *Figure, *Quote, *Code,
// *Rule, *DefinitionList, *Directive.
type Block interface {
	Source() Range
	isBlock()
}

func (*Heading) isBlock()        {}
func (*Paragraph) isBlock()      {}
func (*List) isBlock()           {}
func (*Table) isBlock()          {}
func (*Figure) isBlock()         {}
func (*Quote) isBlock()          {}
func (*Code) isBlock()           {}
func (*Rule) isBlock()           {}
func (*DefinitionList) isBlock() {}
func (*Directive) isBlock()      {}

// Heading is an ATX or setext heading.
type Heading struct {
	Range
	Level   int // 1 … 6
	ID      string
	Classes []string
	Across  bool // the columns that it stands in: {span=all}
	Spans   []Span
}

// Paragraph is a paragraph of text. One that begins with a Chinese number of a
// heading (一、 （一） 1. （1）) has that Level; the number stays in the text.
type Paragraph struct {
	Range
	Level int // 0: plain; 1 … 4
	// Head is the number of leading bytes of text (as shown) that take the level's
	// style when the paragraph runs on after its heading: up to and with the first
	// 。 or the whole paragraph when it has none. 0 when Level is 0.
	Head  int
	Spans []Span
}

// List is a bullet, numbered or task list.
type List struct {
	Range
	Ordered bool
	Start   int  // first number
	Delim   byte // '.' or ')'
	Tight   bool
	Items   []*ListItem
}

// ListItem is an entry of a list.
type ListItem struct {
	Range
	Task   TaskState
	Blocks []Block
}

// TaskState says whether a list item has a box and whether it is ticked.
type TaskState uint8

const (
	NoTask TaskState = iota
	TaskOpen
	TaskDone
)

// Align is the alignment of a table column.
type Align uint8

const (
	AlignDefault Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a table with one header row and any number of body rows.
type Table struct {
	Range
	Aligns  []Align
	Header  []Cell
	Rows    [][]Cell
	Caption []Span
}

// Cell is a cell of a table.
type Cell struct {
	Range
	Spans []Span
}

// Figure is a picture that stands by itself.
type Figure struct {
	Range
	URL     string
	Alt     string // its caption as plain text
	Title   string
	Caption []Span
	Attrs   Attrs
}

// Quote is a block quotation.
type Quote struct {
	Range
	Blocks []Block
}

// Code is a fenced code block.
type Code struct {
	Range
	Language string
	Text     string
}

// Rule is a thematic break.
type Rule struct{ Range }

// DefinitionList is a list of terms with their definitions.
type DefinitionList struct {
	Range
	Items []Definition
}

// Definition is one or more terms with one or more descriptions.
type Definition struct {
	Range
	Terms        [][]Span
	Descriptions [][]Block
}

// Directive is a ::: block.
type Directive struct {
	Range
	Name   string
	Attrs  Attrs
	Blocks []Block
}
