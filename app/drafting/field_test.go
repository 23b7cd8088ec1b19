package drafting

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"safety365/app/manuscript"
)

func TestSetField(t *testing.T) {
	for _, x := range []struct {
		name, text string
		path       string
		value      Field
		want       string
	}{
		{"none yet", "甲", "title", Text("要点"), "---\ntitle: 要点\n---\n\n甲"},
		{"empty text", "", "title", Text("要点"), "---\ntitle: 要点\n---\n"},
		{"quotes stay", "---\ntitle: \"旧\" # 题\n---\n", "title", Text("新 \"题\""), "---\ntitle: \"新 \\\"题\\\"\" # 题\n---\n"},
		{"plain", "---\ntitle: 旧 # 题\n---\n", "title", Text("新：a: b"), "---\ntitle: \"新：a: b\" # 题\n---\n"},
		{"single quotes", "---\ntitle: '旧'\n---\n", "title", Text("it's"), "---\ntitle: 'it''s'\n---\n"},
		{"no value", "---\ntitle: # 题\n---\n", "title", Text("新"), "---\ntitle: 新 # 题\n---\n"},
		{"new in order", "---\ntitle: a\n# 单位\nhotline: b\n---\n", "source", Text("c"), "---\ntitle: a\nsource: c\n# 单位\nhotline: b\n---\n"},
		{"first of all", "---\ntitle: a\n---\n", "lang", Text("id"), "---\nlang: id\ntitle: a\n---\n"},
		{"removed", "---\ntitle: a\nsource: b\n---\n", "title", nil, "---\nsource: b\n---\n"},
		{"last removed", "---\ntitle: a\n---\n\n甲", "title", nil, "甲"},
		{"list", "---\ntitle: a\n---\n", "author", List{"甲", "乙: c"}, "---\ntitle: a\nauthor:\n  - 甲\n  - \"乙: c\"\n---\n"},
		{"list on a line", "---\ncolumn: [\"a\", b] # x\n---\n", "column", List{"c"}, "---\ncolumn: [c] # x\n---\n"},
		{"list of lines", "---\ncolumn:\n- a\n- b\ntitle: t\n---\n", "column", List{"c"}, "---\ncolumn:\n  - c\ntitle: t\n---\n"},
		{"text for a list", "---\ncolumn:\n  - a\n\n# x\ntitle: t\n---\n", "column", Text("c"), "---\ncolumn: c\n\n# x\ntitle: t\n---\n"},
		{"inside", "---\nreview:\n  first: a # x\n  final: b\n---\n", "review.first", Text("c"), "---\nreview:\n  first: c # x\n  final: b\n---\n"},
		{"new inside", "---\nreview:\n  first: a\ntitle: t\n---\n", "review.final", Text("c"), "---\nreview:\n  first: a\n  final: c\ntitle: t\n---\n"},
		{"in braces", "---\ncredit: {text: true, photo: \"a\"}\n---\n", "credit.text", Flag(false), "---\ncredit: {text: false, photo: a}\n---\n"},
		{"new map", "---\ntitle: t\n---\n", "review.final", Text("c"), "---\ntitle: t\nreview:\n  final: c\n---\n"},
		{"last inside removed", "---\ntitle: t\nreview:\n  final: c\n---\n", "review.final", nil, "---\ntitle: t\n---\n"},
		{"several lines", "---\nlead: |\n  a\n  b\ntitle: t\n---\n", "lead", Text("c\nd"), "---\nlead: \"c\\nd\"\ntitle: t\n---\n"},
		{"date", "---\npublished: 2026-01-01\n---\n", "published", Text("2026-03-06"), "---\npublished: 2026-03-06\n---\n"},
		{"no", "---\ntitle: a\n---\n", "title", Text("no"), "---\ntitle: \"no\"\n---\n"},
		{"the same", "---\ntitle: a\n---\n", "title", Text("a"), ""},
		{"nothing to remove", "---\ntitle: a\n---\n", "source", nil, ""},
	} {
		c, ok := SetField(parse(x.text), strings.Split(x.path, "."), x.value)
		if x.want == "" {
			if ok {
				t.Errorf("%s: got %q", x.name, applied(x.text, c))
			}
			continue
		}
		if got := applied(x.text, c); !ok || got != x.want {
			t.Errorf("%s\n got %q\nwant %q", x.name, got, x.want)
		}
	}
}

func TestSetFieldKeepsTheCaret(t *testing.T) {
	m := manuscript.New("a.md", "---\ntitle: a\n---\n\n甲乙")
	m.Select(manuscript.At(len(m.Text()) - len("乙")))
	c, _ := SetField(m.Document(), []string{"title"}, Text("abc"))
	m.Apply(c)
	if s := m.Selection(); m.Text()[s.Caret:] != "乙" {
		t.Errorf("the caret is at %d of %q", s.Caret, m.Text())
	}
}

// fronts are pieces of front matter as people write them.
var fronts = []string{
	"title: 题", "title: \"a: b\" # c", "source: 'it''s'", "# note", "", "column: [a, \"b c\"]", "author:\n  - 甲\n  - \"乙\" # x",
	"editor:\n- a\n- b", "review:\n  first: a\n  final: [b, c]", "credit: {text: true, photo: 乙}", "lead: |\n  一\n\n  二", "byline: >-\n  a\n  b",
	"published: 2026-03-06", "hotline:", "rights: ~", "settings:\n    a:\n      b: 1\n    c: 2", "abstract: a\n  b", "\"number\": 5", "series: {name: 周刊,\n  issue: 3}",
}

func TestFuzzSetField(t *testing.T) {
	values := []Field{nil, Text("a"), Text("甲乙"), Text("a: b #c"), Text(""), Text("- x"), Text("\"q'"), Text("是\n否"), Text("2026-03-06"), Text("null"), Text(" x "), Text("\\n"), Text("#"), Text("{a}"),
		Flag(true), List{"a", "b: c"}, List{""}, Map{{"first", Text("a")}, {"final", List{"x", "y"}}}}
	paths := []string{"title", "source", "column", "author", "editor", "review", "review.first", "credit.photo", "credit.text", "lead", "byline", "published", "hotline", "rights", "settings.a.b", "settings.c", "abstract", "number", "series.issue", "new", "review.new"}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := "---\n"
		for _, i := range r.Perm(len(fronts))[:r.IntN(8)] {
			text += fronts[i] + "\n"
		}
		text += "---\n\n正文\n"
		path := strings.Split(paths[r.IntN(len(paths))], ".")
		value := values[r.IntN(len(values))]
		d := parse(text)
		c, ok := SetField(d, path, value)
		what := fmt.Sprintf("seed %d: %v = %#v in\n%s", seed, path, value, text)
		if !ok {
			old := valueAt(d.Meta, path)
			if old == nil && value == nil || old != nil && value != nil && says(*old, value) {
				continue
			}
			if len(path) > 1 && (len(path) > 2 || d.Meta.Values[path[0]].Map == nil) {
				continue // it has another shape
			}
			t.Fatalf("refused: %s", what)
		}
		out := applied(text, c)
		if !strings.HasSuffix(out, "正文\n") {
			t.Fatalf("the text is hurt: %s\n%s", what, out)
		}
		if !agrees(d, out, path, value) {
			t.Fatalf("wrong: %s\n%s", what, out)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, "# ") && !strings.Contains(out, line) && len(parse(out).Meta.Keys) > 0 {
				t.Fatalf("a comment is lost: %s\n%s", what, out)
			}
		}
	}
}

func TestNewFrom(t *testing.T) {
	got := NewFrom("---\ntitle: a # x\nnumber: \"3\"\npublished: 2026-01-01\ncontact: [\"a\"]\nreview:\n  first: b\nseries: {name: s, issue: 3}\n---\n\n# 甲\n", "旧稿.md")
	if want := "---\ntitle: a # x\ncontact: [\"a\"]\nseries: {name: s}\nmade_from: 旧稿.md\n---\n\n# 甲\n"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
