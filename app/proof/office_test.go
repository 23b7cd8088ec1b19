package proof

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// TestOffice: while a document is typed the office completes it, its proof list is
// checked, and both follow their files.
func TestOffice(t *testing.T) {
	dir, config := t.TempDir(), t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} { // os.UserConfigDir
		t.Setenv(name, config)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s := newSetter(dir, press.Settings{}, func(f func()) { f() })
	defer s.close()
	doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 题\n---\n\n今天起动演练。\n", kinds.Schema())
	codes := func() (out []string) {
		sheets := s.make(context.Background(), &job{doc: doc, refresh: true})
		if sheets.Document != doc {
			t.Error("the pages are of another document")
		}
		for _, d := range sheets.Diagnostics {
			out = append(out, d.Code)
		}
		return out
	}
	for _, step := range []struct {
		name string
		do   func()
		want []string
	}{
		{"none", func() {}, nil},
		{"an office", func() { write("proof.csv", "wrong,right\n起动,启动\n"); write("office.yaml", "proof: proof.csv\n") }, []string{"proof-list"}},
		{"a fault", func() { write("office.yaml", "proof: proof.csv\nfield: {}\n") }, []string{"field-unknown", "proof-list"}},
		{"another list", func() { write("office.yaml", "proof: proof.csv\n"); write("proof.csv", "wrong,right\n停止,终止\n") }, nil},
	} {
		step.do()
		got := codes()
		slices.Sort(got)
		if !slices.Equal(got, step.want) {
			t.Errorf("%s: %q, want %q", step.name, got, step.want)
		}
	}
}
