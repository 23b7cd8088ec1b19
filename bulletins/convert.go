package bulletins

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// converter turns goldmark's tree of one chunk into our blocks.
type converter struct {
	*chunk
	src    string
	bytes  []byte
	ctx    *context
	schema *Schema
	zh     bool

	base   int       // where the top-level block starts in src
	top    *TopBlock // the one being made
	inNote bool
	breaks bool // the spans being made have line ends to join
}

// document makes the chunk's top-level blocks.
func (c *converter) document(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		c.topBlock(n)
	}
	c.open = c.isOpen(root.LastChild())
}

// isOpen says whether a block waits for its closing line.
func (c *converter) isOpen(n ast.Node) bool {
	switch n := n.(type) {
	case *directiveNode:
		return !n.closed
	case *commentNode:
		return !n.closed
	case *ast.FencedCodeBlock:
		_, closed := c.ctx.ends[n]
		return !closed
	}
	return false
}

func (c *converter) topBlock(n ast.Node) {
	start, ok := c.startOf(n)
	if !ok {
		c.base, c.top = 0, &TopBlock{}
		c.block(n, false)
		return
	}
	start = strings.LastIndexByte(c.src[:start], '\n') + 1
	c.base, c.top = start, &TopBlock{}
	block := c.block(n, true)
	if block == nil && len(c.top.Notes) == 0 {
		return
	}
	end := start
	if block != nil {
		end = start + block.Source().End
	}
	if note, ok := n.(*noteNode); ok {
		end = c.endOf(note)
	}
	c.top.Block, c.top.Source = block, c.src[start:c.lineEnd(end)]
	// A table in the middle of a paragraph comes out of goldmark before what stood
	// above it, and that goes on to where the table begins.
	if n := len(c.tops) - 1; n >= 0 && start < c.offsets[n] {
		c.cutTop(c.offsets[n] - start)
		c.tops = append(c.tops[:n], c.top, c.tops[n])
		c.offsets = append(c.offsets[:n], start, c.offsets[n])
		return
	}
	c.tops = append(c.tops, c.top)
	c.offsets = append(c.offsets, start)
}

// cutTop ends the block being made before its byte end.
func (c *converter) cutTop(end int) {
	c.top.Source = strings.TrimRight(c.top.Source[:min(end, len(c.top.Source))], "\n")
	to := len(c.top.Source)
	switch b := c.top.Block.(type) {
	case *Heading:
		b.End = min(b.End, to)
	case *Paragraph:
		b.End = min(b.End, to)
	case *DefinitionList:
		c.top.Block = flatDefinitions(b, to)
	}
}

// flatDefinitions makes a paragraph of definitions that a table has come between: the
// terms, and the words of the rest without a place of their own.
func flatDefinitions(l *DefinitionList, end int) *Paragraph {
	p := &Paragraph{Range: Range{l.Start, end}}
	for i, item := range l.Items {
		for _, term := range item.Terms {
			if i == 0 {
				p.Spans = append(p.Spans, term...)
			} else {
				p.Spans = append(p.Spans, Span{Range: Range{end, end}, Text: " " + PlainText(term)})
			}
		}
		for _, blocks := range item.Descriptions {
			for _, block := range blocks {
				if words, ok := block.(*Paragraph); ok {
					p.Spans = append(p.Spans, Span{Range: Range{end, end}, Text: " " + PlainText(words.Spans)})
				}
			}
		}
	}
	return p
}

// blocks converts the children of a container. Paragraphs may be numbered
// headings if numbered is set.
func (c *converter) blocks(parent ast.Node, numbered bool) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := c.block(n, numbered); b != nil {
			out = append(out, b)
		}
	}
	return out
}

// block converts a block; it returns nil for what leaves none, such as a comment.
func (c *converter) block(n ast.Node, numbered bool) Block {
	switch n := n.(type) {
	case *ast.Heading:
		return c.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n, numbered)
	case *ast.List:
		return c.list(n)
	case *ast.Blockquote:
		return &Quote{c.rangeOf(n), c.blocks(n, false)}
	case *ast.FencedCodeBlock:
		return c.code(n)
	case *ast.ThematicBreak:
		return &Rule{c.rangeOf(n)}
	case *east.Table:
		return c.table(n)
	case *east.DefinitionList:
		return c.definitionList(n)
	case *directiveNode:
		return c.directive(n, numbered)
	case *noteNode:
		c.note(n)
	case *commentNode:
		if !n.closed {
			c.report(note(Warning, "comment-unclosed", c.lineOf(n.at.Start)).
				fixed(Range{c.trimmed(n.at.End), c.trimmed(n.at.End)}, " -->"))
		}
	case *strayNode:
		c.report(note(Error, "fence-stray", n.at).fixed(n.at, ""))
	}
	return nil
}

func (c *converter) heading(n *ast.Heading) Block {
	h := &Heading{Range: c.rangeOf(n), Level: n.Level}
	if list, ok := c.ctx.attrs[n]; ok {
		for _, a := range list.attrs {
			switch a.Key {
			case "id":
				h.ID = a.Value
				c.id(a.Value, a.Range)
			case "class":
				h.Classes = append(h.Classes, a.Value)
			case "span":
				h.Across = a.Value == "all"
			default:
				c.report(note(Warning, "attribute-unknown", a.Range, "attribute", a.Key, "in", "#"))
			}
		}
	}
	h.Spans = c.spans(n)
	c.headings = append(c.headings, headingUse{n.Level, h.Range.shifted(c.base)})
	return h
}

func (c *converter) paragraph(n ast.Node, numbered bool) Block {
	if image := soleImage(n, c.src); image != nil {
		return c.figure(n, image)
	}
	c.checkTyping(n)
	p := &Paragraph{Range: c.rangeOf(n), Spans: c.spans(n)}
	if len(p.Spans) == 0 {
		return nil
	}
	if c.zh && numbered {
		p.Level, p.Head = numberedHeading(p.Spans)
	}
	return p
}

func (c *converter) code(n *ast.FencedCodeBlock) Block {
	code := &Code{c.rangeOf(n), string(n.Language(c.bytes)), string(n.Lines().Value(c.bytes))}
	if c.isOpen(n) {
		at := code.Range.shifted(c.base)
		fence := c.src[at.Start : at.Start+leading(c.src[at.Start:], c.src[at.Start])]
		c.report(note(Warning, "code-unclosed", c.lineOf(at.Start)).fixed(Range{at.End, at.End}, "\n"+fence))
	}
	return code
}

func (c *converter) list(n *ast.List) Block {
	l := &List{Range: c.rangeOf(n), Ordered: n.IsOrdered(), Start: n.Start, Delim: n.Marker, Tight: n.IsTight}
	if !l.Ordered {
		l.Delim = 0
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		item := &ListItem{Range: c.rangeOf(child), Task: taskOf(child)}
		item.Blocks = c.blocks(child, false)
		l.Items = append(l.Items, item)
	}
	return l
}

func taskOf(item ast.Node) TaskState {
	first := item.FirstChild()
	if first == nil {
		return NoTask
	}
	box, ok := first.FirstChild().(*east.TaskCheckBox)
	switch {
	case !ok:
		return NoTask
	case box.IsChecked:
		return TaskDone
	}
	return TaskOpen
}

func (c *converter) definitionList(n *east.DefinitionList) Block {
	l := &DefinitionList{Range: c.rangeOf(n)}
	described := true
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		r := c.rangeOf(child)
		if _, ok := child.(*east.DefinitionTerm); ok {
			if described {
				l.Items = append(l.Items, Definition{Range: r})
				described = false
			}
			item := &l.Items[len(l.Items)-1]
			item.Terms = append(item.Terms, c.spans(child))
			item.End = r.End
			continue
		}
		if len(l.Items) == 0 {
			l.Items = append(l.Items, Definition{Range: r})
		}
		described = true
		item := &l.Items[len(l.Items)-1]
		item.Descriptions = append(item.Descriptions, c.blocks(child, false))
		item.End = r.End
	}
	return l
}

func (c *converter) directive(n *directiveNode, numbered bool) Block {
	d := &Directive{Range: c.rangeOf(n), Name: n.name}
	if n.braces {
		d.Attrs = c.attributes(n.list.shifted(n.start))
		c.identify(d.Attrs)
	}
	c.checkBlockDirective(n)
	d.Blocks = c.blocks(n, numbered)
	return d
}

// note takes down the definition of a note.
func (c *converter) note(n *noteNode) {
	was := c.inNote
	c.inNote = true
	blocks := c.blocks(n, false)
	c.inNote = was
	c.notes = append(c.notes, use{n.label, n.at})
	if c.top.Notes == nil {
		c.top.Notes = map[string]*Note{}
	}
	if _, ok := c.top.Notes[n.label]; !ok {
		c.top.Notes[n.label] = &Note{Label: n.label, Top: c.top, Blocks: blocks}
	}
}

// id takes down a name that links can lead to.
func (c *converter) id(name string, at Range) {
	if name == "" {
		return
	}
	c.top.IDs = append(c.top.IDs, name)
	c.ids = append(c.ids, use{name, at})
}

// identify takes down the ids among attributes.
func (c *converter) identify(attrs Attrs) {
	for _, a := range attrs {
		if a.Key == "id" {
			c.id(a.Value, a.Range.shifted(c.base))
		}
	}
}

func (c *converter) report(d Diagnostic) { c.diagnostics = append(c.diagnostics, d) }

// attributes returns attributes with ranges relative to the top-level block.
func (c *converter) attributes(list attrList) Attrs {
	out := slices.Clone(list.attrs)
	for i := range out {
		out[i].Range = out[i].Range.shifted(-c.base)
	}
	return out
}
