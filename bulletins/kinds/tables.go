package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
)

// Tables returns the tables of a document as spreadsheets have them, those of the files
// that it names among them: as the files have them, with the columns behind that follow
// from others, such as the state of a hazard. What is said about files is in the
// Diagnostics; the rest of what is to be said about tables Compose says.
func Tables(doc *bulletins.Document, folder *bulletins.Folder) ([]*sheets.Table, []bulletins.Diagnostic) {
	return tablesOf(doc, folder, false)
}

// tablesOf are the tables of a document, which another one may be reading.
func tablesOf(doc *bulletins.Document, folder *bulletins.Folder, nested bool) ([]*sheets.Table, []bulletins.Diagnostic) {
	kind, _ := kindOf(doc)
	c := NewComposer()
	c.round++
	c.scene = scene{kind: kind, folder: folder, lang: doc.Lang, nested: nested, roll: rollAskOf(kind, doc.Meta)}
	w := &tableWalk{maker: &maker{Composer: c, top: &bulletins.TopBlock{}}}
	for i, top := range doc.Blocks {
		w.top, w.at = top, doc.Starts[i]
		w.walk([]bulletins.Block{top.Block}, &tableAsk{head: -1})
	}
	w.at = 0
	if file := strings.TrimSpace(doc.Meta.Text("data")); file != "" && len(kind.lists) > 0 {
		w.file(file, doc.Meta.Text("sheet"), doc.Meta.Values["data"].Range, 0, &bulletins.Directive{})
	}
	if title := Title(doc); len(w.out) == 1 && w.out[0].Title == "" {
		w.out[0].Title = title
	}
	return w.out, w.found
}

// Title is the title of a document: the front matter's, or the heading that opens it.
func Title(doc *bulletins.Document) string {
	if top := titleOf(doc); top != nil {
		return oneLine(bulletins.PlainText(top.Block.(*bulletins.Heading).Spans))
	}
	return oneLine(doc.Meta.Text("title"))
}

// tableWalk gathers tables in their order.
type tableWalk struct {
	*maker
	out     []*sheets.Table
	heading string // the last one, which names the sheet
	found   []bulletins.Diagnostic
	at      int // offset of the top-level block
}

func (w *tableWalk) walk(blocks []bulletins.Block, ask *tableAsk) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletins.Heading:
			w.heading = oneLine(bulletins.PlainText(b.Spans))
		case *bulletins.Table:
			s := w.sheet(b, ask)
			s.Title = oneLine(bulletins.PlainText(b.Caption))
			w.put(s, leastKnown)
		case *bulletins.Directive:
			own := &tableAsk{head: -1}
			own.count(b)
			if file := b.Attrs.Get("file"); file != "" && b.Name == "table" {
				w.file(file, b.Attrs.Get("sheet"), attrRange(b, "file"), leastKnown, b)
			}
			w.walk(b.Blocks, own)
		}
	}
}

// file takes the table of a file, or the rows of it that a directive asks for.
func (w *tableWalk) file(name, page string, at bulletins.Range, least int, d *bulletins.Directive) {
	w.maker.found = nil
	s := w.rowsOf(d, w.data(name, page, at))
	for _, d := range w.maker.found {
		w.found = append(w.found, shifted(d, w.at))
	}
	if s != nil {
		w.put(s, least)
	}
}

func (w *tableWalk) put(s *sheets.Table, least int) {
	if r := w.rollOf(s, least); r != nil {
		r.complete(true)
		s = r.Table
	}
	own := *s
	if own.Sheet == "" {
		own.Sheet = own.Title
	}
	if own.Sheet == "" {
		own.Sheet = w.heading
	}
	w.out = append(w.out, &own)
}

// sheet reads a table of the text.
func (w *tableWalk) sheet(b *bulletins.Table, ask *tableAsk) *sheets.Table {
	head, body, foot := tableParts(b, ask)
	s := &sheets.Table{HeadRows: w.sheetRows(head, 0)}
	s.Rows = append(w.sheetRows(body, ask.group), w.sheetRows(foot, 0)...)
	s.Head = sheets.HeadNames(s.HeadRows, len(b.Aligns))
	for i, row := range s.Rows {
		if i >= len(body) || len(row) > 0 && sheets.IsTotal(row[0].Text) {
			s.Totals = append(s.Totals, i)
		}
	}
	return s
}

func (w *tableWalk) sheetRows(part [][]bulletins.Cell, group int) [][]sheets.Cell {
	part = slices.Clone(part)
	spans := w.merge(part, group)
	out := make([][]sheets.Cell, len(part))
	for r, row := range part {
		for c := range row {
			cell := sheets.Cell{RowSpan: spans[r][c].rows, ColSpan: spans[r][c].cols}
			if cell.RowSpan > 0 {
				cell.Text = strings.TrimSpace(bulletins.PlainText(row[c].Spans))
				if iso, ok, _ := sheets.Date(cell.Text); ok && strings.ContainsAny(cell.Text, "-./年") {
					cell.Text = iso
				}
			}
			out[r] = append(out[r], cell)
		}
	}
	return out
}

// NameColumn is the column of a table that names what its rows are about, an enterprise
// or a person; -1 if there is none.
func NameColumn(s *sheets.Table) int {
	return s.Column(append(slices.Clone(namesOf("unit-name")), namesOf("name")...)...)
}
