package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

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
