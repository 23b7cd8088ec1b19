package layout_test

import (
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// TestLatinMeasures sets the English and Indonesian samples at 45 and 85 mm: no line of
// text is too long, and at 85 mm no word space is wider than 2.2 normal ones. What the
// report finds is printed. Lines in columns and tables are looked at by their own tests.
func TestLatinMeasures(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.en.md", "*.id.md"} {
		found, _ := filepath.Glob("../../assets/samples/" + pattern)
		files = append(files, found...)
	}
	for _, file := range files {
		for _, measure := range []string{"45mm", "85mm"} {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".md")+" "+measure, func(t *testing.T) {
				c := compose(t, file, "typeset.measure="+measure)
				widest := layout.Thousandths(0)
				narrow := map[int]bool{} // paragraphs in columns
				totals := c.report(t, func(f layout.Finding) {
					if strings.HasPrefix(f.Role, "table") || f.Role == "code" || narrow[f.Paragraph] {
						return // columns of their own width
					}
					switch f.Fault {
					case layout.Overfull, layout.Emergency:
						t.Errorf("%s: %s %v %s: %s", c.place(f), f.Fault, f.Value, f.Unit, f.Text)
					case layout.Loose:
						t.Logf("%s: %s %v %s: %s", c.place(f), f.Fault, f.Value, f.Unit, f.Text)
						if f.Unit == "spaces" {
							widest = max(widest, f.Value)
						}
					}
				}, func(p *page.Page) {
					for _, l := range p.Lines {
						narrow[l.Paragraph] = narrow[l.Paragraph] || l.Role == "body" && measure == "85mm" && l.Measure < page.MM(45_000)
					}
				})
				if measure == "85mm" && widest > 2200 {
					t.Errorf("a word space is %v normal ones wide", widest)
				}
				t.Logf("lines %d, loose %d, ragged %d, hyphens %d, badness %d", totals.Lines, totals.Count[layout.Loose], totals.Count[layout.Ragged], totals.Hyphens, totals.Badness)
			})
		}
	}
}
