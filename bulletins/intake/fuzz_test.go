package intake

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzClean: whatever comes in, nothing fails, every place is one in the raw text, each
// change can be left out, and the result is not changed by a second run.
func FuzzClean(f *testing.F) {
	for _, name := range []string{"clean.txtar", "furniture.txtar"} {
		for _, file := range archive(f, name).Files {
			f.Add(file.Data)
		}
	}
	f.Add([]byte("機(jī)機(jī)機(jī)機(jī)機(jī)。\n合起?kuì)碛秩菀讈y,響?mǐn)\ue031\ue017\ue318蟻?,??h委?;\ue1fb?、"))
	f.Add([]byte("---\nlang: zh-Hans\n---\n\n正文,没有标题"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		r, err := Clean(data, Options{})
		if err != nil {
			return
		}
		if !utf8.ValidString(r.Text) || r.Body > len(r.Text) {
			t.Fatalf("%q", r.Text)
		}
		for _, c := range r.Changes {
			if c.Start < 0 || c.End < c.Start || c.End > len(r.Raw) || c.Out > len(r.Text) || c.Element == "" && c.Line < 1 {
				t.Fatalf("%+v", c)
			}
		}
		if n := len(r.Changes); n > 0 {
			id := r.Changes[n/2].ID
			for _, c := range CleanText(r.Raw, r.Encoding, Options{Keep: []string{id}}).Changes {
				if c.ID == id {
					t.Fatalf("%s was made all the same", id)
				}
			}
		}
		again := CleanText(r.Text, "", Options{})
		if again.Text != r.Text && !strings.Contains(r.Text, "`") {
			t.Fatalf("a second time:\n%s\n%q", firstDifference(again.Text, r.Text), r.Text)
		}
	})
}
