package keeping

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// edited returns a text somewhat changed, as typing, deleting and pasting do.
func edited(r *rand.Rand, text string) string {
	const letters = "安全生产，警示。\nabc é𠮷"
	runes := []rune(letters)
	at := r.IntN(len(text) + 1)
	for at > 0 && at < len(text) && text[at]&0xc0 == 0x80 {
		at--
	}
	switch r.IntN(10) {
	case 0: // takes something out
		end := min(len(text), at+r.IntN(40))
		for end < len(text) && text[end]&0xc0 == 0x80 {
			end++
		}
		return text[:at] + text[end:]
	case 1:
		return text[:at] + strings.Repeat(string(runes[r.IntN(len(runes))]), r.IntN(30)) + text[at:]
	}
	return text[:at] + string(runes[r.IntN(len(runes))]) + text[at:]
}

func TestMiddle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := strings.Repeat("安全生产警示教育。\n", 1200)
	for i := range 2000 {
		if i == 1000 {
			text = "甲"
		}
		next := edited(r, text)
		from, taken, put := middle(text, next)
		if got := text[:from] + put + text[from+taken:]; got != next {
			t.Fatalf("%d: %q becomes %q", i, next, got)
		}
		text = next
	}
}

func FuzzMiddle(f *testing.F) {
	f.Add("aaa", "aa")
	f.Add("", "x")
	f.Add("安全", "安金")
	f.Fuzz(func(t *testing.T, a, b string) {
		from, taken, put := middle(a, b)
		if got := a[:from] + put + a[from+taken:]; got != b {
			t.Fatalf("%q becomes %q", b, got)
		}
		if taken > 0 && put != "" && a[from] == put[0] {
			t.Error("the middle begins with what is common")
		}
	})
}

// journalOf is a journal of edits, and the states that it went through.
func journalOf(n int) (data []byte, states []string) {
	r := rand.New(rand.NewPCG(3, 4))
	now := time.UnixMilli(1_770_000_000_000)
	text := "安全生产"
	data = whole(state{path: "/somewhere/文稿.md", text: text, saved: sumOf(text)})
	states = []string{text}
	for i := range n {
		next := edited(r, text)
		data = appendEdit(data, text, next, now)
		if i == n/2 {
			sum := sumOf(next)
			data = appendRecord(data, recordSaved, sum[:])
			data = appendText(data, next, now)
		}
		text = next
		states = append(states, text)
	}
	return data, states
}

// TestTornJournal: wherever a journal ends, what is read of it is a text that there
// was, and never an older one than of a shorter journal.
func TestTornJournal(t *testing.T) {
	data, states := journalOf(60)
	at := -1
	for n := range len(data) + 1 {
		s := replay(data[:n])
		if !s.whole {
			if at >= 0 {
				t.Fatalf("after %d bytes the text is lost", n)
			}
			continue
		}
		if at < 0 {
			at = 0
		}
		for at < len(states) && states[at] != s.text {
			at++
		}
		if at == len(states) {
			t.Fatalf("after %d bytes the text is none that there was: %q", n, s.text)
		}
		if s.path != "/somewhere/文稿.md" || s.size > n {
			t.Fatalf("after %d bytes: %+v", n, s)
		}
	}
	if at != len(states)-1 {
		t.Errorf("the whole journal gives state %d of %d", at, len(states)-1)
	}
}

// TestDamagedJournal: a byte that was changed costs what comes after it, and gives
// nothing that was never there.
func TestDamagedJournal(t *testing.T) {
	data, states := journalOf(20)
	for n := range data {
		bad := append([]byte(nil), data...)
		bad[n] ^= 1 << (n % 8)
		s := replay(bad)
		found := !s.whole
		for _, state := range states {
			found = found || s.text == state
		}
		if !found {
			t.Fatalf("with byte %d changed the text is none that there was: %q", n, s.text)
		}
	}
}

func FuzzReplay(f *testing.F) {
	data, _ := journalOf(5)
	f.Add(data)
	f.Fuzz(func(_ *testing.T, data []byte) { replay(data) })
}
