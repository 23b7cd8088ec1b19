package bulletins

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteIndent is how far the further paragraphs of a note are indented, at least.
const noteIndent = 2

var (
	kindNote    = ast.NewNodeKind("Note")
	kindNoteRef = ast.NewNodeKind("NoteRef")
)

// noteNode is the definition of a footnote, [^label]: text.
type noteNode struct {
	ast.BaseBlock
	label string
	at    Range // of [^label]:
}

func (*noteNode) Kind() ast.NodeKind              { return kindNote }
func (n *noteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteRefNode is a reference to a note, [^label].
type noteRefNode struct {
	ast.BaseInline
	label string
	at    Range
}

func (*noteRefNode) Kind() ast.NodeKind              { return kindNoteRef }
func (n *noteRefNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteLabel returns the label of [^label] at the start of a line, or "".
func noteLabel(line []byte) string {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return ""
	}
	end := bytes.IndexByte(line, ']')
	if end < 0 {
		return ""
	}
	label := line[2:end]
	if len(label) > 999 || bytes.ContainsAny(label, " \t\n[^\\") {
		return ""
	}
	return string(label)
}

// noteParser reads the definitions of notes.
type noteParser struct{}

func (noteParser) Trigger() []byte             { return []byte{'['} }
func (noteParser) CanInterruptParagraph() bool { return true }
func (noteParser) CanAcceptIndentedLine() bool { return false }

func (noteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label := noteLabel(line[at:])
	end := at + len("[^") + len(label) + len("]:")
	if label == "" || end > len(line) || line[end-1] != ':' || pc.(*context).deep(parent, segment.Start) {
		return nil, parser.NoChildren
	}
	start := segment.Start + at - segment.Padding
	n := &noteNode{label: label, at: Range{start, start + end - at}}
	reader.Advance(end)
	return n, parser.HasChildren
}

func (noteParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	width, _ := util.IndentWidth(line, reader.LineOffset())
	if width < noteIndent {
		return parser.Close
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), min(width, 4))
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// noteRefParser reads references. Whether a note of that label exists is checked
// over the whole document afterwards.
type noteRefParser struct{}

func (noteRefParser) Trigger() []byte { return []byte{'['} }

func (noteRefParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	label := noteLabel(line)
	if label == "" {
		return nil
	}
	length := len("[^") + len(label) + len("]")
	block.Advance(length)
	return &noteRefNode{label: label, at: Range{segment.Start, segment.Start + length}}
}
