package bulletins

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown returns the goldmark parser: CommonMark's and GFM's own parts, some of
// them wrapped, and our parts in place of those that do not suit. Indented code
// and blocks of HTML are left out: an indented line is a paragraph, and tags are
// shown as they are.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(directiveParser{}, 50),
			util.Prioritized(setextParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(placed{parser.NewThematicBreakParser()}, 200),
			util.Prioritized(placed{nested{parser.NewListParser()}}, 300),
			util.Prioritized(placed{parser.NewListItemParser()}, 400),
			util.Prioritized(placed{fenced{parser.NewFencedCodeBlockParser()}}, 700),
			util.Prioritized(placed{headingParser{parser.NewATXHeadingParser()}}, 600),
			util.Prioritized(placed{nested{parser.NewBlockquoteParser()}}, 800),
			util.Prioritized(commentParser{}, 900),
			util.Prioritized(noteParser{}, 950),
			util.Prioritized(openedParagraph{parser.NewParagraphParser()}, 990),
			util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteRefParser{}, 50),
			util.Prioritized(spanned{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(formulaParser{}, 150),
			util.Prioritized(newBracketParser(), 200),
			util.Prioritized(spanned{parser.NewAutoLinkParser()}, 300),
			util.Prioritized(spanned{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(emphasisParser{}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
})

// spanned takes down where the nodes of an inline parser end.
type spanned struct{ parser.InlineParser }

func (p spanned) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		_, at := block.Position()
		pc.(*context).ended(n, at.Start)
	}
	return n
}

// placed takes down where a block starts on a line that begins inside a tab: there
// goldmark counts the spaces that the tab stands for as if they were in the source.
type placed struct{ parser.BlockParser }

func (p placed) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && at.Padding > 0 {
		c := pc.(*context)
		if c.starts == nil {
			c.starts = map[ast.Node]int{}
		}
		c.starts[n] = at.Start + max(0, c.BlockOffset()-at.Padding)
	}
	return n, state
}

// nested opens no blocks beyond the limit of nesting.
type nested struct{ parser.BlockParser }

func (p nested) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && pc.(*context).deep(parent, at.Start) {
		reader.SetPosition(line, at)
		return nil, parser.NoChildren
	}
	return n, state
}

// fenced takes down where fenced code is closed.
type fenced struct{ parser.BlockParser }

func (p fenced) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	_, at := reader.PeekLine()
	state := p.BlockParser.Continue(n, reader, pc)
	if state&parser.Close != 0 {
		pc.(*context).ended(n, at.Stop)
	}
	return state
}

// Close drops the blank lines at the end of code that nothing closes: they belong
// to what comes after it.
func (p fenced) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	if _, closed := pc.(*context).ends[n]; closed {
		return
	}
	lines := n.Lines()
	for last := lines.Len() - 1; last >= 0; last-- {
		s := lines.At(last)
		if !util.IsBlank(reader.Source()[s.Start:s.Stop]) {
			break
		}
		lines.SetSliced(0, last)
	}
}

// headingParser reads the {#id .class} of headings with our grammar.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	readHeadingAttrs(n, reader, pc.(*context))
}

// setextParser is the same for headings that are underlined.
type setextParser struct{ parser.BlockParser }

func (p setextParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	if n.Parent() == nil { // it became a paragraph
		return
	}
	c := pc.(*context)
	if c.setext == nil {
		c.setext = map[ast.Node]bool{}
	}
	c.setext[n] = true
	readHeadingAttrs(n, reader, c)
}

// readHeadingAttrs takes attributes off the end of a heading's last line. They
// must name an id, a class or a key: braces round plain words are text.
func readHeadingAttrs(n ast.Node, reader text.Reader, c *context) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := string(last.Value(reader.Source()))
	list, ok := attrsAtEnd(line)
	if !ok {
		return
	}
	for i := range list.attrs {
		if list.attrs[i].Key == "" {
			return
		}
	}
	c.attribute(n, list.shifted(last.Start))
	last.Stop = last.Start + list.at.Start
	lines.Set(lines.Len()-1, last.TrimRightSpace(reader.Source()))
}

// paragraphParser takes any line, indented or not: without it goldmark would stop
// at an indented line, which it leaves to indented code.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// openedParagraph opens a paragraph at two ideographic spaces, even in the middle
// of another: that is how Chinese text shows a new paragraph.
type openedParagraph struct{ parser.BlockParser }

func (openedParagraph) Trigger() []byte             { return []byte{"\u3000"[0]} }
func (openedParagraph) CanInterruptParagraph() bool { return true }
func (openedParagraph) CanAcceptIndentedLine() bool { return true }

func (p openedParagraph) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if at := pc.BlockOffset(); at < 0 || len(line) < at+6 || string(line[at:at+6]) != "\u3000\u3000" {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}
