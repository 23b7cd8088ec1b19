package kinds_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// TestPages compares the display list of every sample, and of what tables and columns can do, with the one recorded in
// testdata/pages: read the diff, look at the pages, then run with -update.
func TestPages(t *testing.T) {
	samples, _ := filepath.Glob("../../assets/samples/*.md")
	if len(samples) == 0 {
		t.Fatal("no samples")
	}
	tables, _ := filepath.Glob("testdata/tables/*.md")
	columns, _ := filepath.Glob("testdata/columns/*.md")
	for _, file := range slices.Concat(samples, tables, columns) {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := page.Dump(&got, pagesOf(t, file)); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "pages", name+".page")
			if flag.Lookup("update").Value.String() == "true" {
				os.MkdirAll(filepath.Dir(golden), 0o777)
				if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("the pages are not as recorded; first difference:\n%s", difference(string(want), got.String()))
			}
		})
	}
}

// pagesOf sets a document as the command does.
func pagesOf(t testing.TB, file string) *page.Book {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := bulletins.OpenFolder(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	doc := bulletins.Parse(filepath.Base(file), string(text), kinds.Schema())
	name := "plain"
	if strings.HasPrefix(doc.Lang, "zh") {
		name = "bulletin"
	}
	theme, problems := themes.Load(name, themes.Options{Language: doc.Lang, Settings: themes.SettingsOf(doc)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	flow, found := kinds.NewComposer().Compose(doc, theme, folder, kinds.Options{})
	for _, d := range found {
		if d.Severity == bulletins.Error {
			t.Fatal(d)
		}
	}
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// difference returns the first lines that differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return "- " + a[i] + "\n+ " + b[i]
		}
	}
	return "one is longer than the other"
}
