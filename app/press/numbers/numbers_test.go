package numbers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestParse: a number is a form with a year and a place in its row, and is written again
// as it was.
func TestParse(t *testing.T) {
	date := time.Date(2026, 3, 6, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text, form string
		year, n    int
		next       string // the one after it
	}{
		{"江安委办〔2026〕12号", "江安委办〔{year}〕{n}号", 2026, 12, "江安委办〔2026〕13号"},
		{"江安辦〔2026〕1號", "江安辦〔{year}〕{n}號", 2026, 1, "江安辦〔2026〕2號"},
		{"２０２６年第３号", "{year}年第{n}号", 2026, 3, "2026年第4号"},
		{"第7号", "第{n}号", 0, 7, "第8号"},
		{"SA07-2026", "SA{n}-{year}", 2026, 7, "SA08-2026"},
		{"K3-2026-004", "K3-{year}-{n}", 2026, 4, "K3-2026-005"},
		{"012/SE/K3/II/2026", "{n}/SE/K3/{month}/{year}", 2026, 12, "013/SE/K3/III/2026"},
		{"×应急〔2026〕×号", "", 0, 0, ""},
		{"", "", 0, 0, ""},
		{strings.Repeat("1", 300), "", 0, 0, ""},
	} {
		got := parse(c.text)
		if got.text != c.form || got.year != c.year || got.n != c.n {
			t.Errorf("%q: %q %d %d, want %q %d %d", c.text, got.text, got.year, got.n, c.form, c.year, c.n)
		}
		if c.next != "" && got.write(got.n+1, date) != c.next {
			t.Errorf("%q: next is %q, want %q", c.text, got.write(got.n+1, date), c.next)
		}
	}
	if parse("江安辦〔2026〕1號").row() != parse("江安办（2026）2号").row() {
		t.Error("a number in the other script is of another row")
	}
}

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		have []int
		want string
	}{
		{[]int{1, 2, 3}, ""}, {[]int{3, 5, 9}, "4, 6–8"}, {[]int{1_000_000_000}, ""}, {[]int{1, 1_000_000_000}, "2–999999999"},
	} {
		if got := gaps(c.have); got != c.want {
			t.Errorf("%v: %q, want %q", c.have, got, c.want)
		}
	}
}

// TestRead: documents of a folder and those below it, hidden ones and other files left
// out, with what the office says of them.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} { // os.UserConfigDir
		t.Setenv(name, dir)
	}
	for path, text := range map[string]string{
		"office.yaml": "fields: {issuer: 安委办}\n", "a.md": "---\nkind: official\nnumber: 江安〔2026〕1号\n---\n# 通知\n",
		"2025/b.md":   "---\nkind: official\nnumber: 江安〔2025〕8号\nissuer: 局\n---\n" + strings.Repeat("长文。\n\n", 20_000),
		".trash/c.md": "---\nnumber: 江安〔2026〕9号\n---\n", "d.txt": "x", "empty.md": "", "broken.md": "---\nnumber: [\n",
	} {
		path = filepath.Join(dir, path)
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	table := Table("zh-Hans", dir, entries)
	var got []string
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		got = append(got, strings.Join(cells, "|"))
	}
	want := "江安〔2025〕8号||公文|局|||2025/b.md\n江安〔2026〕1号|通知|公文|安委办|||a.md"
	if strings.Join(got, "\n") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if _, err := Read(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there is read")
	}
}
