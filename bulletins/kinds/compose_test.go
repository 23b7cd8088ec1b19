package kinds

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

var update = flag.Bool("update", false, "write the golden files")

// load returns a built-in theme; problems are the theme's own tests' matter.
func load(t testing.TB, name, lang string) *themes.Theme {
	t.Helper()
	theme, _ := themes.Load(name, themes.Options{Language: lang})
	return theme
}

// open returns the folder of the samples, or another.
func open(t testing.TB, dir string) *bulletins.Folder {
	t.Helper()
	folder, err := bulletins.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	return folder
}

const samples = "../../assets/samples"

// compose parses and composes a text with the bulletin theme in the samples' folder.
func compose(t testing.TB, text string) (*layout.Flow, []bulletins.Diagnostic) {
	t.Helper()
	doc := bulletins.Parse("test.md", text, Schema())
	flow, found := NewComposer().Compose(doc, load(t, "bulletin", doc.Lang), open(t, samples), Options{})
	return flow, slices.Concat(doc.Diagnostics, found)
}

// TestGolden composes the texts in testdata and all samples.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.md")
	more, _ := filepath.Glob(samples + "/*.md")
	if len(files) == 0 || len(more) == 0 {
		t.Fatal("no texts")
	}
	for _, file := range append(files, more...) {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			flow, found := compose(t, string(data))
			got := dump(flow)
			for _, d := range found {
				got += fmt.Sprintf("%s %s %d %v\n", d.Severity, d.Code, d.Range.Start, d.Args)
				if message, hint := assets.Message("en", d.Code, d.Args); message == d.Code || hint == "" {
					t.Errorf("%s has no words", d.Code)
				}
				if slices.Contains(more, file) && d.Severity == bulletins.Error {
					t.Errorf("%s: %v %v", file, d.Code, d.Args)
				}
			}
			golden := "testdata/" + name + ".txt"
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
		})
	}
}
