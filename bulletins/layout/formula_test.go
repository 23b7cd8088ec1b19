package layout_test

import (
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// lines returns the texts of the lines of the body.
func bodyLines(book *page.Book) (out []string) {
	for _, p := range book.Pages {
		for _, l := range p.Lines {
			text := ""
			for _, it := range p.Items[l.First : l.First+l.N] {
				if r, ok := it.(*page.GlyphRun); ok {
					text += r.Text
				}
			}
			if l.Role == "body" {
				out = append(out, strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")))
			}
		}
	}
	return out
}

// TestFormulaBreaks: a line breaks behind an operator or a relation that no brace holds,
// and nowhere else in a formula.
func TestFormulaBreaks(t *testing.T) {
	for _, c := range []struct{ formula, ends string }{
		{`a+b=c`, "+="},
		{`L_{eq}=80+10\lg n`, "=+"},
		{`\sqrt{a+b}\le\frac{x-y}{z}`, "≤"},
		{`f(x,y)\to\mathrm{kg/m^3}`, "→"},
		{`v_{\text{最大值}}-5`, "−"},
		{`x_{i+1}\times 1,000`, "×"},
	} {
		seen := map[string]bool{}
		for before := range 14 {
			text := front + strings.Repeat("安", before+1) + "$" + c.formula + "$时停止作业并撤离人员，清点人数后上报。"
			lines := bodyLines(composeText(t, text, "typeset.measure=14em", "typeset.indent=0").book(t))
			for i, l := range lines[:len(lines)-1] {
				l = strings.Trim(l, "安")
				if strings.Contains(l, "时") || strings.HasPrefix(lines[i+1], "时") {
					break
				}
				if l != "" {
					end := []rune(l)
					seen[string(end[len(end)-1])] = true
				}
			}
		}
		for end := range seen {
			if !strings.Contains(c.ends, end) {
				t.Errorf("%s is broken behind %s", c.formula, end)
			}
		}
		if len(seen) == 0 {
			t.Errorf("%s is never broken", c.formula)
		}
	}
}

// TestFormulaTags: who cannot see a formula is told its source, once, in its place.
func TestFormulaTags(t *testing.T) {
	text := front + "设$x^2 \\le 4$，见[式$y$](https://example.org)。\n"
	book := composeText(t, text).book(t)
	var got []string
	for _, n := range book.Tags.Nodes {
		if n.Role == page.RoleFormula {
			got = append(got, string(book.Tags.Nodes[n.Parent].Role)+" "+n.Alt)
		}
	}
	if want := `P x^2 \le 4|Link y`; strings.Join(got, "|") != want {
		t.Errorf("%q, not %q", got, want)
	}
}

// TestFormulaLeftAlone: what is made of typed marks elsewhere is not made of those in a
// formula.
func TestFormulaLeftAlone(t *testing.T) {
	text := front + "设$\\text{甲,乙}'$，$f(x):y$。\n"
	got := printedText(composeText(t, text, "typeset.normalise=on", "typeset.quotes=language").book(t), "body")
	if want := "设甲,乙′，f(x) : y。"; strings.ReplaceAll(got, "\u00a0", " ") != want {
		t.Errorf("%q, not %q", got, want)
	}
}
