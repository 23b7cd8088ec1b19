package layout_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

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
	table.TurnHeads = r.IntN(2) == 0
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
