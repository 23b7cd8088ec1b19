package themes

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// mistakes are themes with the problem that each must give: line:column code, and
// an argument.
var mistakes = []struct{ text, want, args string }{
	{"page:\n  margin: 3mm\n", "2:3 theme-unknown-key", "nearest=margins path=page.margin"},
	{"styles:\n  h1:\n    sise: 18pt\n", "3:5 theme-unknown-key", "nearest=size path=styles.h1.sise"},
	{"languages:\n  en:\n    pages: {}\n", "3:5 theme-unknown-key", "nearest=page"},
	{"languages:\n  en:\n    extends: base\n", "3:5 theme-unknown-key", "key=extends"},
	{"languages: {english!: {}}\n", "1:13 theme-language", "value=english!"},
	{"styles: 3\n", "1:9 theme-want-map", "path=styles"},
	{"- a\n", "1:1 theme-want-map", "path="},
	{"page: {size: [A4]}\n", "1:14 theme-want-value", "path=page.size"},
	{"lists: {bullets: a}\n", "1:18 theme-want-list", "path=lists.bullets"},
	{"page: {mirror: maybe}\n", "1:16 theme-switch", "value=maybe"},
	{"styles:\n  body: {size: 10.5}\n", "2:16 theme-length", "value=10.5 path=styles.body.size"},
	{"styles: {body: {size: 1e3pt}}\n", "1:23 theme-length", "value=1e3pt"},
	{"styles: {body: {size: 0}}\n", "1:23 theme-length-zero", "value=0"},
	{"styles: {body: {size: 2000pt}}\n", "1:23 theme-size", "value=2000pt"},
	{"styles: {body: {before: -1pt}}\n", "1:25 theme-length-negative", "value=-1pt"},
	{"typeset: {autospace: 1mm}\n", "1:22 theme-length-em", "value=1mm"},
	{"tables: {valign: centre}\n", "1:18 theme-choice", "known=top, middle, bottom"},
	{"tables: {rows: few}\n", "1:16 theme-count", "value=few limit=99"},
	{"tables: {rows: 100}\n", "1:16 theme-count", "value=100"},
	{"tables: {continued: maybe}\n", "1:21 theme-switch", "value=maybe"},
	{"typeset: {grid: 22}\n", "1:17 theme-grid", "value=22"},
	{"typeset: {grid: 1x28}\n", "1:17 theme-grid", "value=1x28"},
	{"typeset: {grid: 100x28}\n", "1:17 theme-grid-tight", "value=100x28"},
	{"typeset: {cells: tight}\n", "1:18 theme-choice", "known=free, strict"},
	{"typeset: {kinsoku: strickt}\n", "1:20 theme-choice", "nearest=strict"},
	{"styles: {body: {align: centre}}\n", "1:24 theme-choice", "nearest=center"},
	{"styles: {body: {features: ligatures}}\n", "1:27 theme-features", "value=ligatures"},
	{"page: {size: A44}\n", "1:14 theme-paper", "nearest=A4"},
	{"typeset: {measure: 0.5em}\n", "1:20 theme-measure", "value=0.5em"},
	{"page:\n  margins: {inner: 150mm, outer: 100mm}\n", "2:12 theme-margins", ""},
	{"colors:\n  accent: {cmyk: [1, 2, 3]}\n", "2:11 theme-ink-count", "count=3"},
	{"colors: {new: {srgb: '#123456'}}\n", "1:15 theme-color-inks", "name=new"},
	{"colors: {new: {gray: 50, cmyk: [0, 0, 0, 1], srgb: '#123456'}}\n", "1:15 theme-color-inks", "name=new"},
	{"colors: {new: {gray: 50}}\n", "1:15 theme-color-screen", "name=new"},
	{"colors: {new: {spot: {cmyk: [0, 0, 0, 1]}, srgb: '#123456'}}\n", "1:15 theme-spot-name", "name=new"},
	{"colors: {accent: {gray: 101}}\n", "1:25 theme-ink", "value=101"},
	{"colors: {accent: {srgb: red}}\n", "1:25 theme-color-look", "value=red"},
	{"styles: {h1: {color: acent}}\n", "1:22 theme-color-name", "nearest=accent"},
	{"styles: {quote: {box: {fill: wsh}}}\n", "1:30 theme-color-name", "nearest=wash"},
	{"tones: {info: {fill: nowhere}}\n", "1:22 theme-color-name", "value=nowhere"},
	{"furniture: {rule: {color: acent}}\n", "1:27 theme-color-name", "nearest=accent"},
	{"styles: {h1: {font: simsun}}\n", "1:21 theme-font", "value=simsun"},
	{"fonts: {heiti: [a.ttf]}\n", "1:9 theme-font", "nearest=hei"},
	{"styles:\n  h1: {}\n  haeding: {size: 12pt}\n", "3:3 theme-role", "nearest=heading"},
	{"languages: {en: {styles: {haeding: {size: 12pt}}}}\n", "1:27 theme-role", "nearest=heading"},
	{"styles: {h1: {like: haeding}}\n", "1:21 theme-like", "nearest=heading"},
	{"styles: {heading: {like: h1}}\n", "", "theme-like-cycle"},
	{"styles: {h1: {like: h1}}\n", "1:21 theme-like-cycle", "cycle=h1 → h1"},
	{"styles: {body: {like: h1}}\n", "1:23 theme-like-cycle", ""},
	{"name: a\nextends: nowhere\n", "2:10 theme-unknown", "name=nowhere known=" + strings.Join(Names(), ", ")},
	{"extends: loop\n", "1:10 theme-extends-cycle", ""},
	{"page: &a {}\n", "1:7 theme-alias", "name=a"},
	{"page: *a\n", "1:1 theme-syntax", "reason=unknown anchor 'a' referenced"},
	{"page: {}\npage: {}\n", "2:1 theme-repeated", "key=page"},
	{"page: {}\n---\nx: 1\n", "2:1 theme-documents", ""},
	{"? [a]\n: 1\n", "1:3 theme-key", ""},
	{"page:\n\t- a\n", "2:1 theme-syntax", ""},
	{strings.Repeat("{a: ", 20) + "1" + strings.Repeat("}", 20), "1:69 theme-depth", "limit=16"},
	{strings.Repeat("#", MaxSize+1), "1:1 theme-too-large", ""},
}

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		open := func(name string) ([]byte, error) {
			if name == "loop.yaml" {
				return []byte("extends: mine\n"), nil
			}
			return user(m.text)(name)
		}
		theme, problems := Load("mine", Options{Language: "en", Open: open})
		if theme == nil {
			t.Fatal("no theme")
		}
		found := false
		for _, p := range problems {
			if m.want == "" {
				found = found || p.Code == m.args
				continue
			}
			ok := fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Code) == m.want && (p.File == "mine.yaml" || p.File == "loop.yaml")
			for _, arg := range regexp.MustCompile(`\w+=`).FindAllStringIndex(m.args, -1) {
				name, rest := m.args[arg[0]:arg[1]-1], m.args[arg[1]:]
				ok = ok && strings.HasPrefix(rest, p.Args[name])
			}
			found = found || ok
		}
		if !found {
			t.Errorf("%.60q: want %s %s, got %+v", m.text, m.want, m.args, problems)
		}
	}
}

func TestUnknownTheme(t *testing.T) {
	for _, name := range []string{"bulletn", "../secret", "", ".hidden", `a\b`} {
		theme, problems := Load(name, Options{Language: "zh-Hans", Open: user("")})
		if len(problems) != 1 || problems[0].Code != "theme-unknown" || problems[0].Args["known"] != strings.Join(Names(), ", ") || theme.Name != Default {
			t.Errorf("%q: %+v", name, problems)
		}
	}
	_, problems := Load("mine", Options{Open: func(string) ([]byte, error) { return nil, fs.ErrPermission }})
	if len(problems) != 1 || problems[0].Code != "theme-unreadable" {
		t.Errorf("%+v", problems)
	}
}

// TestMessages compares the codes in the source with the catalogues.
func TestMessages(t *testing.T) {
	codes := map[string]bool{}
	files, _ := os.ReadDir(".")
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		text, _ := os.ReadFile(f.Name())
		for _, m := range regexp.MustCompile(`"(theme-[a-z-]+)"`).FindAllStringSubmatch(string(text), -1) {
			codes[m[1]] = true
		}
	}
	for _, lang := range []string{"en", "zh-Hans"} {
		text, err := os.ReadFile("../assets/messages/themes." + lang + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]struct{ Message, Hint string }
		if err := yaml.Unmarshal(text, &messages); err != nil {
			t.Fatal(err)
		}
		for code := range codes {
			if m := messages[code]; m.Message == "" || m.Hint == "" {
				t.Errorf("%s: no message or hint for %s", lang, code)
			}
		}
		for code := range messages {
			if !codes[code] {
				t.Errorf("%s: %s is not used", lang, code)
			}
		}
	}
}
