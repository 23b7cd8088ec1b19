package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
)

// sharedFolder is where the project's shared folder lies, when it is there.
var sharedFolder = func() string {
	if dir := os.Getenv("SAFETY365_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}()

// real lists the real documents with what must come of them.
func real(t *testing.T) map[string]string {
	t.Helper()
	seeds, _ := filepath.Glob(filepath.Join(sharedFolder, "seeds", "*.txt"))
	if len(seeds) == 0 {
		t.Skip("the shared folder is not there")
	}
	out := map[string]string{}
	for _, seed := range seeds {
		number, _, _ := strings.Cut(filepath.Base(seed), "_")
		expected, err := os.ReadFile(filepath.Join(sharedFolder, "reference", "intake", "expected-"+number+".md"))
		if err != nil {
			t.Fatal(err)
		}
		out[seed] = string(expected)
	}
	return out
}

func clean(t *testing.T, name string, raw []byte, o Options) *Result {
	t.Helper()
	o.Name = name
	r, err := Clean(raw, o)
	if err != nil {
		t.Fatal(name, err)
	}
	return r
}

// TestReal: the real documents give the expected bodies byte for byte, their values, and
// a word about each thing that is doubtful in them.
func TestReal(t *testing.T) {
	for seed, expected := range real(t) {
		raw, err := os.ReadFile(seed)
		if err != nil {
			t.Fatal(err)
		}
		r := clean(t, seed, raw, Options{})
		var parser bulletins.Parser
		want := parser.Parse("", expected, nil)
		got := parser.Parse("", r.Text, nil)
		if body := expected[want.Meta.Range.End:]; strings.TrimLeft(r.Text[r.Body:], "\n") != strings.TrimLeft(body, "\n") {
			t.Errorf("%s:\n%s", seed, firstDifference(r.Text[r.Body:], body))
		}
		if a, b := values(got.Meta), values(want.Meta); a != b {
			t.Errorf("%s:\n%sinstead of\n%s", seed, a, b)
		}
		for _, w := range want.Meta.List("import_warnings") {
			if !linguistic.MatchString(w) && !slices.ContainsFunc(got.Meta.List("import_warnings"), func(own string) bool { return reports(own, w) }) {
				t.Errorf("%s: nothing is said about %q", seed, w)
			}
		}
		if got, want := repairs(got.Meta), repairs(want.Meta); got != want {
			t.Errorf("%s: %d repairs have to be confirmed instead of %d", seed, got, want)
		}
		if again := clean(t, seed, []byte(r.Text), Options{}); again.Text != r.Text {
			t.Errorf("%s, a second time:\n%s", seed, firstDifference(again.Text, r.Text))
		}
		accounted(t, seed, r)
	}
}

// repairs counts the repairs that a document asks to be confirmed.
func repairs(m *bulletins.Meta) (n int) {
	for _, w := range m.List("import_warnings") {
		if strings.HasPrefix(w, "repair needs confirmation") {
			n++
		}
	}
	return n
}

// values writes a front matter without its warnings.
func values(m *bulletins.Meta) string {
	var b strings.Builder
	var write func(v bulletins.Value)
	write = func(v bulletins.Value) {
		fmt.Fprintf(&b, "%q", v.Text)
		for _, e := range v.List {
			b.WriteString(" - ")
			write(e)
		}
		for _, key := range v.Keys {
			b.WriteString(" " + key + "=")
			write(v.Map[key])
		}
	}
	for _, key := range m.Keys {
		if key != "import_warnings" {
			b.WriteString(key + " ")
			write(m.Values[key])
			b.WriteString("\n")
		}
	}
	return b.String()
}

var (
	linguistic = regexp.MustCompile(`^forbidden term|capitalised after`)
	facts      = regexp.MustCompile(`[\p{Han}\d“”][\p{Han}\d、。（），…”-]*|"[A-Za-z0-9 ]{2,}"`)
)

// reports says whether a warning of ours has the facts of an expected one: its names,
// words and numbers, or else how it begins.
func reports(own, expected string) bool {
	list := facts.FindAllString(expected, -1)
	for _, fact := range list {
		if !strings.Contains(own, strings.Trim(fact, `"`)) {
			return false
		}
	}
	return len(list) > 0 || strings.HasPrefix(own, expected[:10])
}

// accounted: each line of the raw text either stands in the body or is in the log.
func accounted(t *testing.T, name string, r *Result) {
	t.Helper()
	logged := map[int]bool{}
	raw := strings.Split(strings.ReplaceAll(r.Raw, "\r", "\n"), "\n")
	lines, start := 0, 0
	for i, line := range raw {
		from, to := start+len(line)-len(strings.TrimLeft(line, " \u3000")), start+len(strings.TrimRight(line, " \u3000"))
		if from < to {
			lines++
		}
		for _, c := range r.Changes {
			if c.Rule != "I01" && from < to && c.Start <= from && c.End >= to {
				logged[i] = true
			}
		}
		start += len(line) + 1
	}
	kept := 0
	for line := range strings.Lines(r.Text[r.Body:]) {
		if strings.TrimSpace(line) != "" {
			kept++
		}
	}
	if kept+len(logged) != lines {
		t.Errorf("%s: of %d lines %d are kept and %d in the log", name, lines, kept, len(logged))
	}
}

func firstDifference(a, b string) string {
	x, y := []rune(a), []rune(b)
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			from := max(0, i-20)
			return "…" + string(x[min(from, len(x)):min(i+30, len(x))]) + "\ninstead of\n…" + string(y[min(from, len(y)):min(i+30, len(y))])
		}
	}
	return ""
}
