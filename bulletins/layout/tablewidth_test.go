package layout

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// col makes a column of texts of so many em (at 10 pt) in one line, words of word em.
func needs(pad page.Length, columns ...[]int) ([]columnNeed, []placedNeed) {
	var cols []columnNeed
	var cells []placedNeed
	for i, c := range columns {
		word := page.Length(c[0]) * 10 * page.Pt
		n := columnNeed{}
		var most page.Length
		for r, em := range c[1:] {
			w := page.Length(em) * 10 * page.Pt
			most = max(most, w)
			cells = append(cells, placedNeed{&cellNeed{pieces: []page.Length{w}, whole: w, word: word}, r, i, 1, 1})
		}
		label := word
		if most <= 60*page.Pt {
			label = most
		}
		n.tiers = [4]page.Length{word + pad, word + pad, label + pad, label + pad}
		n.most = most + pad
		cols = append(cols, n)
	}
	// Row by row, as the table gives them.
	var ordered []placedNeed
	for r := range columns[0][1:] {
		for _, c := range cells {
			if c.row == r {
				ordered = append(ordered, c)
			}
		}
	}
	return cols, ordered
}

func TestShareOut(t *testing.T) {
	const em = 10 * page.Pt
	fixed := func(cols []columnNeed, i int, w page.Length) { cols[i].fixed = w * em }
	part := func(cols []columnNeed, i, p int) { cols[i].part = p }
	for _, c := range []struct {
		name    string
		columns [][]int
		change  func(cols []columnNeed)
		w       page.Length
		want    string // widths in em
		short   bool
	}{
		{"all in one line", [][]int{{2, 4}, {2, 6}}, nil, 20, "8.0 12.0", false},
		{"a label and a text", [][]int{{2, 3, 3}, {2, 60, 60}}, nil, 33, "3.0 30.0", false},
		{"two texts, one twice as long", [][]int{{2, 20, 20}, {2, 60, 60}}, nil, 20, "5.0 15.0", false},
		{"texts in turns", [][]int{{2, 30, 2}, {2, 2, 30}}, nil, 20, "10.0 10.0", false},
		{"no narrower than a word", [][]int{{8, 8, 9}, {2, 90, 90}}, nil, 20, "8.0 12.0", false},
		{"too little room", [][]int{{8, 8}, {8, 8}}, nil, 12, "6.0 6.0", true},
		{"a fixed column", [][]int{{2, 30}, {2, 30}}, func(c []columnNeed) { fixed(c, 0, 4) }, 20, "4.0 16.0", false},
		{"fixed columns too wide", [][]int{{2, 3}, {2, 3}}, func(c []columnNeed) { fixed(c, 0, 30) }, 20, "18.0 2.0", false},
		{"fixed columns only", [][]int{{2, 3}, {2, 3}}, func(c []columnNeed) { fixed(c, 0, 10); fixed(c, 1, 30) }, 20, "5.0 15.0", false},
		{"parts", [][]int{{2, 9}, {2, 9}}, func(c []columnNeed) { part(c, 0, 1000); part(c, 1, 3000) }, 20, "5.0 15.0", false},
		{"parts beside a label", [][]int{{2, 4}, {2, 9}, {2, 9}}, func(c []columnNeed) { part(c, 1, 1000); part(c, 2, 1000) }, 20, "4.0 8.0 8.0", false},
		{"a part below its word", [][]int{{6, 9}, {2, 9}}, func(c []columnNeed) { part(c, 0, 1000); part(c, 1, 9000) }, 20, "6.0 14.0", false},
		{"a part beside a long text", [][]int{{2, 90}, {4, 9}}, func(c []columnNeed) { part(c, 1, 1000) }, 20, "16.0 4.0", false},
		{"nothing", [][]int{{0, 0}, {0, 0}}, nil, 20, "10.0 10.0", false},
	} {
		cols, cells := needs(0, c.columns...)
		if c.change != nil {
			c.change(cols)
		}
		widths, short := shareOut(c.w*em, cols, cells, 0)
		var got []string
		var sum page.Length
		for _, w := range widths {
			got = append(got, fmt.Sprintf("%.1f", float64(w)/float64(em)))
			sum += w
		}
		if strings.Join(got, " ") != c.want || short > 0 != c.short {
			t.Errorf("%s: %v short %v, want %s", c.name, got, short, c.want)
		}
		if sum > c.w*em {
			t.Errorf("%s: %v is wider than %d em", c.name, got, c.w)
		}
	}
}

// TestShareOutHeight: the shares are about as good as the best of all that there are
// in steps of half an em.
func TestShareOutHeight(t *testing.T) {
	const em = 10 * page.Pt
	for _, columns := range [][][]int{
		{{2, 3, 3, 3}, {2, 40, 10, 55}, {2, 20, 60, 15}},
		{{2, 12, 12, 30}, {3, 80, 7, 9}, {2, 9, 70, 9}},
		{{4, 25, 25, 25}, {2, 25, 25, 25}, {2, 100, 4, 4}},
		{{2, 8, 9, 14}, {2, 30, 31, 33}, {5, 60, 10, 44}},
	} {
		cols, cells := needs(0, columns...)
		const w = 40 * em
		widths, _ := shareOut(w, cols, cells, 0)
		f := filler{cols: cols, cells: cells, widths: widths}
		got := f.cost() >> heightShift
		best := got
		for a := cols[0].tiers[0]; a < w; a += em / 2 {
			for b := cols[1].tiers[0]; a+b < w; b += em / 2 {
				if w-a-b < cols[2].tiers[0] {
					continue
				}
				f.widths = []page.Length{a, b, w - a - b}
				best = min(best, f.cost()>>heightShift)
			}
		}
		if got > best+best/8 {
			t.Errorf("%v: %d lines, the best are %d", columns, got, best)
		}
	}
}

// TestLayGrid: merged cells at their places, and no text is covered.
func TestLayGrid(t *testing.T) {
	text := &Text{Inlines: []Inline{{Text: "x"}}}
	x := func(cols, rows int) Cell { return Cell{text, cols, rows} }
	var o Cell // empty
	for _, c := range []struct {
		name string
		rows [][]Cell
		want string // of each cell row,col cols×rows
	}{
		{"plain", [][]Cell{{x(0, 0), x(1, 1)}, {x(0, 0), o}}, "0,0 1×1; 0,1 1×1; 1,0 1×1; 1,1 1×1"},
		{"a column span", [][]Cell{{x(2, 1), o}, {x(0, 0), o}}, "0,0 2×1; 1,0 1×1; 1,1 1×1"},
		{"a row span", [][]Cell{{x(1, 2), x(0, 0)}, {o, x(0, 0)}}, "0,0 1×2; 0,1 1×1; 1,1 1×1"},
		{"over the edge", [][]Cell{{x(9, 9), o}, {o, o}}, "0,0 2×1"},
		{"over a text", [][]Cell{{x(3, 2), o, x(0, 0)}, {o, x(0, 0), o}}, "0,0 2×1; 0,2 1×1; 1,0 1×1; 1,1 1×1; 1,2 1×1"},
		{"a row of nothing but ends", [][]Cell{{x(1, 3), x(1, 2)}, {o, o}, {o, x(0, 0)}}, "0,0 1×2; 0,1 1×1; 1,1 1×1"},
		{"a short row", [][]Cell{{x(0, 0), x(0, 0)}, {x(2, 1)}}, "0,0 1×1; 0,1 1×1; 1,0 2×1"},
	} {
		var rows []TableRow
		n := 0
		for _, r := range c.rows {
			rows = append(rows, TableRow{r})
			n = max(n, len(r))
		}
		var got []string
		layGrid(rows, n, bodyPart).cells(func(c *gridCell) {
			got = append(got, fmt.Sprintf("%d,%d %d×%d", c.row, c.col, c.cols, c.rows))
		})
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}
