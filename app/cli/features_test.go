package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safety365/assets"
	"safety365/bulletins/kinds"
)

var featureRow = regexp.MustCompile(`(?m)^\| (F\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$`)

// elsewhere are the features that are the business of other parts of the program.
var elsewhere = map[string][]string{
	"display":     {"F01", "F02", "F03", "F04", "F05", "F07", "F09", "F12", "F26", "F41", "F46", "F47"},
	"import":      {"F67", "F68", "F69", "F74"},
	"translation": {"F13", "F53", "F57", "F71", "F72", "F73"},
	"platform":    {"F49"},
}

// TestFeatures: every feature is in the table, with a test that exists or with the part
// whose business it is.
func TestFeatures(t *testing.T) {
	text, err := os.ReadFile("../../assets/FEATURES.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := featureRow.FindAllStringSubmatch(string(text), -1)
	if len(rows) != 74 {
		t.Fatalf("%d rows of 74", len(rows))
	}
	named := regexp.MustCompile("`([a-z/]+)\\.(Test\\w+)`")
	for i, row := range rows {
		id, state := row[1], row[3]
		if want := fmt.Sprintf("F%02d", i+1); id != want {
			t.Fatalf("%s stands for %s", id, want)
		}
		tests := named.FindAllStringSubmatch(row[4], -1)
		part, other := strings.CutPrefix(state, "elsewhere: ")
		switch {
		case other && !slices.Contains(elsewhere[part], id):
			t.Errorf("%s is not the business of %s", id, part)
		case !other && (state != "works" || len(tests) == 0):
			t.Errorf("%s: %q without a test", id, state)
		}
		for _, test := range tests {
			if !testExists(t, test[1], test[2]) {
				t.Errorf("%s: there is no test %s in %s", id, test[2], test[1])
			}
		}
	}
}

// testExists looks for a test in the files of a package.
func testExists(t *testing.T, folder, name string) bool {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("../..", folder, "*_test.go"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "func "+name+"(") {
			return true
		}
	}
	return false
}

// TestKindTable: the README says in which languages each kind exists.
func TestKindTable(t *testing.T) {
	const begin, end = "<!-- kinds -->\n", "<!-- /kinds -->\n"
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	table, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("README.md has no table of kinds between %q and %q", begin, end)
	}
	want := kindTable()
	if os.Getenv("UPDATE_README") != "" {
		if err := os.WriteFile("../../README.md", []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("the table of kinds in README.md is out of date: run this test with UPDATE_README=1")
	}
}

func kindTable() string {
	languages := []string{"zh-Hans", "zh-Hant", "en", "id"}
	var b strings.Builder
	fmt.Fprintf(&b, "| Kind | | %s |\n|---|---|%s\n", strings.Join(languages, " | "), strings.Repeat(":-:|", len(languages)))
	for _, name := range kinds.Names() {
		k, _ := kinds.Lookup(name)
		fmt.Fprintf(&b, "| `%s` | %s |", name, k.Title("en"))
		for _, lang := range languages {
			mark := "–"
			if k.In(lang) {
				mark = k.Title(lang)
				if lang == "en" {
					mark = "✓"
				}
			}
			fmt.Fprintf(&b, " %s |", mark)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestKindStarters: in each of its languages a kind has a text to start from, whose page
// says nothing of faults but of what is to be filled in.
func TestKindStarters(t *testing.T) {
	for _, name := range kinds.Names() {
		k, _ := kinds.Lookup(name)
		for _, lang := range assets.Languages {
			text, err := kinds.Starter(name, lang)
			if k.In(lang) != (err == nil) || err == nil && strings.TrimSpace(text) == "" {
				t.Errorf("%s %s: in %v, %v", name, lang, k.In(lang), err)
			}
		}
	}
}
