package bulletins

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"safety365/bulletins/formula"
)

var kindFormula = ast.NewNodeKind("Formula")

// formulaNode is a formula in a line, $n$.
type formulaNode struct {
	ast.BaseInline
	at Range // with its dollars
}

func (*formulaNode) Kind() ast.NodeKind              { return kindFormula }
func (n *formulaNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// formulaParser reads formulas. A dollar beside another opens none.
type formulaParser struct{}

func (formulaParser) Trigger() []byte { return []byte{'$'} }

func (formulaParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	length := formula.Length(string(line[:min(len(line), formula.MaxLength)]))
	if length == 0 || block.PrecendingCharacter() == '$' {
		return nil
	}
	n := &formulaNode{at: Range{segment.Start, segment.Start + length}}
	n.SetPos(n.at.Start)
	block.Advance(length)
	pc.(*context).ended(n, n.at.End)
	return n
}

// formula adds a formula and reports what cannot be read in it. In a table it has
// backslashes before its bars.
func (b *spanBuilder) formula(n *formulaNode) {
	source := b.src[n.at.Start+1 : n.at.End-1]
	_, faults := formula.Parse(source)
	for _, f := range faults {
		at := Range{n.at.Start + 1 + f.At, n.at.Start + 1 + f.End}
		b.report(note(Error, f.Code, at, "text", f.Text))
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if _, ok := p.(*east.TableCell); ok {
			source = strings.ReplaceAll(source, `\|`, "|")
		}
	}
	b.add(Span{Range: b.at(n.at.Start, n.at.End), Kind: Formula, Text: source})
}
