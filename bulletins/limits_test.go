package bulletins

import (
	"strings"
	"testing"
	"time"
)

// TestWorstTexts parses texts made to be slow or deep: none may hang, overflow or
// flood. With -v it says how long each took; on a quiet machine none needs a second.
func TestWorstTexts(t *testing.T) {
	const n = 10_000
	lines := func(line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i) + "\n")
		}
		return b.String()
	}
	same := func(line string) string { return lines(func(int) string { return line }) }
	for name, text := range map[string]string{
		"quotes in a line":        strings.Repeat(">", n) + " 甲",
		"quotes over lines":       strings.Repeat(strings.Repeat("> ", 200)+"甲\n", 100),
		"lists in a line":         strings.Repeat("- ", n) + "甲",
		"lists over lines":        lines(func(i int) string { return strings.Repeat(" ", min(2*i, 400)) + "- 甲" }),
		"directives":              same("::: note"),
		"directives growing":      lines(func(i int) string { return strings.Repeat(":", 3+i%300) + " note" }),
		"stray fences":            same(":::"),
		"unclosed code":           same("~~~~") + same("```"),
		"unclosed pieces":         same("- ::: note\n\n"),
		"empty directives":        same("::: pagebreak\n\n"),
		"notes":                   same("[^1]: [^1]"),
		"notes in notes":          lines(func(i int) string { return strings.Repeat("  ", min(i, 60)) + "[^a]: x" }),
		"brackets":                strings.Repeat("[", n) + strings.Repeat("]", n),
		"bracket pairs":           strings.Repeat("[]", n) + strings.Repeat("[a](", n),
		"links in addresses":      strings.Repeat("[a](", 10*n),
		"attributes never closed": strings.Repeat(":a[b]{", 5*n),
		"dollars":                 strings.Repeat("$a", 20*n),
		"images":                  strings.Repeat("![", n) + strings.Repeat("](a)", n),
		"inline directives":       strings.Repeat(":sup[", n) + strings.Repeat("]", n),
		"inline directives flat":  strings.Repeat(":sup[a]{b=c}", n),
		"stars":                   strings.Repeat("*", 5*n) + "a" + strings.Repeat("*", 5*n),
		"stars alone":             strings.Repeat("a*b_ ", n) + strings.Repeat("**a _b ", n),
		"stars nested":            strings.Repeat("*a **b ", n),
		"ticks":                   lines(func(i int) string { return strings.Repeat("`", i%200) + "a" }),
		"tags":                    strings.Repeat("<a ", n) + strings.Repeat("<!-- ", n) + strings.Repeat("<?", n),
		"comments":                same("<!--"),
		"braces":                  "# " + strings.Repeat("{", n) + "}\n" + same("# {{{{{{"),
		"attributes":              "::: note {" + strings.Repeat("a=b 'c ", n) + "\n",
		"definitions":             same("[a]: b\n") + same("[a] [b] [c]"),
		"terms":                   same("甲\n: 乙\n"),
		"tables":                  "|" + strings.Repeat("a|", n) + "\n|" + strings.Repeat("-|", n) + "\n" + strings.Repeat("|a\n", 100),
		"tables that fit":         "|" + strings.Repeat("a|", 100) + "\n|" + strings.Repeat("-|", 100) + "\n" + strings.Repeat("|a\n", 1000),
		"no blank lines":          same("甲乙丙丁"),
		"addresses":               strings.Repeat("www.", n) + " " + strings.Repeat("a@", n) + strings.Repeat("http://a.b/((", n),
		"slips":                   strings.Repeat("[a](b c ", n) + "\n" + strings.Repeat("[a]（b.c ", n),
		"entities":                strings.Repeat("&#1;&amp", n),
		"front matter":            "---\n" + strings.Repeat("a: [", n) + "\n---\n",
		"front matter deep":       "---\na: " + strings.Repeat("[", n) + strings.Repeat("]", n) + "\n---\n",
		"front matter aliases":    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n",
		"front matter open":       "---\n" + same("a: b"),
		"controls":                strings.Repeat("\x01", n),
	} {
		start := time.Now()
		d := Parse(name, text, testSchema)
		t.Logf("%-24s %v, %d diagnostics", name, time.Since(start), len(d.Diagnostics))
		if len(d.Diagnostics) > maxDiagnostics+1 {
			t.Errorf("%s: %d diagnostics", name, len(d.Diagnostics))
		}
		checkRanges(t, d)
	}
}

func TestRefused(t *testing.T) {
	for text, code := range map[string]string{
		"a\x00b":                       "not-text",
		"\xff\xfea":                    "not-text",
		"\xb0\xb2\xc8\xab":             "not-text",
		strings.Repeat("a", MaxText+1): "too-large",
		strings.Repeat("> ", 40) + "甲": "nesting-too-deep",
		"---\na: " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\n---\n": "front-too-deep",
	} {
		d := Parse("", text, nil)
		if len(d.Diagnostics) == 0 || d.Diagnostics[0].Code != code || d.Diagnostics[0].Severity != Error {
			t.Errorf("%.20q: %v, want %s", text, d.Diagnostics, code)
		}
		if d.Position(5).Line != 1 && code != "front-too-deep" {
			t.Errorf("position %v", d.Position(5))
		}
	}
}
