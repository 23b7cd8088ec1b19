package kinds

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"safety365/bulletins"
	"safety365/themes"
)

// TestLedgerAge: figures that are old when a ledger is given out are told of, and a file
// that does not go with the day that is printed.
func TestLedgerAge(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "台账.csv")
	if err := os.WriteFile(file, []byte("隐患编号,隐患描述,等级,整改措施,责任人,整改时限\n1,漏油,一般,换,甲,2026-04-05\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	day := func(s string) time.Time {
		at, err := time.ParseInLocation(time.DateOnly, s, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		return at.Add(23 * time.Hour)
	}
	for _, c := range []struct {
		name, front, changed, today string
		want                        string
	}{
		{"fresh", "as_of: 2026-03-31", "2026-03-30", "2026-05-01", ""},
		{"old", "as_of: 2026-03-31", "2026-04-02", "2026-05-02", "ledger-old as_of 32"},
		{"no clock", "as_of: 2026-03-31", "2026-03-30", "", ""},
		{"given out in time", "as_of: 2026-03-31\npublished: 2026-04-08", "2026-04-20", "2027-05-02", ""},
		{"given out late", "as_of: 2026-01-31\npublished: 2026-04-08", "2026-02-01", "", "ledger-old as_of 67"},
		{"only published", "published: 2026-01-31", "2025-02-01", "2026-11-01", ""},
		{"no day", "as_of: 三月底", "2026-02-01", "2026-11-01", ""},
		{"left alone", "as_of: 2026-03-31", "2026-03-10", "2026-04-01", "ledger-file-older data 2026-03-10"},
		{"changed since", "as_of: 2026-03-31", "2026-04-12", "2026-04-15", "ledger-file-newer data 2026-04-12"},
		{"waived", "as_of: 2026-03-31\nwaive: {ledger-old: 存档}", "2026-04-02", "2026-05-02", ""},
	} {
		at := day(c.changed)
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
		var today time.Time
		if c.today != "" {
			today = day(c.today)
		}
		doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\ndata: 台账.csv\n"+c.front+"\n---\n", Schema())
		theme, _ := themes.Load("bulletin", themes.Options{Language: doc.Lang, Kinds: Layers(doc.Meta)})
		_, found := NewComposer().Compose(doc, theme, open(t, dir), Options{Today: today})
		var got []string
		for _, d := range found {
			if strings.HasPrefix(d.Code, "ledger-") && !(d.Severity == bulletins.Info && d.Code == "ledger-old") {
				key := ""
				for k, v := range doc.Meta.Values {
					if v.Range == d.Range {
						key = k
					}
				}
				got = append(got, d.Code+" "+key+" "+d.Args["days"]+d.Args["changed"])
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}
