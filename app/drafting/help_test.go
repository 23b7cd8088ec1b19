package drafting

import (
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// Texts in tests show the caret as | (as ‸ where there are pipes) and what is selected
// as «…», begun at «.

// marked reads such a text.
func marked(s string) (text string, sel selection) {
	if i := strings.Index(s, "«"); i >= 0 {
		s = strings.Replace(s, "«", "", 1)
		k := strings.Index(s, "»")
		return strings.Replace(s, "»", "", 1), selection{Anchor: i, Caret: k}
	}
	sign := "|"
	if strings.Contains(s, "‸") {
		sign = "‸"
	}
	i := strings.Index(s, sign)
	return strings.Replace(s, sign, "", 1), manuscript.At(i)
}

// shown writes one.
func shown(text string, sel selection, like string) string {
	if !sel.Empty() {
		return text[:sel.Start()] + "«" + text[sel.Start():sel.End()] + "»" + text[sel.End():]
	}
	sign := "|"
	if strings.Contains(like, "‸") {
		sign = "‸"
	}
	return text[:sel.Caret] + sign + text[sel.Caret:]
}

// command is a command with its arguments but the document.
type command func(*bulletins.Document, selection) (change, bool)

type example struct{ name, before, after string }

// run checks that a command makes of texts what it should, that undo takes it back,
// and that the result is sound.
func run(t *testing.T, f command, examples []example) {
	t.Helper()
	for _, x := range examples {
		text, sel := marked(x.before)
		m := manuscript.New("a.md", text)
		m.Select(sel)
		c, ok := f(m.Document(), m.Selection())
		if ok {
			m.Apply(c)
		}
		got := shown(m.Text(), m.Selection(), x.before+x.after)
		if x.after == "" {
			if ok {
				t.Errorf("%s: %q\n got %q\nwant nothing done", x.name, x.before, got)
			}
			continue
		}
		if got != x.after {
			t.Errorf("%s: %q\n got %q\nwant %q", x.name, x.before, got, x.after)
			continue
		}
		for m.CanUndo() {
			m.Undo()
		}
		if m.Text() != text {
			t.Errorf("%s: undo gives %q, not %q", x.name, m.Text(), text)
		}
	}
}

func parse(text string) *bulletins.Document { return bulletins.Parse("a.md", text, kinds.Schema()) }

func typeText(s string) command {
	return func(d *bulletins.Document, sel selection) (change, bool) { return Type(d, sel, s) }
}
