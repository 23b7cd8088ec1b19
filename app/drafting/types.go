package drafting

import "safety365/bulletins"

// Inline is a look that characters can have.
type Inline uint8

const (
	Strong Inline = iota
	Emphasis
	Strike
	Mark        // :mark[]
	Dots        // :em[], 着重号
	ProperName  // :name[], 专名号
	BookTitle   // :book[], 书名号
	Superscript // :sup[]
	Subscript   // :sub[]
	CodeSpan
	Formula // $…$
)

// Inlines is a set of looks.
type Inlines uint16

// Has says whether a look is in the set.
func (s Inlines) Has(i Inline) bool { return s&(1<<i) != 0 }

// Role is what a paragraph is.
type Role uint8

const (
	Body Role = iota
	Heading1
	Heading2
	Heading3
	Heading4
	Quote
	Bullets
	Numbers
	Tasks
	CodeBlock
)

// Look is what holds at a selection, for the toolbar.
type Look struct {
	Role      Role
	Inlines   Inlines // that all of the selection has, or that typing at the caret would have
	InTable   bool
	Table     bulletins.Range // of the table round the caret, in Document.Text
	Row, Col  int             // of the cell at the caret; row 0 is the header
	Directive string          // the name of the innermost directive round the caret; "" for none
	Block     bulletins.Range // of that directive, in Document.Text
	Depth     int             // of list items round the caret
	Link      string          // where the link at the caret leads
}

// Op is something to do with a table.
type Op uint8

const (
	RowAbove Op = iota
	RowBelow
	RowDelete
	ColumnLeft
	ColumnRight
	ColumnDelete
	AlignLeft
	AlignCenter
	AlignRight
	TableDelete
	MergeLeft // the cell becomes part of the one at its left
	MergeUp   // of the one above
	Split     // the cell stands for itself again
)

// Picture is what can be said of a picture. Width is as "60%" or "80mm"; "": as it
// comes out.
type Picture struct{ Name, Caption, Width string }

// Field is a value for the front matter: Text, List, Items, Flag or Map; nil removes the
// key.
type Field interface{ field() }

// Text is a Field of one text.
type Text string

// List is a Field of several texts.
type List []string

// Items is a Field of several values, some of which are no texts.
type Items []Field

// Flag is a Field that is true or false.
type Flag bool

// Map is a Field with fields of its own, in order.
type Map []Entry

// Entry is a key of a Map with its value.
type Entry struct {
	Key   string
	Value Field
}

func (Text) field()  {}
func (List) field()  {}
func (Items) field() {}
func (Flag) field()  {}
func (Map) field()   {}

// Query is what to look for.
type Query struct {
	Text   string
	Regexp bool // Text is a regular expression of Go
	Case   bool // capital and small letters differ
	Word   bool // only whole words; Han has none
}

// Counts are the numbers that a writer asks for.
type Counts struct {
	Words      int // 字数: each Han character or full-width mark, each word or number of other scripts
	Characters int // 字符数（计空格）
	Solid      int // 字符数（不计空格）
	Han        int // 中文字符
	Latin      int // 非中文单词
	Paragraphs int // 段落数
}
