package bulletins

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
)

// snippets are lines that open, close, continue and interrupt one another.
var snippets = []string{
	"", "", "", "", "安全第一，预防为主。", "text of a line", "　　缩进的段落。", "　一个空格", "    four spaces", "  two", "\ttab",
	"# 标题 {#a .b}", "## 二级", "#### 四级 {重要}", "===", "---", "***", "- - -", "-", "- 甲", "- [x] 完成", "* 乙", "  - 丙", "    - 丁", "1. 一", "2. 二", "3) 三", "10. 十",
	"   续行", "> 引", ">> 深", ">", "> - 引中列", "> # 引题", "```", "```go", "~~~", "    ```", "- ```", "  ```", ":::", "::::", "::: note {title=甲}", ":::: box", "::: pagebreak", "  :::", "- ::: note", "> ::: note", "：：： note ｛a=b｝", "::: {.x}", "::: 警告 尾巴",
	"<!-- 注", "-->", "<!-- 全 -->", "<!-- 半 --> 尾", "-->尾", "<div>", "a<br>b", "[^n]: 注文", "[^m]:", "    注续", "  注短续", "见[^n]和[^m][^没有]", "[^n]: 又[^m]",
	"[a]: http://x.cn/一 '题'", "[a]", "[见][a]和[b]", "[b]:", "http://y.cn", "[c]: <", "术语", ": 释义", ":   释二", ": ", "| a | b |", "|---|:-:|", "| 1 | 2 | 3 |", "| `a\\|b` |", "a | b", "--- | ---",
	"**“安全”**是", "*甲*乙 **丙", "_a_b", "~~删~~", "3~5 ~", ":sup[2]{a=b}", ":x[甲*乙]*", ":y[", "![图](a.png){width=60%}", "![图", "](b.png)", "[链](#a)", "`码", "码`", "\\*转\\&amp;&lt;&#10;&ngE;", "行尾  ", "行尾\\", "www.a.cn，http://b.cn/(c)。d@e.cn", "一、总则", "（二）细则。后文", "1.要点", "（1）小点", "1.5米", "1\\. 转", "&nbsp;", "\u0085", "a\u200bb", "{", "}", "[", "]", "[[", "(", ")", "*", "**", "_",
	"共$n$项", `噪声$L_{eq} \le 85$，$\foo`, "$", "$5 和 $6", `| $\|x\|$ | *a $b* c$ |`, `$\text{最大`,
}

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(snippets[r.IntN(len(snippets))])
		if r.IntN(8) == 0 {
			b.WriteString(snippets[r.IntN(len(snippets))])
		}
		b.WriteByte('\n')
		if r.IntN(3) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

var testSchema = &Schema{
	Fields: map[string]Field{
		"kind": {Required: true}, "title": {}, "published": {Type: DateField}, "column": {Type: ListField}, "copies": {Type: NumberField},
		"draft": {Type: BoolField}, "tone": {Type: ChoiceField, Choices: []string{"warning", "info"}},
		"review": {Type: MapField, Fields: map[string]Field{"first": {Required: true}, "final": {}}}, "more": {Type: AnyField},
	},
	Directives: map[string]DirectiveRule{
		"note": {Block: true, Attrs: map[string]Field{"title": {}}}, "box": {Block: true, Bare: true},
		"quote":     {Block: true, Attrs: map[string]Field{"speaker": {Required: true}, "date": {Type: DateField}}},
		"pagebreak": {Block: true, Empty: true}, "sup": {Inline: true}, "sub": {Inline: true}, "lang": {Inline: true, Bare: true},
		"callout": {Block: true, Attrs: map[string]Field{"tone": {Type: ChoiceField, Choices: []string{"warning", "info"}}, "title": {}}},
	},
}

// parseWhole parses a text as one piece, to compare with.
func parseWhole(text string, schema *Schema) *Document {
	var p Parser
	d := p.Parse("", text, schema)
	if d.Text == "" {
		return d
	}
	block := splitFront(d.Text)
	whole := &Document{Text: d.Text, Meta: d.Meta, Lang: d.Lang, Notes: map[string]*Note{}, NoteStarts: map[string]int{}}
	_, whole.Diagnostics, _ = clean(text)
	whole.Diagnostics = append(whole.Diagnostics, p.front.diagnostics...)
	_, _, found := readLanguage(d.Meta.Values["lang"])
	whole.Diagnostics = append(whole.Diagnostics, found...)
	c := parseChunk(d.Text[block.end:], schema, p.zh, nil)
	assemble(whole, []part{{c, block.end}})
	finish(whole)
	return whole
}

func TestPiecesLikeWhole(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := randomText(r, 2+r.IntN(14))
		compare(t, fmt.Sprint("seed ", seed), text, Dump(Parse("", text, testSchema)), Dump(parseWhole(text, testSchema)))
		if t.Failed() {
			return
		}
	}
}

func compare(t *testing.T, name, text, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("%s:\n%s\nline %d:\n got %s\nwant %s", name, text, i+1, a[i], b[i])
			return
		}
	}
	t.Errorf("%s:\n%s\n got %s\nwant %s", name, text, got, want)
}

func TestParserLikeParse(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 2))
		text := []rune("---\nkind: a\ntitle: b\n---\n" + randomText(r, 25))
		var p Parser
		for step := range 12 {
			got, want := p.Parse("x", string(text), testSchema), Parse("x", string(text), testSchema)
			if !reflect.DeepEqual(got, want) {
				compare(t, fmt.Sprint("seed ", seed, " step ", step), string(text), Dump(got), Dump(want))
				t.Fatal("documents differ")
			}
			text = randomEdit(r, text)
		}
	}
}

// randomEdit puts in, takes out or moves a few characters.
func randomEdit(r *rand.Rand, text []rune) []rune {
	at := r.IntN(len(text) + 1)
	end := min(len(text), at+r.IntN(6))
	var put []rune
	switch r.IntN(4) {
	case 0:
		put = []rune(snippets[r.IntN(len(snippets))])
	case 1:
		put = []rune("\n" + snippets[r.IntN(len(snippets))] + "\n")
	case 2:
		put = []rune(string("字a\n:>-`[]*#　"[r.IntN(3)]))
		end = at
	}
	return append(append(append([]rune(nil), text[:at]...), put...), text[end:]...)
}

func TestReuse(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "第%d段：安全生产。\n\n", i)
	}
	var p Parser
	was := p.Parse("", b.String(), nil)
	now := p.Parse("", strings.Replace(b.String(), "第50段", "第五十段", 1), nil)
	for i := range was.Blocks {
		if (was.Blocks[i] == now.Blocks[i]) != (i != 50) {
			t.Errorf("block %d: same is %t", i, was.Blocks[i] == now.Blocks[i])
		}
	}
}

// checkRanges checks that every range lies in its block and that verbatim text
// stands in the source as it is.
func checkRanges(t *testing.T, d *Document) {
	t.Helper()
	if len(d.Blocks) != len(d.Starts) {
		t.Fatalf("%d blocks, %d starts", len(d.Blocks), len(d.Starts))
	}
	last := 0
	for i, top := range d.Blocks {
		start := d.Starts[i]
		if start < last || !strings.HasPrefix(d.Text[start:], top.Source) {
			t.Errorf("block %d at %d: its source is not there: %q", i, start, top.Source)
			return
		}
		last = start + len(top.Source)
		checkBlock(t, top.Block, top.Source)
	}
	for _, n := range d.Notes {
		for _, b := range n.Blocks {
			checkBlock(t, b, n.Top.Source)
		}
	}
	for _, x := range d.Diagnostics {
		checkRange(t, x.Range, d.Text, x.Code)
		if x.Fix != nil {
			checkRange(t, x.Fix.Range, d.Text, x.Code+" fix")
		}
	}
	checkValues(t, d.Meta.Values, d.Text)
}

func checkValues(t *testing.T, values map[string]Value, text string) {
	t.Helper()
	for k, v := range values {
		checkRange(t, v.Range, text, k)
		checkValues(t, v.Map, text)
	}
}

func checkRange(t *testing.T, r Range, source, what string) {
	t.Helper()
	if r.Start < 0 || r.Start > r.End || r.End > len(source) {
		t.Errorf("%s: range %v of %d bytes: %q", what, r, len(source), source)
	}
}

func checkBlock(t *testing.T, b Block, source string) {
	t.Helper()
	checkRange(t, b.Source(), source, fmt.Sprintf("%T", b))
	blocks := func(list []Block) {
		for _, b := range list {
			checkBlock(t, b, source)
		}
	}
	switch b := b.(type) {
	case *Heading:
		checkSpans(t, b.Spans, source, b.Range)
	case *Paragraph:
		checkSpans(t, b.Spans, source, b.Range)
		if b.Head > len(PlainText(b.Spans)) {
			t.Errorf("head %d", b.Head)
		}
	case *List:
		for _, item := range b.Items {
			blocks(item.Blocks)
		}
	case *Table:
		for _, row := range append(b.Rows, b.Header) {
			for _, c := range row {
				checkRange(t, c.Range, source, "cell")
				checkSpans(t, c.Spans, source, c.Range)
			}
		}
	case *Figure:
		checkSpans(t, b.Caption, source, b.Range)
		checkAttrs(t, b.Attrs, source)
	case *Quote:
		blocks(b.Blocks)
	case *DefinitionList:
		for _, item := range b.Items {
			for _, term := range item.Terms {
				checkSpans(t, term, source, item.Range)
			}
			for _, d := range item.Descriptions {
				blocks(d)
			}
		}
	case *Directive:
		checkAttrs(t, b.Attrs, source)
		blocks(b.Blocks)
	}
}

func checkAttrs(t *testing.T, attrs Attrs, source string) {
	t.Helper()
	for _, a := range attrs {
		checkRange(t, a.Range, source, a.Key)
	}
}

func checkSpans(t *testing.T, spans []Span, source string, in Range) {
	t.Helper()
	last := in.Start
	for _, s := range spans {
		checkRange(t, s.Range, source, spanNames[s.Kind])
		if t.Failed() {
			return
		}
		if s.Start < last || s.End > in.End {
			t.Errorf("span %v %s %q outside %v after %d of %q", s.Range, spanNames[s.Kind], s.Text, in, last, source)
		}
		last = s.End
		if s.Kind == TextSpan {
			if s.Text == "" {
				t.Errorf("empty text at %v of %q", s.Range, source)
			}
			verbatim := source[s.Start:s.End]
			if len(s.Text) == len(verbatim) && s.Text != verbatim && (s.Text != " " || verbatim != "\n") {
				t.Errorf("text %q stands for %q", s.Text, verbatim)
			}
		}
		checkSpans(t, s.Children, source, s.Range)
		checkAttrs(t, s.Attrs, source)
	}
}

// letters returns the letters of a text, which a parse must not lose.
func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, c := range s {
		if unicode.IsLetter(c) {
			out[c]++
		}
	}
	return out
}

func checkText(t *testing.T, text string) {
	t.Helper()
	for _, schema := range []*Schema{nil, testSchema} {
		d := Parse("x", text, schema)
		checkRanges(t, d)
		if t.Failed() {
			t.Errorf("text: %q", text)
			return
		}
		checkLetters(t, d)
	}
}

// checkLetters checks that a paragraph shows all letters of its source that are
// not in a mark of some kind. Only plain paragraphs are looked at.
func checkLetters(t *testing.T, d *Document) {
	t.Helper()
	for _, top := range d.Blocks {
		p, ok := top.Block.(*Paragraph)
		if !ok || strings.ContainsAny(top.Source, "<[{&:`$") {
			continue
		}
		want, got := letters(top.Source[p.Start:p.End]), letters(PlainText(p.Spans))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("letters of %q are lost: %q", top.Source, PlainText(p.Spans))
		}
	}
}

func TestRanges(t *testing.T) {
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 3))
		checkText(t, randomText(r, 1+r.IntN(12)))
		if t.Failed() {
			t.Fatal("seed ", seed)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range snippets {
		f.Add(s)
	}
	f.Add(strings.Join(snippets, "\n"))
	f.Add(strings.Join(snippets, "\n\n"))
	names, _ := filepath.Glob("testdata/*.md")
	samples, _ := filepath.Glob("../assets/samples/*.md")
	for _, name := range append(names, samples...) {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		// A text that takes for ever shows itself with its stack.
		watch := time.AfterFunc(time.Minute, func() { panic(fmt.Sprintf("too slow: %.2000q", text)) })
		defer watch.Stop()
		checkText(t, text)
		if len(text) < 4096 {
			compare(t, "pieces", text, Dump(Parse("", text, testSchema)), Dump(parseWhole(text, testSchema)))
		}
	})
}
