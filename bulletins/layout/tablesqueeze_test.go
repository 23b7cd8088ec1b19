package layout_test

import (
	"slices"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// TestTableSqueezed: in a table that is far too narrow nothing stands on anything else;
// words come apart, and at last the type gets as small as it must. It is reported.
func TestTableSqueezed(t *testing.T) {
	texts := []string{"responsibility", "整改措施落实情况", "1,234,567.89", "——全部", "85 dB(A)", "", "https://example.org/safety"}
	for _, columns := range []int{6, 12, 25, 60, 120} {
		for _, measure := range []string{"9em", "20em", "40em"} {
			th := themeFor(t, "zh-Hans", "typeset.measure="+measure)
			var row, head []string
			for i := range columns {
				row, head = append(row, texts[i%len(texts)]), append(head, "栏目")
			}
			table := tableOf(th, 1, 2, 0, head, row, row)
			table.Columns[1].Length = 30 * page.Pt
			table.Columns[2].Decimal = true
			f, book, problems := set(t, th, "zh-Hans", table)
			checkMade(t, f, book)
			told := slices.ContainsFunc(problems, func(p layout.Problem) bool { return p.Code == "table-overfull" })
			if !told && columns > 12 {
				t.Errorf("%d columns in %s: nothing is reported", columns, measure)
			}
			area := th.Area(1)
			for _, p := range book.Pages {
				for i, a := range p.Lines {
					if end := a.X + a.Width - area.X - area.W; end > page.Pt {
						t.Errorf("%d columns in %s: text goes %v beyond the measure", columns, measure, end)
					}
					for _, b := range p.Lines[:i] {
						if a.Baseline == b.Baseline && a.X < b.X+b.Width-page.Pt/50 && b.X < a.X+a.Width-page.Pt/50 {
							t.Fatalf("%d columns in %s: text from %v to %v stands on text from %v to %v", columns, measure, a.X, a.X+a.Width, b.X, b.X+b.Width)
						}
					}
				}
			}
		}
	}
}
