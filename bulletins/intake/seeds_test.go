package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is where the project's shared folder lies, when it is there.
var shared = func() string {
	if dir := os.Getenv("SAFETY365_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}()

// real lists the real documents with what must come of them.
func real(t *testing.T) map[string]string {
	t.Helper()
	seeds, _ := filepath.Glob(filepath.Join(shared, "seeds", "*.txt"))
	if len(seeds) == 0 {
		t.Skip("the shared folder is not there")
	}
	out := map[string]string{}
	for _, seed := range seeds {
		number, _, _ := strings.Cut(filepath.Base(seed), "_")
		expected, err := os.ReadFile(filepath.Join(shared, "reference", "intake", "expected-"+number+".md"))
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

func TestRealBodies(t *testing.T) {
	for seed, expected := range real(t) {
		raw, err := os.ReadFile(seed)
		if err != nil {
			t.Fatal(err)
		}
		r := clean(t, seed, raw, Options{})
		_, body, _ := strings.Cut(strings.TrimPrefix(expected, "---\n"), "\n---\n")
		if got := r.Text[r.Body:]; got != body {
			t.Errorf("%s:\n%s", seed, firstDifference(got, body))
		}
		if os.Getenv("SHOW") != "" {
			t.Log(r.Text[:r.Body])
		}
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
