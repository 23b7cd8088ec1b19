package bulletins

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// boundedTable leaves a table of too many cells as text: rows are filled up to the
// width of the first, so that a small file could ask for any number of cells.
type boundedTable struct{ parser.ParagraphTransformer }

func (b boundedTable) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, width := n.Lines(), 0
	for i := range lines.Len() {
		at := lines.At(i)
		line := at.Value(reader.Source())
		if len(bytes.Trim(line, "|-: \t\n")) == 0 {
			width = max(width, bytes.Count(line, []byte("|"))+1)
		}
	}
	if width*lines.Len() > maxCells {
		c, start := pc.(*context).chunk, lines.At(0).Start
		c.diagnostics = append(c.diagnostics, note(Error, "table-too-large", Range{start, start + 1}, "limit", itoa(maxCells)))
		return
	}
	b.ParagraphTransformer.Transform(n, reader, pc)
}

var aligns = map[east.Alignment]Align{
	east.AlignNone: AlignDefault, east.AlignLeft: AlignLeft, east.AlignCenter: AlignCenter, east.AlignRight: AlignRight,
}

func (c *converter) table(n *east.Table) Block {
	t := &Table{Range: c.rangeOf(n)}
	for _, a := range n.Alignments {
		t.Aligns = append(t.Aligns, aligns[a])
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		row := c.row(child)
		if _, ok := child.(*east.TableHeader); ok {
			t.Header = row
			continue
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// row converts a row. Cells that a short row lacks stand empty at its end; those
// that a long one has too many are reported, for a table cannot show them.
func (c *converter) row(n ast.Node) []Cell {
	start, _ := c.startOf(n)
	end := c.lineEnd(start)
	var cells []Cell
	last := start
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		r := Range{end, end}.shifted(-c.base)
		if cell.Lines().Len() > 0 {
			r = c.rangeOf(cell)
			last = r.End + c.base
		}
		cells = append(cells, Cell{r, c.spans(cell)})
	}
	if rest := c.src[last:end]; strings.Trim(rest, " \t|") != "" {
		from := last + len(rest) - len(strings.TrimLeft(rest, " \t|"))
		c.report(note(Error, "table-extra-cells", Range{from, end}, "columns", itoa(len(cells)),
			"text", strings.TrimRight(c.src[from:end], " \t|")))
	}
	return cells
}
