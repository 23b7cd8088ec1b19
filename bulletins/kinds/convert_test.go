package kinds

import (
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/intake/script"
)

// TestConverted: a starter in the other script is the same document, its pieces do not
// overlap, and on its way back it comes out as it was.
func TestConverted(t *testing.T) {
	for _, name := range Names() {
		text, err := Starter(name, "zh-Hans")
		if err != nil {
			continue // no kind for Chinese
		}
		hant := convert(t, name, text, "s2tw")
		if hant == text {
			t.Errorf("%s: nothing was converted", name)
		}
		if back := convert(t, name, hant, "tw2s"); back != text {
			for i, line := range strings.Split(back, "\n") {
				if was := strings.Split(text, "\n")[i]; was != line {
					t.Errorf("%s: %q came back as %q", name, was, line)
				}
			}
		}
	}
}

func convert(t *testing.T, name, text, config string) string {
	t.Helper()
	doc := bulletins.Parse(name, text, Schema())
	pieces := script.Document(doc, Schema(), bulletins.Range{End: len(doc.Text)}, config)
	for i, p := range pieces {
		if i > 0 && p.Start < pieces[i-1].End {
			t.Fatalf("%s: %q is converted twice", name, doc.Text[p.Start:pieces[i-1].End])
		}
	}
	converted := script.Apply(text, pieces)
	if a, b := len(doc.Diagnostics), len(bulletins.Parse(name, converted, Schema()).Diagnostics); a != b {
		t.Errorf("%s: %d faults instead of %d", name, b, a)
	}
	return converted
}
