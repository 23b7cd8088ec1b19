package manuscript

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/bulletins"
)

func at(start, end int) bulletins.Range { return bulletins.Range{Start: start, End: end} }

// insert types text at the caret.
func insert(m *Manuscript, text string, mode Mode) {
	c := Insert(m.Selection(), text)
	c.Mode = mode
	m.Apply(c)
}

func TestApply(t *testing.T) {
	for _, x := range []struct {
		name   string
		change Change
		want   string
		caret  int
	}{
		{"insert", Change{Edits: []Edit{{at(3, 3), "x"}}, After: At(4)}, "一x二三", 4},
		{"several", Change{Edits: []Edit{{at(0, 3), "a"}, {at(6, 9), "b"}}, After: At(1)}, "a二b", 1},
		{"delete all", Change{Edits: []Edit{{at(0, 9), ""}}}, "", 0},
		{"caret inside a character", Change{Edits: []Edit{{at(0, 0), "x"}}, After: At(2)}, "x一二三", 1},
		{"caret behind the end", Change{Edits: []Edit{{at(9, 9), "x"}}, After: At(99)}, "一二三x", 10},
		{"nothing", Change{Edits: []Edit{{at(0, 3), "一"}}, After: At(3)}, "一二三", 3},
		{"the selection stays", Change{Edits: []Edit{{at(0, 0), "xy"}}, Stay: true}, "xy一二三", 8},
		{"behind what changes", Change{Edits: []Edit{{at(6, 9), "xy"}}, Stay: true}, "一二xy", 6},
	} {
		m := New("a.md", "一二三")
		m.Select(At(6))
		m.Apply(x.change)
		if m.Text() != x.want || m.Selection() != At(x.caret) {
			t.Errorf("%s: %q %v, want %q %d", x.name, m.Text(), m.Selection(), x.want, x.caret)
		}
		if m.Document().Text != m.Text() {
			t.Errorf("%s: the document is older than the text", x.name)
		}
		if m.CanUndo() != (x.want != "一二三") {
			t.Errorf("%s: can undo: %t", x.name, m.CanUndo())
		}
		m.Undo()
		if m.Text() != "一二三" || m.Selection() != At(6) && x.name != "nothing" {
			t.Errorf("%s: undone: %q %v", x.name, m.Text(), m.Selection())
		}
		if m.Redo(); m.Text() != x.want {
			t.Errorf("%s: redone: %q", x.name, m.Text())
		}
	}
}

func TestTypingIsUndoneTogether(t *testing.T) {
	m := New("a.md", "")
	for _, c := range "安全 first" {
		insert(m, string(c), Typing)
	}
	m.Undo()
	if m.Text() != "" {
		t.Errorf("left: %q", m.Text())
	}
	m.Redo()
	if m.Text() != "安全 first" || m.Selection() != At(len(m.Text())) {
		t.Errorf("redone: %q %v", m.Text(), m.Selection())
	}
	insert(m, "x", Typing) // after a redo it is a step of its own
	m.Undo()
	if m.Text() != "安全 first" {
		t.Errorf("the new key took the old ones along: %q", m.Text())
	}
	m.Select(At(0))
	insert(m, "y", Typing)
	m.Undo()
	if m.Text() != "安全 first" {
		t.Errorf("typing elsewhere was merged: %q", m.Text())
	}
}

func TestLongTypingIsUndoneInParts(t *testing.T) {
	m := New("a.md", "")
	for range 200 {
		insert(m, "a", Typing)
	}
	m.Undo()
	if n := len(m.Text()); n == 0 || n < 200-mergeLimit {
		t.Errorf("one undo left %d of 200", n)
	}
}

func TestDeletingIsUndoneTogether(t *testing.T) {
	for _, back := range []bool{true, false} {
		m := New("a.md", "abcdef")
		m.Select(At(3))
		for range 3 {
			r := at(m.Selection().Caret, m.Selection().Caret+1)
			if back {
				r = at(m.Selection().Caret-1, m.Selection().Caret)
			}
			m.Apply(Change{Edits: []Edit{{Range: r}}, After: At(r.Start), Mode: Deleting})
		}
		if want := map[bool]string{true: "def", false: "abc"}[back]; m.Text() != want {
			t.Errorf("back %t: %q", back, m.Text())
		}
		m.Undo()
		if m.Text() != "abcdef" || m.Selection() != At(3) {
			t.Errorf("back %t: undone: %q %v", back, m.Text(), m.Selection())
		}
	}
}

func TestThen(t *testing.T) {
	m := New("a.md", "-")
	m.Select(At(1))
	c := Insert(m.Selection(), " ")
	c.Mode, c.Then = Typing, &Change{Edits: []Edit{{at(0, 2), "* "}}, After: At(2)}
	m.Apply(c)
	if m.Text() != "* " {
		t.Errorf("got %q", m.Text())
	}
	m.Undo()
	if m.Text() != "- " {
		t.Errorf("one undo gives %q", m.Text())
	}
	m.Undo()
	if m.Text() != "-" {
		t.Errorf("two give %q", m.Text())
	}
}

func TestWhatTheParserTakesOut(t *testing.T) {
	m := New("a.md", "a\r\nb")
	if m.Text() != "a\nb" || !m.Saved() {
		t.Errorf("opened as %q, saved %t", m.Text(), m.Saved())
	}
	m.Select(At(3))
	insert(m, "\r\n\x01", Single)
	if m.Text() != "a\nb\n\ufffd" {
		t.Errorf("got %q", m.Text())
	}
	m.Undo()
	if m.Text() != "a\nb" {
		t.Errorf("undone: %q", m.Text())
	}
	m.Redo()
	if m.Text() != "a\nb\n\ufffd" {
		t.Errorf("redone: %q", m.Text())
	}
}

func TestEvents(t *testing.T) {
	m := New("a.md", "ab")
	var got []Event
	m.Listen(func(e Event) { got = append(got, e) })
	m.Select(At(1))
	m.Select(At(1))
	insert(m, "x", Typing)
	m.Undo()
	m.MarkSaved(m.Text())
	if want := []Event{SelectionChanged, TextChanged, TextChanged, SavedChanged}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestSaved(t *testing.T) {
	m := New("a.md", "a")
	insert(m, "b", Typing)
	written := m.Text()
	insert(m, "c", Typing)
	m.MarkSaved(written)
	if m.Saved() {
		t.Error("what was typed while saving counts as saved")
	}
	m.Undo()
	if m.Text() == written && !m.Saved() {
		t.Error("back at what was saved it counts as changed")
	}
	generation := m.Generation()
	m.Select(At(0))
	if m.Generation() != generation {
		t.Error("selecting changed the generation")
	}
}

// TestHistory makes random changes and goes back and forth.
func TestHistory(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := New("a.md", "一二三\n\nabc")
		texts := []string{m.Text()}
		for range 20 {
			var c Change
			last := 0
			for range 1 + r.IntN(3) {
				if last > len(m.Text()) {
					break
				}
				start := m.clamp(last + r.IntN(len(m.Text())-last+1))
				start = max(start, last)
				end := max(start, m.clamp(min(len(m.Text()), start+r.IntN(5))))
				c.Edits = append(c.Edits, Edit{at(start, end), strings.Repeat("字x", r.IntN(3))})
				last = end
			}
			c.After, c.Mode = At(r.IntN(40)), Mode(r.IntN(3))
			before := len(m.history.done)
			m.Apply(c)
			switch {
			case len(m.history.done) == before && m.Text() != texts[len(texts)-1]:
				texts[len(texts)-1] = m.Text()
			case len(m.history.done) > before:
				texts = append(texts, m.Text())
			}
			if !utf8.ValidString(m.Text()) {
				t.Fatalf("seed %d: %q", seed, m.Text())
			}
		}
		for i := len(texts) - 1; i > 0; i-- {
			if m.Text() != texts[i] {
				t.Fatalf("seed %d: step %d is %q, want %q", seed, i, m.Text(), texts[i])
			}
			m.Undo()
		}
		if m.CanUndo() || m.Text() != texts[0] {
			t.Fatalf("seed %d: the first text is %q", seed, m.Text())
		}
		for m.CanRedo() {
			m.Redo()
		}
		if m.Text() != texts[len(texts)-1] {
			t.Fatalf("seed %d: redone is %q", seed, m.Text())
		}
	}
}
