package bulletins

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fence is a line of three or more colons: with a name or attributes it opens a
// directive, with nothing it closes one.
type fence struct {
	colons int
	name   string
	nameAt Range
	braces bool // there are attributes
	list   attrList
	rest   Range // what stands after them and is not understood
}

// readFence reads a line that begins with its colons. Ranges count from there.
func readFence(line string) (fence, bool) {
	line = strings.TrimRight(line, "\n")
	f := fence{colons: leading(line, ':')}
	if f.colons < 3 {
		return f, false
	}
	at := skipSpace(line, f.colons)
	if at == len(line) {
		return f, true
	}
	end := at
	for end < len(line) {
		c, n := utf8.DecodeRuneInString(line[end:])
		if !unicode.IsLetter(c) && (end == at || !unicode.IsNumber(c) && c != '-' && c != '_') {
			break
		}
		end += n
	}
	f.name, f.nameAt = line[at:end], Range{at, end}
	// Words before the attributes are not understood, but the attributes are read.
	at = skipSpace(line, end)
	if open := strings.IndexAny(line[at:], "{"+wideOpen); open >= 0 {
		f.leaves(line, at, at+open)
		f.braces = true
		f.list = readAttrs(line[at+open:]).shifted(at + open)
		at = skipSpace(line, f.list.at.End)
	}
	if f.name == "" && (!f.braces || f.rest.End > 0) {
		return f, false
	}
	f.leaves(line, at, len(line))
	return f, true
}

// leaves takes down text on the line that is not understood. Colons are: some close
// the line with as many as opened it.
func (f *fence) leaves(line string, from, to int) {
	text := strings.TrimRight(line[from:to], " \t\u3000")
	if strings.Trim(text, ":") != "" && f.rest.End == 0 {
		f.rest = Range{from, from + len(text)}
	}
}

func skipSpace(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || strings.HasPrefix(s[at:], "\u3000")) {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

// closing says whether the fence closes.
func (f fence) closing() bool { return f.name == "" && !f.braces }

var (
	kindDirective = ast.NewNodeKind("Directive")
	kindStray     = ast.NewNodeKind("StrayFence")
)

// directiveNode is a directive while goldmark parses.
type directiveNode struct {
	ast.BaseBlock
	fence
	empty  bool // by its rule, so that it needs no closing fence
	start  int  // of its colons in the source
	end    int  // of its last line, once closed
	closed bool
}

func (*directiveNode) Kind() ast.NodeKind              { return kindDirective }
func (n *directiveNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// strayNode is a closing fence that closes nothing.
type strayNode struct {
	ast.BaseBlock
	at Range
}

func (*strayNode) Kind() ast.NodeKind              { return kindStray }
func (n *strayNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// directiveParser reads directives that are blocks.
type directiveParser struct{}

func (directiveParser) Trigger() []byte             { return []byte{':'} }
func (directiveParser) CanInterruptParagraph() bool { return true }
func (directiveParser) CanAcceptIndentedLine() bool { return false }

func (directiveParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	f, ok := readFence(string(line[at:]))
	if !ok {
		return nil, parser.NoChildren
	}
	start := segment.Start + at - segment.Padding
	if f.closing() {
		n := &strayNode{at: Range{start, start + f.colons}}
		reader.AdvanceToEOL()
		return n, parser.NoChildren
	}
	c := pc.(*context)
	if c.deep(parent, start) {
		return nil, parser.NoChildren
	}
	n := &directiveNode{fence: f, start: start, empty: c.schema.empty(f.name)}
	n.end = segment.Stop
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

func (directiveParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, ok := node.(*directiveNode)
	if !ok { // a stray fence
		return parser.Close
	}
	line, segment := reader.PeekLine()
	body := strings.TrimLeft(string(line), " \t")
	if strings.HasPrefix(body, ":::") {
		if f, ok := readFence(body); ok && f.closing() {
			target := closedDirective(pc, n, f.colons, len(line)-len(body))
			if target == n {
				n.closed, n.end = true, segment.Stop
				reader.AdvanceToEOL()
				return parser.Close
			}
			return parser.Continue | parser.HasChildren
		}
	}
	if n.empty && strings.TrimSpace(body) != "" {
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (directiveParser) Close(ast.Node, text.Reader, parser.Context) {}

// closedDirective returns the directive that a closing fence closes, the one given
// or one inside it, of those that the line can reach: a fence does not see into a
// quotation, nor into a list item that it is not indented for, and inside fenced
// code it is code.
func closedDirective(pc parser.Context, from *directiveNode, colons, indent int) *directiveNode {
	var open []*directiveNode
	var counts []int
	inside := false
walk:
	for _, block := range pc.OpenedBlocks() {
		inside = inside || block.Node == ast.Node(from)
		if !inside {
			continue
		}
		switch n := block.Node.(type) {
		case *directiveNode:
			if indent > 3 {
				break walk
			}
			open, counts = append(open, n), append(counts, n.colons)
		case *ast.ListItem:
			indent -= n.Offset
		case *noteNode:
			indent -= noteIndent
		case *east.DefinitionList:
			indent -= n.Offset
		case *ast.Blockquote:
			indent = -1
		case *ast.FencedCodeBlock, *commentNode:
			return nil
		}
		if indent < 0 {
			break walk
		}
	}
	if i := closedBy(colons, counts); i >= 0 {
		return open[i]
	}
	return nil
}
