package shelf

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// found runs a query over texts and returns the excerpts, the match in ‹›.
func found(t *testing.T, q Query, texts ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, text := range texts {
		paths = append(paths, put(t, dir, fmt.Sprintf("%d.md", i), text))
	}
	var out []string
	_, err := Search(t.Context(), paths, q, func(h Hit) {
		out = append(out, h.Excerpt[:h.Start]+"‹"+h.Excerpt[h.Start:h.End]+"›"+h.Excerpt[h.End:])
		text, err := ReadText(h.Path)
		if err != nil {
			t.Fatal(err)
		}
		if line := strings.Count(text[:h.Offset], "\n") + 1; line != h.Line {
			t.Errorf("%q: line %d, offset in line %d", h.Excerpt, h.Line, line)
		}
		if match := text[h.Offset : h.Offset+h.Length]; h.Excerpt[h.Start:h.End] != match && !strings.ContainsAny(match, "*[]|:`") {
			t.Errorf("%q is shown, the text has %q", h.Excerpt[h.Start:h.End], match)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		name  string
		query Query
		text  string
		want  string // hits, one a line
	}{
		{"a word", Query{Words: "隐患"}, "查隐患。\n\n没有。\n\n隐患清零\n", "查‹隐患›。\n‹隐患›清零"},
		{"case", Query{Words: "SAFETY"}, "Safety first\n", "‹Safety› first"},
		{"case matters", Query{Words: "SAFETY", Case: true}, "Safety first, SAFETY last\n", "Safety first, ‹SAFETY› last"},
		{"letters beyond ASCII", Query{Words: "ÉCOLE"}, "une école\n", "une ‹école›"},
		{"all words in one line", Query{Words: "甲 乙"}, "甲在此\n\n乙和甲\n", "‹乙›和甲"},
		{"all words in the text", Query{Words: "甲 乙"}, "甲在此\n\n乙在彼\n", "‹甲›在此\n‹乙›在彼"},
		{"not all words", Query{Words: "甲 丙"}, "甲在此\n\n乙在彼\n", ""},
		{"quoted", Query{Words: `“安全 第一”`}, "安全 第一\n\n第一 安全\n", "‹安全 第一›"},
		{"quote not closed", Query{Words: `5"`}, "5\" pipe\n", "‹5\"› pipe"},
		{"regular expression", Query{Words: `\d+条`, Regexp: true}, "查出36条\n", "查出‹36条›"},
		{"expression matching nothing", Query{Words: `\d*`, Regexp: true}, "查出36条\n", "查出‹36›条"},
		{"nothing asked", Query{Words: "  "}, "文\n", ""},
		{"windows lines", Query{Words: "乙"}, "\ufeff甲\r\n乙\r\n", "‹乙›"},
		{"heading", Query{Words: "隐患"}, "## 查隐患 {#a .b}\n", "查‹隐患›"},
		{"emphasis", Query{Words: "第一"}, "**安全**第一\n", "安全‹第一›"},
		{"link", Query{Words: "办法"}, "见[办法](http://example.org/办法)。\n", "见‹办法›。"},
		{"only in a mark", Query{Words: "callout"}, "::: callout {title=要点}\n\n文\n\n:::\n", ""},
		{"in a card's title", Query{Words: "要点"}, "::: callout {title=要点 tone=warning}\n", "‹要点› warning"},
		{"in the front matter", Query{Words: "简报"}, "---\ntitle: \"安全简报\"\n---\n\n正文\n", "安全‹简报›"},
		{"a key of the front matter", Query{Words: "title"}, "---\ntitle: \"安全简报\"\n---\n\n正文\n", ""},
		{"table", Query{Words: "电气"}, "| 类别 | 数 |\n|--|--|\n| 电气 | 3 |\n", "‹电气›   3"},
		{"long line", Query{Words: "终"}, strings.Repeat("长", 300) + "终\n", "…" + strings.Repeat("长", 16) + "‹终›"},
		{"not a text", Query{Words: "abc"}, "abc\x00", ""},
	} {
		if got := strings.Join(found(t, c.query, c.text), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestSearchOrder(t *testing.T) {
	var texts []string
	for i := range 40 {
		texts = append(texts, fmt.Sprintf("第%d篇 隐患", i))
	}
	for i, got := range found(t, Query{Words: "隐患"}, texts...) {
		if want := fmt.Sprintf("第%d篇 ‹隐患›", i); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestSearchFaults(t *testing.T) {
	if _, err := Search(t.Context(), nil, Query{Words: "(", Regexp: true}, nil); err == nil {
		t.Error("a faulty expression is taken")
	}
	dir := t.TempDir()
	paths := []string{dir, dir + "/none.md", put(t, dir, "a.md", "甲"), put(t, dir, "b.md", "甲")}
	n := 0
	if _, err := Search(t.Context(), paths, Query{Words: "甲"}, func(Hit) { n++ }); err != nil || n != 2 {
		t.Errorf("%d hits, %v", n, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	_, err := Search(ctx, paths, Query{Words: "甲"}, func(Hit) { stop() })
	if err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// TestManyHits: a word that stands in every line of a large text costs little and is
// not handed over without end.
func TestManyHits(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("甲在此\n", 200_000) + "乙\n"
	path := put(t, dir, "a.md", text)
	n := 0
	if _, err := Search(t.Context(), []string{path}, Query{Words: "甲 乙"}, func(Hit) { n++ }); err != nil || n != maxHitsOfText {
		t.Errorf("%d hits, %v", n, err)
	}
}

func FuzzExcerpt(f *testing.F) {
	for _, s := range []string{"", "## 题 {#a}", "| a | b |", "::: quote {speaker=王五}", "[a](b)*c*", ">> - [x] 甲", "{{[]}}", "\xff安"} {
		f.Add(s, 0, 3, true)
	}
	f.Fuzz(func(t *testing.T, line string, from, to int, front bool) {
		if from < 0 || to < from || to > len(line) {
			t.Skip()
		}
		text, start, end := excerpt([]byte(line), hide([]byte(line), front), from, to)
		if start < 0 || end < start || end > len(text) {
			t.Errorf("%q %d %d: %q %d %d", line, from, to, text, start, end)
		}
	})
}
