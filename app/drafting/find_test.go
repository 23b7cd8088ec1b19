package drafting

import (
	"regexp"
	"strings"
	"testing"

	"safety365/bulletins"
)

func TestFind(t *testing.T) {
	for _, x := range []struct {
		text string
		q    Query
		want string // matches in «»
	}{
		{"安全生产，安全第一", Query{Text: "安全"}, "«安全»生产，«安全»第一"},
		{"K3 k3 ak3", Query{Text: "k3"}, "«K3» «k3» a«k3»"},
		{"K3 k3 ak3", Query{Text: "k3", Case: true}, "K3 «k3» a«k3»"},
		{"K3 k3 ak3", Query{Text: "k3", Word: true}, "«K3» «k3» ak3"},
		{"用K3的", Query{Text: "k3", Word: true}, "用«K3»的"},
		{"a.c abc", Query{Text: "a.c"}, "«a.c» abc"},
		{"a.c abc", Query{Text: "a.c", Regexp: true}, "«a.c» «abc»"},
		{"一\n二", Query{Text: "^.$", Regexp: true}, "«一»\n«二»"},
		{"---\ntitle: 安全\n---\n安全", Query{Text: "安全"}, "---\ntitle: «安全»\n---\n«安全»"},
		{"a", Query{Text: "x*", Regexp: true}, "a"},
		{"a", Query{}, "a"},
	} {
		found, err := Find(x.text, x.q)
		if err != nil {
			t.Error(err)
		}
		got := x.text
		for i := len(found) - 1; i >= 0; i-- {
			m := found[i]
			got = got[:m.Start] + "«" + got[m.Start:m.End] + "»" + got[m.End:]
		}
		if got != x.want {
			t.Errorf("%+v: got %s, want %s", x.q, got, x.want)
		}
	}
	if _, err := Find("a", Query{Text: "(", Regexp: true}); err == nil {
		t.Error("a broken expression is taken")
	}
}

func TestReplaceAll(t *testing.T) {
	text := "2026年3月，2025年12月；A1 b2"
	for _, x := range []struct {
		q    Query
		with string
		want string
	}{
		{Query{Text: "年"}, "-", strings.ReplaceAll(text, "年", "-")},
		{Query{Text: "A1", Case: true}, "$1", strings.ReplaceAll(text, "A1", "$1")},
		{Query{Text: `(\d+)年(\d+)月`, Regexp: true}, "$2/$1", regexp.MustCompile(`(\d+)年(\d+)月`).ReplaceAllString(text, "$2/$1")},
		{Query{Text: `\b([a-z])(\d)`, Regexp: true}, "${2}$1", regexp.MustCompile(`(?i)\b([a-z])(\d)`).ReplaceAllString(text, "${2}$1")},
	} {
		found, _ := Find(text, x.q)
		if got := applied(text, ReplaceAll(text, found, x.q, x.with)); got != x.want {
			t.Errorf("%+v: got %s, want %s", x.q, got, x.want)
		}
	}
}

func TestNext(t *testing.T) {
	m := []bulletins.Range{{Start: 2, End: 4}, {Start: 6, End: 8}}
	for _, x := range []struct {
		caret int
		back  bool
		want  int
	}{{0, false, 0}, {2, false, 0}, {3, false, 1}, {8, false, 0}, {8, true, 0}, {9, true, 1}, {4, true, 1}, {5, true, 0}} {
		if got := Next(m, x.caret, x.back); got != x.want {
			t.Errorf("from %d back %t: %d, want %d", x.caret, x.back, got, x.want)
		}
	}
	if Next(nil, 0, false) != -1 {
		t.Error("a match in nothing")
	}
}

func TestCount(t *testing.T) {
	for text, want := range map[string]Counts{
		"---\ntitle: 题\n---\n\n# 安全 第一\n\n**Safety first**，100%。": {Words: 9, Characters: 23, Solid: 21, Han: 6, Latin: 3, Paragraphs: 2},
		"| 甲 | b c |\n|---|---|": {Words: 3, Characters: 4, Solid: 3, Han: 1, Latin: 2, Paragraphs: 2},
		"“好”[^1]\n\n[^1]: 注":     {Words: 4, Characters: 4, Solid: 4, Han: 4, Paragraphs: 2},
		"":                       {},
	} {
		if got := Count(parse(text)); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
	var c Counter
	var p bulletins.Parser
	c.Count(p.Parse("", "甲\n\n乙", nil))
	if got := c.Count(p.Parse("", "甲\n\n乙丙", nil)).Words; got != 3 {
		t.Errorf("counted again: %d", got)
	}
}

func TestEscape(t *testing.T) {
	for _, text := range []string{"# a", "- b", "a*b*c", "1. x", "[x](y)", "平常的话。", "::: callout", "<br>", "&amp;", "\\", "***", "---"} {
		d := parse(Escape(text))
		if got := showing(d); len(d.Blocks) != 1 || got[0] != text {
			t.Errorf("%q is written %q and shown %q", text, Escape(text), got)
		}
	}
}
