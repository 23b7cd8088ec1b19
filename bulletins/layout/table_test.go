package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
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
	part := func(cells [][]string, role string) (out []layout.Row) {
		for r, row := range cells {
			var made layout.Row
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

func manyRows(n int, cell func(i int) []string) [][]string {
	var out [][]string
	for i := range n {
		out = append(out, cell(i))
	}
	return out
}

// TestLongTable is case D7 and its kin: a table of sixty rows, one of them of thirty
// lines, with a caption, a foot and notes.
func TestLongTable(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "en"} {
		for before := range 12 {
			th := themeFor(t, lang)
			rows := manyRows(60, func(i int) []string {
				s := fmt.Sprintf("内容%d", i)
				if i == 17 {
					s = strings.Join(strings.Split(strings.Repeat("长行 ", 30), " ")[:30], "\n")
				}
				if i%20 == 5 {
					s += "①"
				}
				return []string{fmt.Sprintf("行%d", i), s}
			})
			cells := append([][]string{{"序号", "内容"}}, rows...)
			cells = append(cells, []string{"总数", "六十"})
			table := tableOf(th, 1, 60, 1, cells...)
			caption := th.Style("tablecaption")
			table.Caption = &layout.Text{Style: caption, Inlines: []layout.Inline{{Text: "表一", Source: -1}}}
			table.Continued = &layout.Text{Style: caption, Inlines: []layout.Inline{{Text: "表一", Source: -1}, {Text: "续", Source: -1}}}
			var blocks []layout.Block
			for range 28 + before {
				blocks = append(blocks, &layout.Text{Style: th.Style("body"), Inlines: []layout.Inline{{Text: "前文", Source: -1}}})
			}
			f, book, problems := set(t, th, lang, append(blocks, table)...)
			checkBook(t, f, book)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			perPage := map[int][]string{}
			notes := map[string]int{}
			for _, s := range texts(book) {
				perPage[s.page] = append(perPage[s.page], s.text)
				if i := strings.Index(s.text, "注内容"); i >= 0 {
					notes["内容"+s.text[i+len("注内容"):]] = s.page
				}
			}
			seen := 0
			for p := range book.Pages {
				list := perPage[p]
				count := func(want string) (n int) {
					for _, s := range list {
						if s == want {
							n++
						}
					}
					return n
				}
				body := 0
				for _, s := range list {
					if strings.HasPrefix(s, "行") {
						body++
					}
					if s, ok := strings.CutSuffix(s, "①"); ok && strings.HasPrefix(s, "内容") && notes[s] != p {
						t.Errorf("%s: the note of %s is on page %d, its row on page %d", lang, s, notes[s], p)
					}
				}
				if count("序号") == 0 && body == 0 {
					continue
				}
				if count("序号") != 1 || count("总数") != 1 || body < 2 {
					t.Errorf("%s %d: page %d has %d heads, %d feet, %d rows", lang, before, p, count("序号"), count("总数"), body)
				}
				if continued := count("表一续"); continued != min(seen, 1) || count("表一") != 1-min(seen, 1) {
					t.Errorf("%s %d: page %d has %d continued lines and %d captions", lang, before, p, continued, count("表一"))
				}
				if long := count("长行"); long != 0 && long != 30 {
					t.Errorf("%s %d: a row is cut, %d lines of it on page %d", lang, before, long, p)
				}
				seen++
			}
			if seen < 2 {
				t.Errorf("%s: the table is on %d pages", lang, seen)
			}
		}
	}
}

// TestTallRow: a row taller than a page is cut between lines, two at least before
// and after; a merged cell says its text again.
func TestTallRow(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	long := func(n int, s string) string {
		return strings.TrimSuffix(strings.Repeat(s+"\n", n), "\n")
	}
	cells := [][]string{{"组", "左", "右"}, {"组名", long(120, "左行"), long(70, "右行")}, {"^", "末左", "末右"}}
	f, book, _ := set(t, th, "zh-Hans", tableOf(th, 1, 2, 0, cells...))
	checkBook(t, f, book)
	pages := map[int]map[string]int{}
	for _, s := range texts(book) {
		if pages[s.page] == nil {
			pages[s.page] = map[string]int{}
		}
		text := s.text
		if s.artifact {
			text = "(" + text + ")"
		}
		pages[s.page][text]++
	}
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	for p := range book.Pages {
		if n := pages[p]["左行"]; n == 1 {
			t.Errorf("page %d has one line", p)
		}
		if p > 0 && (pages[p]["(组名)"] != 1 || pages[p]["(左)"] != 1) {
			t.Errorf("page %d: %v", p, pages[p])
		}
	}
	// Lines of both cells share their baselines.
	left := map[[2]page.Length]bool{}
	for _, s := range texts(book) {
		if s.text == "左行" {
			left[[2]page.Length{page.Length(s.page), s.y}] = true
		}
	}
	for _, s := range texts(book) {
		if s.text == "右行" && !left[[2]page.Length{page.Length(s.page), s.y}] {
			t.Fatalf("a line at %v on page %d has none beside it", s.y, s.page)
		}
	}
}

// TestGroupKept: rows that a merged cell holds are not parted.
func TestGroupKept(t *testing.T) {
	th := themeFor(t, "en")
	cells := append([][]string{{"Group", "Row"}}, manyRows(90, func(i int) []string {
		group := "^"
		if i%9 == 0 {
			group = fmt.Sprintf("G%d", i/9)
		}
		return []string{group, fmt.Sprintf("row %d", i)}
	})...)
	f, book, _ := set(t, th, "en", tableOf(th, 1, 90, 0, cells...))
	checkBook(t, f, book)
	pages := map[int]int{}
	for _, s := range texts(book) {
		var i int
		if n, _ := fmt.Sscanf(s.text, "row %d", &i); n == 1 {
			if p, ok := pages[i/9]; ok && p != s.page {
				t.Errorf("group %d is on pages %d and %d", i/9, p, s.page)
			}
			pages[i/9] = s.page
		}
	}
	if len(book.Pages) < 3 {
		t.Errorf("%d pages", len(book.Pages))
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

// TestTableProperty: random tables lose nothing and stay on their pages.
func TestTableProperty(t *testing.T) {
	n := 400
	if testing.Short() {
		n = 60
	}
	seed := 0
	defer func() {
		if t.Failed() {
			t.Log("seed", seed)
		}
	}()
	for ; seed < n; seed++ {
		randomTable(t, rand.New(rand.NewPCG(uint64(seed), 7)))
	}
}

func FuzzTable(f *testing.F) {
	for i := range uint64(8) {
		f.Add(i, i*7)
	}
	f.Fuzz(func(t *testing.T, a, b uint64) { randomTable(t, rand.New(rand.NewPCG(a, b))) })
}

func randomTable(t *testing.T, r *rand.Rand) {
	lang := []string{"zh-Hans", "zh-Hant", "en", "id"}[r.IntN(4)]
	th := themeFor(t, lang, []string{"tables.row=0", "tables.row=0.5pt"}[r.IntN(2)], []string{"typeset.measure=0", "typeset.measure=9em", "typeset.measure=25em"}[r.IntN(3)])
	words := []string{"安全", "检查", "整改措施", "word", "responsibility", "12.5", "—", "（一）", "，", " ", "\n", "85 dB(A)", "1,234"}
	columns, head, body, foot := 1+r.IntN(7), r.IntN(3), r.IntN(40), r.IntN(2)
	var cells [][]string
	for i := range head + body + foot {
		var row []string
		for c := range columns {
			s := ""
			switch k := r.IntN(20); {
			case k == 0 && c > 0:
				s = "<"
			case k <= 2 && i > 0 && i != head && i != head+body:
				s = "^"
			case k == 3:
			case k == 4 && r.IntN(10) == 0:
				s = strings.TrimSuffix(strings.Repeat("长行\n", 20+r.IntN(120)), "\n")
			default:
				for range 1 + r.IntN(8) {
					s += words[r.IntN(len(words))]
				}
				if i >= head && r.IntN(15) == 0 {
					s += "①"
				}
			}
			row = append(row, s)
		}
		cells = append(cells, row)
	}
	table := tableOf(th, head, body, foot, cells...)
	for c := range table.Columns {
		col := &table.Columns[c]
		switch r.IntN(6) {
		case 0:
			col.Length = page.Length(1+r.IntN(200)) * page.Pt
		case 1:
			col.Share = 1 + r.IntN(100)
		case 2:
			col.Part = 1 + r.IntN(5000)
		}
		col.Align, col.Stated, col.Decimal = themes.Align(r.IntN(4)), r.IntN(2) == 0, r.IntN(4) == 0
		col.Valign = []string{"", "top", "bottom"}[r.IntN(3)]
	}
	table.Scale = []int{0, 80, 90, 100}[r.IntN(4)]
	table.Measure = layout.TableWidth{Share: r.IntN(3) * 40, Natural: r.IntN(4) == 0}
	table.Place = themes.Align(r.IntN(4))
	before := &layout.Text{Style: th.Style("body"), Inlines: []layout.Inline{{Text: strings.Repeat("前文。", r.IntN(500)), Source: 0}}}
	f, book, _ := set(t, th, lang, before, table)
	checkMade(t, f, book)
}

// checkMade is checkBook for tables, whose cells may be cut anywhere.
func checkMade(t *testing.T, f *layout.Flow, book *page.Book) {
	t.Helper()
	for _, p := range book.Pages {
		for i := range p.Lines {
			p.Lines[i].Emergency = true
		}
	}
	checkBook(t, f, book)
}
