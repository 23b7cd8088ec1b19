package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// proofs says for each case of the list of typesetting cases which tests prove it. A
// test is named with its package; with a case behind it, TestCases/A1, it is a table
// whose rows of that case are counted. E4, files for print shops, comes later.
var proofs = []struct {
	name, what string
	tests      []string
}{
	{"A1", "marks never begin a line: push out", []string{"bulletins/paragraph TestCases/A1", "bulletins/paragraph TestNeverBegins"}},
	{"A2", "push in first", []string{"bulletins/paragraph TestCases/A2"}},
	{"A3", "—— is one unit", []string{"bulletins/paragraph TestCases/A3", "bulletins/paragraph TestUnparted", "bulletins/paragraph TestEvenGaps"}},
	{"A4", "…… is one unit, by level", []string{"bulletins/paragraph TestCases/A4"}},
	{"A5", "／", []string{"bulletins/paragraph TestCases/A5", "bulletins/paragraph TestNeverBegins"}},
	{"A6", "·", []string{"bulletins/paragraph TestCases/A6", "bulletins/paragraph TestNeverBegins"}},
	{"A7", "closers and openers", []string{"bulletins/paragraph TestCases/A7", "bulletins/paragraph TestNeverBegins"}},
	{"A8", "numbers and their signs", []string{"bulletins/paragraph TestCases/A8", "bulletins/paragraph TestUnparted"}},
	{"A9", "numbers and their counters", []string{"bulletins/paragraph TestCases/A9", "bulletins/paragraph TestUnparted"}},
	{"A10", "numbers and their units", []string{"bulletins/paragraph TestCases/A10", "bulletins/paragraph TestUnparted", "bulletins/layout TestUnitSpaces"}},
	{"A11", "long words", []string{"bulletins/paragraph TestLongWords"}},
	{"A12", "addresses", []string{"bulletins/paragraph TestCases/A12"}},
	{"A13", "optimum fit", []string{"bulletins/paragraph TestOptimum", "bulletins/paragraph TestGreedy"}},
	{"A14", "headings between words", []string{"bulletins/paragraph TestHeadings", "bulletins/paragraph/segment TestA14"}},
	{"B1", "marks at a line's end", []string{"bulletins/paragraph TestCases/B1"}},
	{"B2", "marks beside marks", []string{"bulletins/paragraph TestCases/B2"}},
	{"B3", "nothing between （ and ？", []string{"bulletins/paragraph TestCases/B3"}},
	{"B4", "brackets at a line's start", []string{"bulletins/paragraph TestCases/B4"}},
	{"B5", "after an indent and in lists", []string{"bulletins/paragraph TestCases/B5", "bulletins/layout TestMarkdownCases/B5"}},
	{"B6", "order of shrinking", []string{"bulletins/paragraph TestCases/B6"}},
	{"B7", "order of stretching", []string{"bulletins/paragraph TestStretchOrder", "bulletins/paragraph TestEvenGaps"}},
	{"B8", "no lone last character", []string{"bulletins/paragraph TestCases/B8"}},
	{"B9", "nor after a mark", []string{"bulletins/paragraph TestCases/B9"}},
	{"B10", "hanging marks", []string{"bulletins/paragraph TestCases/B10"}},
	{"B11", "marks across formats", []string{"bulletins/paragraph TestCases/B11", "bulletins/layout TestMarkdownCases/B11"}},
	{"B12", "Traditional marks", []string{"bulletins/paragraph TestCases/B12"}},
	{"B13", "measures of real texts", []string{"bulletins/layout TestMeasures", "bulletins/paragraph TestLooseUnavoidable"}},
	{"C1", "Han–Latin borders", []string{"bulletins/paragraph TestCases/C1"}},
	{"C2", "typed spaces", []string{"bulletins/paragraph TestCases/C2"}},
	{"C3", "borders of code, bold, links, formulas", []string{"bulletins/layout TestMarkdownCases/C3", "bulletins/layout TestFormulaBreaks", "bulletins/paragraph TestUnderlines"}},
	{"C4", "faces of quotation marks", []string{"bulletins/paragraph TestQuoteFaces", "bulletins/paragraph TestCases/C4"}},
	{"C5", "narrow marks made wide", []string{"bulletins/layout TestNormalised", "bulletins/layout TestMarkdownCases"}},
	{"C6", "regional glyphs", []string{"bulletins/paragraph TestRegions"}},
	{"C7", "fallbacks are told of", []string{"bulletins/layout TestRareSigns", "bulletins/layout TestReportTotals"}},
	{"C8", "English hyphens", []string{"bulletins/paragraph TestHyphens", "bulletins/paragraph/hyphen TestWords"}},
	{"C9", "Indonesian hyphens", []string{"bulletins/paragraph TestHyphens", "bulletins/paragraph/hyphen TestWords"}},
	{"D1", "emphasis dots", []string{"bulletins/paragraph TestDots", "bulletins/layout TestLinePitch"}},
	{"D2", "lines of names and titles", []string{"bulletins/paragraph TestNameLines", "bulletins/layout TestLinePitch"}},
	{"D3", "readings", []string{"bulletins/paragraph TestRuby", "bulletins/layout TestLinePitch"}},
	{"D4", "vertical", []string{"bulletins/layout TestVerticalWriting", "bulletins/layout TestVerticalFrame", "bulletins/layout TestTurnedHeads"}},
	{"D5", "grid", []string{"bulletins/layout TestGridBaselines", "bulletins/layout TestGridFull", "bulletins/layout TestStrictCells"}},
	{"D6", "page breaks", []string{"bulletins/layout TestPageBreaks", "bulletins/layout TestColumnBreaks"}},
	{"D7", "long tables", []string{"bulletins/layout TestLongTable", "bulletins/layout TestTallRow", "bulletins/layout TestRaggedCells"}},
	{"D8", "columns", []string{"bulletins/layout TestColumnsEven", "bulletins/layout TestColumnNotes"}},
	{"E1", "copied text", []string{"app/cli TestRadicals", "bulletins/pdf TestCopy"}},
	{"E2", "fonts in the file", []string{"app/cli TestJudges", "bulletins/pdf TestFonts"}},
	{"E3", "tags, outline, language", []string{"app/cli TestJudges", "bulletins/pdf TestReading"}},
	{"E5", "the same bytes", []string{"app/cli TestSameBytes", "app/cli TestArm64"}},
}

// elsewhere are cases that a showcase cannot show: they are about the program's files.
var elsewhere = map[string]bool{"E3": true, "E5": true}

// TestProofs: every case has its tests, each table three rows of it at least, and
// some showcase document names it.
func TestProofs(t *testing.T) {
	shown := ""
	samples, _ := filepath.Glob("assets/samples/showcase.*.md")
	for _, name := range samples {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		shown += string(text)
	}
	for _, p := range proofs {
		for _, test := range p.tests {
			folder, name, _ := strings.Cut(test, " ")
			name, rows, table := strings.Cut(name, "/")
			source := testsOf(t, folder)
			if !strings.Contains(source, "func "+name+"(t *testing.T)") {
				t.Errorf("%s: %s has no %s", p.name, folder, name)
			}
			if n := strings.Count(source, `{name: "`+rows+" "); table && n < 3 {
				t.Errorf("%s: %s has %d rows of it in %s", p.name, name, n, folder)
			}
		}
		if !elsewhere[p.name] && !regexp.MustCompile(`\b`+p.name+`\b`).MatchString(shown) {
			t.Errorf("%s, %s, is in no showcase", p.name, p.what)
		}
	}
}

// testsOf returns the sources of a package's tests.
func testsOf(t *testing.T, folder string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(folder, "*_test.go"))
	var b strings.Builder
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}
