package keeping

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func listed(t *testing.T, path string) []string {
	t.Helper()
	all, err := Versions(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, v := range all {
		text, err := ReadVersion(path, v)
		if err != nil {
			t.Fatal(err)
		}
		if v.Characters != characters(text) || i > 0 && v.Number <= all[i-1].Number {
			t.Errorf("%+v", v)
		}
		out = append(out, string(v.Reason)+" "+text)
	}
	return out
}

func add(t testing.TB, path, text string, why Reason) {
	t.Helper()
	if err := AddVersion(path, text, why); err != nil {
		t.Fatal(err)
	}
}

func TestVersions(t *testing.T) {
	state := newState(t)
	path := filepath.Join(t.TempDir(), "通知.md") // need not be there
	if got := listed(t, path); len(got) != 0 {
		t.Error(got)
	}
	add(t, path, "甲", Opened)
	add(t, path, "甲", Autosaved) // the same
	add(t, path, "甲 乙", Saved)
	add(t, path, "甲", Outside)
	add(t, path, "甲", Exported) // the same, for a better reason
	add(t, path, "甲", Autosaved)
	add(t, "", "没有名字", Discarded)
	want := "[opened 甲 saved 甲 乙 exported 甲]"
	if got := fmt.Sprint(listed(t, path)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if blobs, _ := filepath.Glob(filepath.Join(state, "versions", "*", "*.zst")); len(blobs) != 3 {
		t.Errorf("%d texts are kept", len(blobs))
	}
	if got := fmt.Sprint(listed(t, "")); got != "[discarded 没有名字]" {
		t.Error(got)
	}
	if all, _ := Versions(path); all[1].Characters != 2 {
		t.Errorf("%+v", all[1])
	}

	other := filepath.Join(t.TempDir(), "新名.md")
	add(t, other, "旧", Saved)
	if err := MoveVersions(path, other); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(listed(t, other), listed(t, path)); got != "[saved 旧 opened 甲 saved 甲 乙 exported 甲] []" {
		t.Error(got)
	}
}

// TestVersionPath: one document has one list, however its path is written.
func TestVersionPath(t *testing.T) {
	newState(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "a.md")
	put(t, path, "甲")
	link := filepath.Join(t.TempDir(), "link")
	if os.Symlink(folder, link) != nil {
		t.Skip("no links here")
	}
	add(t, path, "甲", Saved)
	if got := listed(t, filepath.Join(link, ".", "a.md")); len(got) != 1 {
		t.Error(got)
	}
	os.Remove(path) // nor does it matter whether the file is there
	if got := listed(t, filepath.Join(link, "a.md")); len(got) != 1 {
		t.Error(got)
	}
}

func TestDamagedVersions(t *testing.T) {
	state := newState(t)
	add(t, "/a.md", "甲", Saved)
	time.Sleep(5 * time.Millisecond)
	add(t, "/a.md", "乙", Saved)
	all, _ := Versions("/a.md")
	shelf := filepath.Join(state, "versions", keyOf("/a.md"))
	put(t, filepath.Join(shelf, indexName), `{"path":"/a.md","ver`)
	if got := fmt.Sprint(listed(t, "/a.md")); got != "[saved 甲 saved 乙]" {
		t.Errorf("without an index: %s", got)
	}
	put(t, filepath.Join(shelf, all[0].Sum+blobSuffix), "junk")
	if _, err := ReadVersion("/a.md", all[0]); CodeOf(err) != "version-damaged" {
		t.Error(err)
	}
	os.Remove(filepath.Join(shelf, all[0].Sum+blobSuffix))
	if _, err := ReadVersion("/a.md", all[0]); CodeOf(err) != "version-gone" {
		t.Error(err)
	}
	if _, err := ReadVersion("/a.md", Version{Sum: "../../../etc/passwd"}); CodeOf(err) != "version-damaged" {
		t.Error(err)
	}
	add(t, "/a.md", "甲", Saved) // and it can be kept again
	if all, _ = Versions("/a.md"); len(all) == 0 {
		t.Fatal("no versions")
	}
	if text, err := ReadVersion("/a.md", all[len(all)-1]); text != "甲" || err != nil {
		t.Error(text, err)
	}
}

// TestThinning goes through a year of work: one version every twenty minutes of a
// working day, every tenth by hand.
func TestThinning(t *testing.T) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.Local)
	var all []Version
	now := start
	for d := range 400 {
		for n := range 24 {
			now = start.AddDate(0, 0, d).Add(8*time.Hour + time.Duration(n)*20*time.Minute)
			why := Autosaved
			if n%10 == 9 {
				why = Saved
			}
			all = append(all, Version{Number: len(all) + 1, When: now, Reason: why, Sum: fmt.Sprint(len(all)), Size: 1000})
		}
		all = thin(all, now, 1<<40)
	}
	count := func(from, to time.Duration, hand bool) (n int) {
		for _, v := range all {
			if age := now.Sub(v.When); age >= from && age < to && v.Reason.byHand() == hand {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		name     string
		from, to time.Duration
		hand     bool
		min, max int
	}{
		{"today", 0, 12 * time.Hour, false, 22, 22},
		{"today by hand", 0, 12 * time.Hour, true, 2, 2},
		{"this week, one an hour", 24 * time.Hour, 7 * day, false, 40, 60},
		{"this week by hand, all", 24 * time.Hour, 7 * day, true, 10, 14},
		{"two months, one a day", 7 * day, 60 * day, false, 52, 54},
		{"two months by hand, one an hour", 7 * day, 60 * day, true, 104, 108},
		{"longer ago", 60 * day, 500 * day, false, 0, 0},
		{"a year by hand, one a day", 60 * day, 366 * day, true, 305, 307},
		{"before that by hand, one a month", 366 * day, 500 * day, true, 2, 3},
	} {
		if n := count(c.from, c.to, c.hand); n < c.min || n > c.max {
			t.Errorf("%s: %d versions", c.name, n)
		}
	}
	t.Logf("%d versions of 9600 are left", len(all))
}

// TestClockGoesBack: versions from the future are kept, and order is that of keeping.
func TestClockGoesBack(t *testing.T) {
	newState(t)
	now := time.Now()
	for i, when := range []time.Time{now.AddDate(2, 0, 0), now, now.AddDate(-2, 0, 0), now.Add(time.Minute)} {
		if err := addVersion("/a.md", fmt.Sprint(i), Autosaved, when); err != nil {
			t.Fatal(err)
		}
	}
	// The third was the newest when it came, and is two years old by now.
	if got := fmt.Sprint(listed(t, "/a.md")); got != "[autosaved 0 autosaved 1 autosaved 3]" {
		t.Error(got)
	}
}

// TestBudget: what is over goes, the oldest first, what was kept by hand last, and
// never the newest.
func TestBudget(t *testing.T) {
	now := time.Now()
	var all []Version
	for i := range 20 {
		why := Autosaved
		if i%4 == 0 {
			why = Saved
		}
		all = append(all, Version{Number: i, When: now.Add(time.Duration(i) * time.Second), Reason: why, Sum: fmt.Sprint(i), Size: 100})
	}
	for budget, want := range map[int64]string{
		2000: "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
		1800: "0 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
		600:  "0 4 8 12 16 19",
		300:  "12 16 19",
		0:    "19",
	} {
		var got []string
		for _, v := range thin(all, now, budget) {
			got = append(got, fmt.Sprint(v.Number))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("budget %d leaves %s, want %s", budget, s, want)
		}
	}
}

func TestTidy(t *testing.T) {
	state := newState(t)
	r := rand.New(rand.NewPCG(7, 8))
	now := time.Now()
	for i := range 6 {
		noise := make([]byte, 40_000)
		for k := range noise {
			noise[k] = 'a' + byte(r.IntN(26))
		}
		if err := addVersion(fmt.Sprintf("/%d.md", i), string(noise), Saved, now.AddDate(0, 0, i-10)); err != nil {
			t.Fatal(err)
		}
	}
	tidyVersions(now, 100_000)
	var left []string
	for i := range 6 {
		if got := listed(t, fmt.Sprintf("/%d.md", i)); len(got) > 0 {
			left = append(left, fmt.Sprint(i))
		}
	}
	if got := strings.Join(left, " "); len(left) < 2 || len(left) > 4 || !strings.HasSuffix("0 1 2 3 4 5", got) {
		t.Errorf("left: %s", got)
	}
	for range 25 {
		if _, err := Crash("fault"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Millisecond)
	}
	Tidy()
	if names, _ := os.ReadDir(filepath.Join(state, "crashes")); len(names) != 20 {
		t.Errorf("%d crash reports are left", len(names))
	}
}

func BenchmarkAddVersion(b *testing.B) {
	newState(b)
	text := strings.Repeat("安全生产警示教育，", 100_000/9)
	for i := 0; b.Loop(); i++ {
		add(b, "/a.md", fmt.Sprint(i, text), Autosaved)
	}
}
