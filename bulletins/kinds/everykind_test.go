package kinds

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
)

// TestWrongInput: in every kind and language a wrong day of the week, dates that cannot
// be, one person in two reviews, a table file that nothing can read or that is not there
// and a total that is none are told of, once and at their places.
func TestWrongInput(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bad.csv"), []byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xff\xff\xff"), 0o666); err != nil {
		t.Fatal(err)
	}
	folder := open(t, dir)
	weekday := map[string][2]string{
		"zh-Hans": {"定于2026年3月6日（星期四）举行。", "星期四"}, "zh-Hant": {"定於2026年3月6日（星期四）舉行。", "星期四"},
		"en": {"It is on Thursday, 6 March 2026.", "Thursday"}, "id": {"Acara pada Kamis, 6 Maret 2026.", "Kamis"},
	}
	textless := []string{"name-card", "safety365", "poster"} // the text is not printed
	for _, k := range all {
		for _, lang := range k.languages() {
			starter, err := Starter(k.Name, lang)
			if err != nil {
				t.Fatal(err)
			}
			theme := load(t, ThemeFor(k.Name, lang), lang)
			for _, c := range []struct {
				code, at string
				front    []string // keys and values that replace those of the starter
				text     string   // what stands behind its text
			}{
				{"weekday-wrong", weekday[lang][1], nil, weekday[lang][0]},
				{"review-same-person", "Amin", []string{"review", "{first: Budi, second: Amin, final: Amin}"}, ""},
				{"reply-before-notice", "2026-03-04", []string{"published", "2026-03-05", "reply_by", "2026-03-04"}, ""},
				{"reply-after-event", "2026-03-07", []string{"published", "2026-03-01", "event_date", "2026-03-06", "reply_by", "2026-03-07"}, ""},
				{"field-date", "2026-02-30", []string{"published", "2026-02-30"}, ""},
				{"sheet-encoding", "file=bad.csv", nil, "::: table {file=bad.csv}\n:::"},
				{"data-missing", "file=no.xlsx", nil, "::: table {file=no.xlsx}\n:::"},
				{"table-sum", "4", nil, "| A | N |\n|-|-|\n| a | 1 |\n| b | 2 |\n| Total | 4 |"},
			} {
				if c.text != "" && slices.Contains(textless, k.Name) {
					continue
				}
				text := starter
				for i := 0; i+1 < len(c.front); i += 2 {
					text = withKey(text, c.front[i], c.front[i+1])
				}
				text = strings.TrimRight(text, "\n") + "\n\n" + c.text + "\n"
				doc := bulletins.Parse("a.md", text, Schema())
				_, found := NewComposer().Compose(doc, theme, folder, Options{})
				var at []string
				for _, d := range slices.Concat(doc.Diagnostics, found) {
					if d.Code == c.code {
						at = append(at, strings.TrimSpace(text[d.Range.Start:d.Range.End]))
					}
				}
				if len(at) != 1 || at[0] != c.at {
					t.Errorf("%s in %s: %s at %q, want %q", k.Name, lang, c.code, at, c.at)
				}
			}
		}
	}
}

// withKey sets a key of a front matter.
func withKey(text, key, value string) string {
	old := regexp.MustCompile(`(?m)^` + key + `:.*\n(?:[ -].*\n)*`)
	before, rest, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n")
	if line := key + ": " + value + "\n"; old.MatchString(before) {
		before = old.ReplaceAllString(before, line)
	} else {
		before += line
	}
	return "---\n" + before + "---\n" + rest
}

// TestMissingKeys: what a kind can hardly do without is asked for when it lacks.
func TestMissingKeys(t *testing.T) {
	for _, k := range all {
		for _, lang := range k.languages() {
			starter, _ := Starter(k.Name, lang)
			for _, key := range k.needs {
				doc := bulletins.Parse("a.md", withKey(starter, key, `""`), Schema())
				_, found := NewComposer().Compose(doc, load(t, ThemeFor(k.Name, lang), lang), nil, Options{})
				if !slices.ContainsFunc(found, func(d bulletins.Diagnostic) bool { return d.Code == "notice-missing" && d.Args["key"] == key }) {
					t.Errorf("%s in %s: nothing about %s", k.Name, lang, key)
				}
			}
		}
	}
}
