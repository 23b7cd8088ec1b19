package bulletins

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// context is goldmark's parse context with what our own parsers keep in it.
type context struct {
	parser.Context
	schema *Schema
	chunk  *chunk
	all    map[string]target // link references of the whole document, or nil
	own    map[string]target // those that the chunk defines, when all is nil

	brackets   []*labelOpener   // open [ of links (nil) and of inline directives
	delimiters int              // * _ ~ in this paragraph
	ends       map[ast.Node]int // where a node ends in the source
	starts     map[ast.Node]int // where a block starts, if goldmark does not know
	attrs      map[ast.Node]attrList
	setext     map[ast.Node]bool
	tooDeep    bool
}

// AddReference takes down a definition in order.
func (c *context) AddReference(ref parser.Reference) {
	label := util.ToLinkReference(ref.Label())
	c.chunk.definitions = append(c.chunk.definitions, definition{label, target{
		url: unescape(string(ref.Destination())), title: unescape(string(ref.Title())), found: true}})
	if c.all != nil {
		return
	}
	if c.own == nil {
		c.own = map[string]target{}
	}
	if _, ok := c.own[label]; !ok {
		c.own[label] = c.chunk.definitions[len(c.chunk.definitions)-1].target
	}
}

// Reference looks a label up and takes down what was asked and what was found.
func (c *context) Reference(label string) (parser.Reference, bool) {
	found := c.all[label]
	if c.all == nil {
		found = c.own[label]
	}
	if c.chunk.asked == nil {
		c.chunk.asked = map[string]target{}
	}
	c.chunk.asked[label] = found
	if !found.found {
		return nil, false
	}
	c.chunk.resolved = true
	return reference{label, found}, true
}

// reference is a target in the form that goldmark asks for. Its strings are not to
// be unescaped again: see converter.link.
type reference struct {
	label string
	target
}

func (r reference) Label() []byte       { return []byte(r.label) }
func (r reference) Destination() []byte { return []byte(r.url) }
func (r reference) Title() []byte       { return []byte(r.title) }
func (r reference) String() string      { return r.label }

// ended takes down where a node ends.
func (c *context) ended(n ast.Node, at int) {
	if c.ends == nil {
		c.ends = map[ast.Node]int{}
	}
	c.ends[n] = at
}

func (c *context) attribute(n ast.Node, list attrList) {
	if c.attrs == nil {
		c.attrs = map[ast.Node]attrList{}
	}
	c.attrs[n] = list
}

// depth counts the containers round a block, up to the limit.
func depth(n ast.Node) int {
	count := 0
	for ; n != nil && count < maxNesting; n = n.Parent() {
		switch n.(type) {
		case *ast.Blockquote, *ast.ListItem, *directiveNode, *noteNode:
			count++
		}
	}
	return count
}

// deep says whether nothing more may open inside a block, and takes that down.
func (c *context) deep(parent ast.Node, at int) bool {
	if depth(parent) < maxNesting {
		return false
	}
	if !c.tooDeep {
		c.tooDeep = true
		c.chunk.diagnostics = append(c.chunk.diagnostics,
			note(Error, "nesting-too-deep", Range{at, at + 1}, "limit", itoa(maxNesting)))
	}
	return true
}
