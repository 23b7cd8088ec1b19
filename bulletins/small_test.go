package bulletins

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

func TestReadAttrs(t *testing.T) {
	for text, want := range map[string]string{
		`{speaker=王五}`: `[speaker=王五]`,
		`{a=1  b="x y" c='}' d=“甲 乙” e=‘丙’}`: `[a=1 b=x y c=} d=甲 乙 e=丙]`,
		`{en en zh .lead #top}`:              `[=en =en =zh class=lead id=top]`,
		`{a="x\"y\\" b=x"y}`:                 `[a=x"y\ b=x"y]`,
		`{a= b}`:                             `[a= =b]`,
		`{=x}`:                               `[==x]`,
		`{a="open}`:                          `[a="open]`,
		`{"two words"}`:                      `[=two words]`,
		`{}`:                                 `[]`,
		`{ 　}rest`:                           `[]`,
		`｛a=甲｝`:                              `[a=甲] wide`,
		`｛a=甲}`:                              `[a=甲] wide`,
		`{a=b`:                               `[a=b] open`,
		`{`:                                  `[] open`,
		`{a==b}`:                             `[a==b]`,
		`{60%}`:                              `[=60%]`,
	} {
		list := readAttrs(text)
		var parts []string
		for _, a := range list.attrs {
			parts = append(parts, a.Key+"="+a.Value)
			if a.Start < 0 || a.End > len(text) {
				t.Errorf("%s: range %v", text, a.Range)
			}
		}
		got := "[" + strings.Join(parts, " ") + "]"
		if list.wide {
			got += " wide"
		}
		if list.open {
			got += " open"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestGuessLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"": "en", "12345": "en", "安全第一": "zh-Hans", "各單位應當加強檢查": "zh-Hant", "各单位应当加强检查": "zh-Hans",
		"Keselamatan kerja adalah tanggung jawab kita dan tidak boleh diabaikan.": "id",
		"Safety is the responsibility of all.":                                    "en",
		"作业许可（Permit to Work）和班前会（toolbox talk）的要求":                               "zh-Hans",
		"The word 安全 means safety in the Chinese language and in this text.":      "en",
	} {
		if got := GuessLanguage(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if a, b := len([]rune(simplified)), len([]rune(traditional)); a != b {
		t.Errorf("%d simplified characters, %d traditional", a, b)
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]bool{
		"2026-03-06": true, "2026-03-06T15:04": true, "2026-03-06T15:04:05": true, "2024-02-29": true,
		"2026-02-29": false, "2026-02-30": false, "2026-3-6": false, "2026-13-01": false, "2026-03-06T25:00": false,
		"2026年3月6日": false, "20260306": false, "": false, "2026-03-06 15:04": false,
	} {
		if _, got := ParseDate(text); got != want {
			t.Errorf("%s: %t, want %t", text, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "subtitle", "published", "kind"}
	for word, want := range map[string]string{"tilte": "title", "titel": "title", "Title": "title", "publish": "published", "knid": "kind", "number": "", "": ""} {
		if got := nearest(word, known); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestPosition(t *testing.T) {
	d := Parse("", "安全\n\n第一\n", nil)
	for offset, want := range map[int]Position{-1: {1, 1}, 0: {1, 1}, 3: {1, 2}, 6: {1, 3}, 7: {2, 1}, 8: {3, 1}, 14: {3, 3}, 15: {4, 1}, 99: {4, 1}} {
		if got := d.Position(offset); got != want {
			t.Errorf("%d: %v, want %v", offset, got, want)
		}
	}
}

// TestMessages checks that every code of a golden file has its words, and that
// they name only arguments that the code has.
func TestMessages(t *testing.T) {
	type message struct{ Message, Hint string }
	seen := map[string][]string{}
	for _, c := range cases {
		for _, text := range []string{c.text, "---\nkind: bulletin\nlang: zh-Hans\n---\n" + c.text} {
			for _, x := range Parse("", text, testSchema).Diagnostics {
				seen[x.Code] = sortedKeys(x.Args)
			}
		}
	}
	argument := regexp.MustCompile(`\{\{|\}\}|\{([a-z]+)\}`)
	for _, lang := range []string{"en", "zh-Hans"} {
		data, err := os.ReadFile("../assets/messages/parse." + lang + ".yaml")
		if err != nil {
			t.Skip(err)
		}
		words := map[string]message{}
		if err := yaml.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		for code, args := range seen {
			m, ok := words[code]
			if !ok {
				t.Errorf("%s: no message for %s", lang, code)
			}
			for _, found := range argument.FindAllStringSubmatch(m.Message+m.Hint, -1) {
				if found[1] != "" && !slices.Contains(args, found[1]) {
					t.Errorf("%s: %s names %s; it has %s", lang, code, found[1], fmt.Sprint(args))
				}
			}
		}
		for code, m := range words {
			if m.Message == "" || m.Hint == "" {
				t.Errorf("%s: %s lacks words", lang, code)
			}
		}
	}
}
