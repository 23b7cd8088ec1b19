package bulletins

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// chunk is a piece of a text after parsing. Offsets and ranges count from its
// first byte, so it is good wherever the same text stands.
type chunk struct {
	text    string
	tops    []*TopBlock
	offsets []int // of tops
	open    bool  // something is open at its end: the next piece may belong to it

	definitions []definition      // link references that it defines, in order
	asked       map[string]target // what the references it uses were found to mean
	resolved    bool              // at least one of asked means something

	// What is checked over the whole document.
	headings []headingUse
	ids      []use
	links    []use // to #id
	refs     []use // of notes
	notes    []use // definitions of notes

	diagnostics []Diagnostic
	round       int // of the Parser that used it last
}

// use is a name at a place.
type use struct {
	name string
	at   Range
}

type headingUse struct {
	level int
	at    Range
}

// definition is a link reference definition: [label]: url "title".
type definition struct {
	label string
	target
}

// target is what a link reference means; the zero target: nothing.
type target struct {
	url, title string
	found      bool
}

// stale says whether the references that the chunk uses mean something else now.
func (c *chunk) stale(all map[string]target) bool {
	for label, was := range c.asked {
		if all[label] != was {
			return true
		}
	}
	return false
}

// parseChunk parses a piece of text. References are looked up in all, or, when it
// is nil, in the chunk's own definitions.
// The text is copied, so that a chunk does not keep the document it came from.
func parseChunk(piece string, schema *Schema, zh bool, all map[string]target) *chunk {
	source := piece + "\n" // goldmark reads a last line without its end less well
	c := &chunk{text: source[:len(piece)]}
	ctx := &context{Context: parser.NewContext(), schema: schema, all: all, chunk: c}
	bytes := []byte(source)
	root := markdown().Parse(text.NewReader(bytes), parser.WithContext(ctx))
	v := converter{chunk: c, src: source, bytes: bytes, ctx: ctx, schema: schema, zh: zh}
	v.document(root)
	return c
}
