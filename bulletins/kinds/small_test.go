package kinds

import (
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

func TestPrintedDate(t *testing.T) {
	for _, c := range []struct{ typed, hans, hant, en, id string }{
		{"2024-03-06", "2024年3月6日", "2024年3月6日", "6 March 2024", "6 Maret 2024"},
		{"2024-05-05", "2024年5月5日", "2024年5月5日", "5 May 2024", "5 Mei 2024"},
		{"2022-04-01T15:51:21", "2022年4月1日", "2022年4月1日", "1 April 2022", "1 April 2022"},
		{" 2026-12-31T09:30 ", "2026年12月31日", "2026年12月31日", "31 December 2026", "31 Desember 2026"},
		{"三月六日", "三月六日", "三月六日", "三月六日", "三月六日"},
		{"", "", "", "", ""},
	} {
		for lang, want := range map[string]string{"zh-Hans": c.hans, "zh-Hant": c.hant, "en": c.en, "id": c.id} {
			if got := printedDate(lang, c.typed); got != want {
				t.Errorf("%s in %s is %q, want %q", c.typed, lang, got, want)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		pattern string
		n       int
		want    string
	}{
		{"1.", 12, "12."}, {"（1）", 3, "（3）"}, {"①", 1, "①"}, {"①", 20, "⑳"}, {"①", 21, "(21)"}, {"①、", 21, "21、"}, {"①", 0, "(0)"},
		{"a)", 1, "a)"}, {"a)", 26, "z)"}, {"a)", 27, "aa)"}, {"A.", 703, "AAA."}, {"a)", 0, "0)"},
		{"i.", 4, "iv."}, {"I.", 1999, "MCMXCIX."}, {"i.", 4000, "4000."}, {"i.", 0, "0."},
		{"一、", 1, "一、"}, {"一、", 10, "十、"}, {"（一）", 11, "（十一）"}, {"一、", 20, "二十、"}, {"一、", 101, "一百零一、"},
		{"一、", 111, "一百一十一、"}, {"一、", 1010, "一千零一十、"}, {"一、", 2000, "二千、"}, {"一、", 10000, "10000、"}, {"一、", 0, "0、"},
		{"第一条", 2, "第二条"}, {"１．", 10, "１０．"}, {"•", 5, "•"}, {"", 5, ""},
	} {
		if got := number(c.pattern, c.n); got != c.want {
			t.Errorf("%q of %d is %q, want %q", c.pattern, c.n, got, c.want)
		}
	}
}

func TestLevels(t *testing.T) {
	var l levels
	for _, c := range []struct{ level, depth int }{{3, 1}, {5, 2}, {6, 3}, {4, 2}, {3, 1}, {2, 1}, {1, 1}, {7, 2}, {8, 3}, {10, 4}, {9, 4}, {7, 2}, {2, 2}} {
		if got := l.enter(c.level); got != c.depth {
			t.Errorf("a heading of level %d has depth %d, want %d", c.level, got, c.depth)
		}
	}
}

func TestTarget(t *testing.T) {
	for address, want := range map[string]layout.Link{
		"#a": {Dest: "a"}, "#%E7%94%B2": {Dest: "甲"}, "#%": {Dest: "%"}, "https://a.cn": {URI: "https://a.cn"}, "HTTP://A.CN": {URI: "HTTP://A.CN"},
		"mailto:a@b.cn": {URI: "mailto:a@b.cn"}, "tel:119": {URI: "tel:119"},
		"": {}, "#": {}, "a.docx": {}, "https:": {}, "file:///etc/passwd": {}, "javascript:alert(1)": {}, "a:b": {},
	} {
		got := target(address)
		if got == nil {
			got = &layout.Link{}
		}
		if *got != want {
			t.Errorf("%q leads to %+v, want %+v", address, *got, want)
		}
	}
}

func TestKinds(t *testing.T) {
	if names := Names(); len(names) == 0 || names[0] != "bulletin" {
		t.Error(names)
	}
	for _, name := range Names() {
		kind, ok := Lookup(name)
		if !ok || kind.Name != name {
			t.Fatal(name)
		}
		for _, field := range kind.Fields {
			if _, ok := Schema().Fields[field]; !ok {
				t.Errorf("%s: the schema has no field %s", name, field)
			}
		}
		for _, lang := range assets.Languages {
			if kind.Title(lang) == "kind-"+name || kind.Description(lang) == "kind-"+name+"-description" {
				t.Errorf("%s has no words in %s", name, lang)
			}
			if !kind.In(lang) {
				continue
			}
			text, err := Starter(name, lang)
			if err != nil {
				t.Fatal(err)
			}
			doc := bulletins.Parse("new.md", text, Schema())
			flow, found := NewComposer().Compose(doc, load(t, ThemeFor(name, lang), lang), nil, Options{Draft: true})
			found = slices.DeleteFunc(slices.Concat(doc.Diagnostics, found), func(d bulletins.Diagnostic) bool { return d.Code == "placeholder" || d.Severity < bulletins.Error })
			if len(found) > 0 {
				t.Errorf("the starter of %s in %s: %v", name, lang, found)
			}
			if doc.Lang != lang || doc.Meta.Text("kind") != name || flow.Mark == "" || !flow.Info.Draft {
				t.Errorf("the starter of %s in %s is in %s, kind %q, mark %q", name, lang, doc.Lang, doc.Meta.Text("kind"), flow.Mark)
			}
		}
	}
	if _, ok := Lookup("no"); ok {
		t.Error("found what there is not")
	}
	for _, c := range [][2]string{{"no", "en"}, {"bulletin", "fr"}, {"../bulletin", "en"}} {
		if _, err := Starter(c[0], c[1]); err == nil {
			t.Errorf("there is a starter for %q", c)
		}
	}
}

// TestShorten: the running head takes 32 Han, and is not cut inside a word.
func TestShorten(t *testing.T) {
	for _, c := range [][2]string{
		{"以责任为基石 筑牢防线", "以责任为基石\u3000筑牢防线"},
		{strings.Repeat("安", 32), strings.Repeat("安", 32)},
		{strings.Repeat("安", 33), strings.Repeat("安", 31) + "…"},
		{strings.Repeat("安", 30) + "，全体员工", strings.Repeat("安", 30) + "…"},
		{"Four measures to carry the safety campaign over the line", "Four measures to carry the safety campaign over the line"},
		{"Four measures to carry the safety campaign over the finishing line", "Four measures to carry the safety campaign over the finishing…"},
		{strings.Repeat("x", 99), strings.Repeat("x", 62) + "…"},
	} {
		if got := shorten(c[0]); got != c[1] {
			t.Errorf("%q becomes %q, want %q", c[0], got, c[1])
		}
	}
}

// TestRoles: the built-in themes have every role that we ask for.
func TestRoles(t *testing.T) {
	for _, name := range themes.Names() {
		theme, _ := themes.Load(name, themes.Options{Language: "zh-Hans"})
		for _, file := range []string{"constructs.zh-Hans.md"} {
			data, err := os.ReadFile(filepath.Join(samples, file))
			if err != nil {
				t.Fatal(err)
			}
			NewComposer().Compose(bulletins.Parse(file, string(data), Schema()), theme, nil, Options{})
		}
		if unknown := theme.Unknown(); len(unknown) > 0 {
			t.Errorf("%s has no %v", name, unknown)
		}
	}
}

// TestSeeds composes the real documents, where they are: they have nothing wrong
// but a lost picture.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/reference/intake/expected-*.md")
	if len(files) == 0 {
		t.Skip("the real documents are not here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := bulletins.Parse(file, string(data), Schema())
		_, found := NewComposer().Compose(doc, load(t, "bulletin", doc.Lang), nil, Options{})
		for _, d := range slices.Concat(doc.Diagnostics, found) {
			if d.Severity != bulletins.Info && d.Code != "image-missing" && d.Code != "title-missing" {
				t.Errorf("%s: %v %s %v", filepath.Base(file), d.Severity, d.Code, d.Args)
			}
		}
	}
}

// TestDeep: a document made by hand may be nested without end.
func TestDeep(t *testing.T) {
	var block bulletins.Block = &bulletins.Paragraph{Spans: []bulletins.Span{{Text: "底"}}}
	spans := []bulletins.Span{{Text: "底"}}
	for range 100_000 {
		block = &bulletins.Quote{Blocks: []bulletins.Block{block}}
		spans = []bulletins.Span{{Kind: bulletins.Strong, Children: spans}}
	}
	for _, b := range []bulletins.Block{block, &bulletins.Paragraph{Spans: spans}} {
		doc := &bulletins.Document{Lang: "zh-Hans", Meta: &bulletins.Meta{}, Blocks: []*bulletins.TopBlock{{Block: b}}, Starts: []int{0}}
		flow, _ := NewComposer().Compose(doc, load(t, "bulletin", "zh-Hans"), nil, Options{})
		if len(flow.Blocks) != 1 {
			t.Error(len(flow.Blocks))
		}
	}
}

// TestIntakeMarks: what intake could not read or only guessed stops a final, wherever
// its mark stands but in code.
func TestIntakeMarks(t *testing.T) {
	for text, want := range map[string]int{
		"# 标题\n\n检查燃气管⟦?⟧、阀门。":                                             1,
		"# 标题\n\n**检查⟦管道⟧**，再查⟦阀门⟧。":                                       2,
		"---\ntitle: \"标题⟦?⟧\"\n---\n\n正文。":                                1,
		"---\ntitle: 标题\nimport_warnings:\n  - \"待确认：管道 ⟦道⟧\"\n---\n\n正文。": 1,
		"# 标题\n\n`⟦?⟧`是标记，⟦不是。":                                            0,
	} {
		_, found := compose(t, text)
		n := 0
		for _, d := range found {
			if d.Code == "intake-mark" && d.Severity == bulletins.Error {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d marks, want %d", text, n, want)
		}
	}
}
