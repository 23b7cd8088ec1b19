package themes

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

func TestBuiltinThemes(t *testing.T) {
	for _, name := range append(Names(), "base") {
		for _, lang := range []string{"zh-Hans", "zh-Hant", "id", "en"} {
			theme, problems := Load(name, Options{Language: lang})
			for _, p := range problems {
				t.Errorf("%s %s: %+v", name, lang, p)
			}
			if theme.Name != name || theme.Description[lang] == "" {
				t.Errorf("%s: name %q, description %q", name, theme.Name, theme.Description)
			}
			if name == "base" {
				continue
			}
			got, golden := dump(theme), filepath.Join("testdata", name+"."+lang+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is not as recorded; look at the difference and run with -update", golden)
			}
		}
	}
}

// user gives Open for a theme of the user's named "mine".
func user(text string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if name == "mine.yaml" {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load("bulletin", Options{Language: "zh-Hans"})
	}
}

// TestSheet: the numbers of landscape pages stand where the sheet has them in Chinese
// official documents (GB/T 9704-2012, 8), elsewhere at the page's own foot.
func TestSheet(t *testing.T) {
	for _, test := range []struct {
		theme, lang string
		want        bool
	}{{"gbt9704", "zh-Hans", true}, {"gbt9704", "zh-Hant", true}, {"gbt9704", "en", false}, {"bulletin", "zh-Hans", false}, {"plain", "id", false}} {
		th, _ := Load(test.theme, Options{Language: test.lang})
		if th.Furniture.Sheet != test.want {
			t.Errorf("%s in %s: %v", test.theme, test.lang, th.Furniture.Sheet)
		}
	}
}
