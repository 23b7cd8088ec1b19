package layout_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// tableOf makes a table of rows of texts. "<" and "^" continue cells, "\n" breaks a
// line, "①" alone at the end is a note.
func tableOf(th *themes.Theme, head, rows, foot int, cells ...[]string) *layout.Table {
	t := &layout.Table{Style: th.Style("tableblock"), Look: th.Tables}
	part := func(cells [][]string, role string) (out []layout.TableRow) {
		for r, row := range cells {
			var made layout.TableRow
			for c, s := range row {
				cell := layout.Cell{Text: &layout.Text{Style: th.Style(role)}}
				if s != "<" && s != "^" {
					cell.ColSpan, cell.RowSpan = 1, 1
					for c+cell.ColSpan < len(row) && row[c+cell.ColSpan] == "<" {
						cell.ColSpan++
					}
					for r+cell.RowSpan < len(cells) && cells[r+cell.RowSpan][c] == "^" {
						cell.RowSpan++
					}
					s, noted := strings.CutSuffix(s, "①")
					for i, line := range strings.Split(s, "\n") {
						if i > 0 {
							cell.Text.Inlines = append(cell.Text.Inlines, layout.Inline{Break: true, Source: -1})
						}
						if line != "" {
							cell.Text.Inlines = append(cell.Text.Inlines, layout.Inline{Text: line, Source: 0})
						}
					}
					if noted {
						id := fmt.Sprint("note", r, "-", c)
						n := &layout.Note{Label: "①", ID: id, Back: id + "b", Source: -1, Blocks: []layout.Block{&layout.Text{Style: th.Style("footnote"), Inlines: []layout.Inline{{Text: "注" + s, Source: -1}}}}}
						cell.Text.Inlines = append(cell.Text.Inlines, layout.Inline{Text: "①", Note: n, Source: -1, Style: th.Inline("footnotemark", cell.Text.Style)})
					}
				}
				made.Cells = append(made.Cells, cell)
			}
			out = append(out, made)
		}
		return out
	}
	t.Head = part(cells[:head], "tablehead")
	t.Rows = part(cells[head:head+rows], "table")
	t.Foot = part(cells[head+rows:head+rows+foot], "table")
	n := 0
	for _, r := range cells {
		n = max(n, len(r))
	}
	t.Columns = make([]layout.Column, n)
	return t
}

func set(t testing.TB, th *themes.Theme, lang string, blocks ...layout.Block) (*layout.Flow, *page.Book, []layout.Problem) {
	t.Helper()
	f := &layout.Flow{Theme: th, Info: page.Info{Title: "t", Language: lang}, Blocks: blocks}
	book, problems, err := layout.Layout(context.Background(), f, layout.Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	return f, book, problems
}

// shown is a line of text on a page.
type shown struct {
	page     int
	x, y     page.Length
	text     string
	artifact bool
	size     page.Length
}

// texts lists what stands on the pages, in paint order, runs on one baseline that
// meet joined.
func texts(book *page.Book) (out []shown) {
	for _, p := range book.Pages {
		var end page.Length
		for _, it := range p.Items {
			r, ok := it.(*page.GlyphRun)
			if !ok {
				continue
			}
			last := len(out) - 1
			if last >= 0 && out[last].page == p.Number && out[last].y == r.Origin.Y && r.Origin.X-end < page.Pt && r.Origin.X >= end-page.Pt && out[last].artifact == (r.Tag == 0) {
				out[last].text += r.Text
			} else {
				out = append(out, shown{p.Number, r.Origin.X, r.Origin.Y, r.Text, r.Tag == 0, r.Size})
			}
			end = r.Origin.X
			for _, g := range r.Glyphs {
				end += g.Advance
			}
		}
	}
	return out
}

func find(t testing.TB, list []shown, text string) shown {
	t.Helper()
	for _, s := range list {
		if s.text == text && !s.artifact {
			return s
		}
	}
	t.Fatalf("%q is not on the pages: %v", text, list)
	return shown{}
}

func near(a, b page.Length) bool { return max(a-b, b-a) <= page.Pt/50 }

// TestDecimalColumns: the marks of a column stand below one another.
func TestDecimalColumns(t *testing.T) {
	mark := func(book *page.Book, text string, at int) page.Length {
		for _, p := range book.Pages {
			for _, it := range p.Items {
				if r, ok := it.(*page.GlyphRun); ok && strings.TrimSpace(r.Text) == text {
					if at == len(text) {
						last := r.Glyphs[len(r.Glyphs)-1]
						return r.Origin.X + last.X + last.Advance
					}
					for _, g := range r.Glyphs {
						if int(g.Start) >= at {
							return r.Origin.X + g.X
						}
					}
				}
			}
		}
		t.Fatalf("%q is not there", text)
		return 0
	}
	for _, c := range []struct {
		lang    string
		column  layout.Column
		numbers []string // with | at the mark
		right   bool     // the block of numbers ends at the column's right
	}{
		{"zh-Hans", layout.Column{Align: themes.Right, Stated: true}, []string{"1,218|", "176|.25", "3|.5", "0|.125", "—|"}, true},
		{"zh-Hans", layout.Column{Decimal: true}, []string{"12|.5", "108|.75", "3|"}, false},
		{"en", layout.Column{Align: themes.Right, Stated: true}, []string{"1,250|.50", "85|", "12,400|.7"}, true},
		{"id", layout.Column{Align: themes.Right, Stated: true}, []string{"1.250|,50", "85|", "12.400|,7"}, true},
		{"zh-Hant", layout.Column{Align: themes.Left, Stated: true, Decimal: true}, []string{"−3|.5", "12|", "<100|.25"}, false},
	} {
		th := themeFor(t, c.lang)
		rows := [][]string{{"甲", "数量"}}
		for _, n := range c.numbers {
			rows = append(rows, []string{"项", strings.Replace(n, "|", "", 1)})
		}
		table := tableOf(th, 1, len(rows)-1, 0, rows...)
		table.Columns[1] = c.column
		f, book, problems := set(t, th, c.lang, table)
		checkBook(t, f, book)
		if len(problems) > 0 {
			t.Error(problems)
		}
		want := mark(book, strings.Replace(c.numbers[0], "|", "", 1), strings.Index(c.numbers[0], "|"))
		most := page.Length(0)
		for _, n := range c.numbers {
			text := strings.Replace(n, "|", "", 1)
			got := mark(book, text, strings.Index(n, "|"))
			if !near(got, want) {
				t.Errorf("%s: the mark of %q stands at %v, of %q at %v", c.lang, n, got, c.numbers[0], want)
			}
			most = max(most, mark(book, text, len(text)))
		}
		area := th.Area(1)
		if right := area.X + area.W - th.Tables.PadX; near(most, right) != c.right {
			t.Errorf("%s: numbers end at %v, the column at %v", c.lang, most, right)
		}
	}
}

// TestMergedCells: places and tags of cells that go over others.
func TestMergedCells(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	table := tableOf(th, 2, 4, 0,
		[]string{"区域", "整改", "<"}, []string{"^", "措施", "费用"},
		[]string{"甲区", "一", "1"}, []string{"^", "二", "2"}, []string{"^", "三", "3"},
		[]string{"共计", "<", "6"})
	f, book, _ := set(t, th, "zh-Hans", table)
	checkBook(t, f, book)
	list := texts(book)
	y := func(s string) page.Length { return find(t, list, s).y }
	if a, b := y("甲区"), y("二"); a != b {
		t.Errorf("a merged cell stands at %v, its middle row at %v", a, b)
	}
	if a, b := y("区域"), (y("整改")+y("措施"))/2; !near(a, b) {
		t.Errorf("a merged head stands at %v, not %v", a, b)
	}
	if y("一") >= y("二") || y("二") >= y("三") || y("三") >= y("共计") {
		t.Error("rows are out of order")
	}
	var tags []string
	for _, n := range book.Tags.Nodes {
		switch n.Role {
		case page.RoleTR:
			tags = append(tags, "/")
		case page.RoleTH, page.RoleTD:
			tags = append(tags, fmt.Sprintf("%s%d×%d", n.Role, max(n.ColSpan, 1), max(n.RowSpan, 1)))
		}
	}
	want := "/ TH1×2 TH2×1 / TH1×1 TH1×1 / TD1×3 TD1×1 TD1×1 / TD1×1 TD1×1 / TD1×1 TD1×1 / TD2×1 TD1×1"
	if got := strings.Join(tags, " "); got != want {
		t.Errorf("tags %s, want %s", got, want)
	}
}

// TestVertical: top, middle and bottom.
func TestVertical(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "en"} {
		for valign, line := range map[string]string{"top": "一", "middle": "二", "bottom": "三"} {
			for _, stated := range []bool{true, false} {
				th := themeFor(t, lang, "tables.valign="+valign)
				if stated {
					th = themeFor(t, lang)
				}
				table := tableOf(th, 1, 1, 0, []string{"甲", "乙"}, []string{"一\n二\n三", "末"})
				if stated {
					table.Valign = valign
				}
				_, book, _ := set(t, th, lang, table)
				list := texts(book)
				if a, b := find(t, list, "末").y, find(t, list, line).y; a != b {
					t.Errorf("%s %s: at %v, not %v", lang, valign, a, b)
				}
			}
		}
	}
}

// TestColumnWidths: stated widths, in em of the cells.
func TestColumnWidths(t *testing.T) {
	th := themeFor(t, "zh-Hans", "tables.column=1pt", "tables.pad-x=0")
	em := th.Style("table").Size
	area := th.Area(1)
	for _, c := range []struct {
		name    string
		columns []layout.Column
		measure layout.TableWidth
		place   themes.Align
		x       page.Length // of the table
		edges   []page.Length
	}{
		{"fixed", []layout.Column{{Length: 4 * em}, {Length: 10 * em}}, layout.TableWidth{}, themes.Left, 0, []page.Length{4 * em, 14 * em}},
		{"at the right", []layout.Column{{Length: 4 * em}, {Length: 10 * em}}, layout.TableWidth{}, themes.Right, area.W - 14*em, []page.Length{4 * em, 14 * em}},
		{"in the middle", []layout.Column{{Length: 4 * em}, {Length: 10 * em}}, layout.TableWidth{}, themes.Center, (area.W - 14*em) / 2, []page.Length{4 * em, 14 * em}},
		{"parts", []layout.Column{{Part: 1000}, {Part: 3000}}, layout.TableWidth{Length: 20 * em}, themes.Left, 0, []page.Length{5 * em, 20 * em}},
		{"a share of the measure", []layout.Column{{Share: 25}, {Part: 1}}, layout.TableWidth{}, themes.Left, 0, []page.Length{area.W / 4, area.W}},
		{"half the measure", []layout.Column{{Part: 1}, {Part: 1}}, layout.TableWidth{Share: 50}, themes.Left, 0, []page.Length{area.W / 4, area.W / 2}},
		{"natural", []layout.Column{{}, {}}, layout.TableWidth{Natural: true}, themes.Left, 0, []page.Length{2 * em, 5 * em}},
	} {
		table := tableOf(th, 0, 2, 0, []string{"甲乙", "丙"}, []string{"丁", "戊己庚"})
		copy(table.Columns, c.columns)
		table.Measure, table.Place = c.measure, c.place
		_, book, _ := set(t, th, "zh-Hans", table)
		var left, width, inner page.Length
		for _, it := range book.Pages[0].Items {
			if p, ok := it.(*page.Path); ok && p.Fill.Space != page.NoColor {
				x0, x1 := p.Segments[0].P[0].X, p.Segments[1].P[0].X
				if x1-x0 > 2*page.Pt {
					left, width = x0-area.X, x1-x0
				} else {
					inner = (x0+x1)/2 - area.X
				}
			}
		}
		if !near(left, c.x) || !near(width, c.edges[1]) || !near(inner, c.x+c.edges[0]) {
			t.Errorf("%s: at %v, %v wide, border at %v; want %v, %v, %v", c.name, left, width, inner, c.x, c.edges[1], c.x+c.edges[0])
		}
	}
}

// TestRaggedCells: Chinese cells below twelve em are not stretched even where the
// style asks for it.
func TestRaggedCells(t *testing.T) {
	th := themeFor(t, "zh-Hans", "styles.table.align=justify")
	em := th.Style("table").Size
	for _, c := range []struct {
		width   int
		stretch bool
	}{{6, false}, {11, false}, {20, true}} {
		table := tableOf(th, 0, 1, 0, []string{strings.Repeat("安全生产", 20)})
		table.Columns[0].Length = page.Length(c.width)*em + em*2/5
		_, book, _ := set(t, th, "zh-Hans", table)
		full := 0
		for _, l := range book.Pages[0].Lines {
			if near(l.Width, l.Measure) {
				full++
			}
		}
		if full > 1 != c.stretch {
			t.Errorf("%d em: %d full lines", c.width, full)
		}
	}
}

// TestShrunkTable: words that do not fit make the type smaller, to 85 %; then it is
// a problem.
func TestShrunkTable(t *testing.T) {
	th := themeFor(t, "en", "typeset.hyphens=off")
	full := th.Style("table").Size
	for _, c := range []struct {
		words    int
		percent  int
		problems string
	}{{4, 100, ""}, {5, 95, ""}, {12, 85, "table-overfull"}} {
		var row []string
		for range c.words {
			row = append(row, "BBBBBBBBBBB")
		}
		table := tableOf(th, 0, 1, 0, row)
		f, book, problems := set(t, th, "en", table)
		checkBook(t, f, book)
		var codes []string
		for _, p := range problems {
			if !slices.Contains(codes, p.Code) && p.Code != "line-emergency" {
				codes = append(codes, p.Code)
			}
		}
		size := texts(book)[0].size
		if got := int(size * 100 / full); got < c.percent-1 || got > c.percent+1 || strings.Join(codes, " ") != c.problems {
			t.Errorf("%d words: type of %d %%, %v; want %d %%, %s", c.words, got, codes, c.percent, c.problems)
		}
	}
}

// TestTablePictures: a picture by itself fills its column.
func TestTablePictures(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	source := &page.ImageSource{Name: "a.png", Width: 1200, Height: 600, Format: "png"}
	table := tableOf(th, 1, 1, 0, []string{"前", "后"}, []string{"", "字"})
	table.Rows[0].Cells[0].Text.Inlines = []layout.Inline{{Image: &layout.Picture{Source: source, Alt: "图"}, Source: 0}}
	table.Columns[0].Length = 100 * page.Pt
	_, book, _ := set(t, th, "zh-Hans", table)
	for _, it := range book.Pages[0].Items {
		if im, ok := it.(*page.Image); ok {
			if !near(im.Rect.W, 100*page.Pt) || !near(im.Rect.H, 50*page.Pt) || im.Tag == 0 {
				t.Errorf("%v tag %d", im.Rect, im.Tag)
			}
			return
		}
	}
	t.Error("no picture")
}
