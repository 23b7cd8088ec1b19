package bulletins

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindComment = ast.NewNodeKind("Comment")

// commentNode is a comment <!-- … --> that stands on lines of its own.
type commentNode struct {
	ast.BaseBlock
	at     Range
	closed bool
}

func (*commentNode) Kind() ast.NodeKind              { return kindComment }
func (n *commentNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

var commentEnd = []byte("-->")

// commentParser reads comments. One with text after it on its first line is left
// to the inline parser; text after the last line is a paragraph.
type commentParser struct{}

func (commentParser) Trigger() []byte             { return []byte{'<'} }
func (commentParser) CanInterruptParagraph() bool { return true }
func (commentParser) CanAcceptIndentedLine() bool { return false }

func (commentParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte("<!--")) {
		return nil, parser.NoChildren
	}
	n := &commentNode{at: Range{segment.Start + at - segment.Padding, segment.Stop}}
	if i := bytes.Index(line[at+2:], commentEnd); i >= 0 {
		if len(bytes.TrimSpace(line[at+2+i+len(commentEnd):])) > 0 {
			return nil, parser.NoChildren
		}
		n.closed = true
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (commentParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*commentNode)
	if n.closed {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	if len(bytes.TrimSpace(line)) > 0 {
		n.at.End = segment.Stop
	}
	if i := bytes.Index(line, commentEnd); i >= 0 {
		n.closed = true
		reader.Advance(i + len(commentEnd))
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (commentParser) Close(ast.Node, text.Reader, parser.Context) {}
