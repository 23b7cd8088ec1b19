package drafting

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// pieces are lines that open, close, continue and interrupt one another, well-formed
// and not.
var pieces = []string{
	"", "", "", "", "安全第一，预防为主。", "text of a line", "　　缩进的段落。", "    four spaces", "  two", "甲*乙*丙", "**“安全”**是", "__b__ c", "~~删~~", "`码` `a\\|b`",
	"# 标题 {#a .b}", "## 二级", "#", "### a ##", "题\n===", "***", "- 甲", "- [x] 完成", "- [ ] ", "* 乙", "  - 丙", "    - 丁", "-", "1. 一", "2. 二", "3) 三",
	"   续行", "> 引", ">> 深", ">", "> - 引中列", "```\ncode\n```", "```go\n```", "~~~", ":::", "::: callout {title=甲}\n内\n:::", "::: callout\n:::", ":::: quote {speaker=x}\n::: callout\n里\n:::\n::::", "::: pagebreak\n:::", "::: note", "<!-- 全 -->", "a<br>b",
	"[^n]: 注文", "    注续", "见[^n]和[^m]", "[a]: http://x.cn/一 '题'", "[见][a]和[a]", "术语\n: 释义", "| a | b |\n|---|:-:|\n| 1 | 2 |", "| a |\n|---|\n| `x\\|y` | z |", "a | b\n--- | ---\nc", ":sup[2]{a=b}", ":mark[重]点", "![图](a.png){width=60%}", "见![图](b.png)内", "[链*接*](#a)后", "\\*转\\&amp;&lt;", "行尾\\\n下行", "www.a.cn，http://b.cn/(c)。d@e.cn", "一、总则", "1.要点", "a:b [c] <d> & e_f_g", "*", "_x", "[", "&nbsp;x", ":ruby[隐患]{yǐn huàn}", "<http://a.cn>",
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	if r.IntN(4) == 0 {
		b.WriteString("---\ntitle: a\n---\n")
	}
	for range r.IntN(9) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		b.WriteByte('\n')
		if r.IntN(3) > 0 {
			b.WriteByte('\n')
		}
	}
	s := b.String()
	if r.IntN(2) == 0 {
		s = strings.TrimRight(s, "\n")
	}
	return s
}

func randomPlace(r *rand.Rand, text string) int {
	at := r.IntN(len(text) + 1)
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// commands are all that change a text, with arguments of all sorts.
func commands(r *rand.Rand) (string, command) {
	typed := []string{"a", "安", " ", "*", "#", "- ", "|", "`", "[x](y)", ":::", "<br>", "&amp;", "\\", "1. ", "_", "~~", "\n", "a\tb\nc\td", "::: callout\n:::", "**x** y", "!"}
	s := typed[r.IntN(len(typed))]
	on := r.IntN(2) == 0
	n := r.IntN(10)
	type f = command
	list := []struct {
		name string
		f
	}{
		{"Type " + s, typeText(s)},
		{fmt.Sprint("TypeWith ", n, s), func(d *bulletins.Document, sel selection) (change, bool) {
			return TypeWith(d, sel, s, 1<<n)
		}},
		{"Carry", func(d *bulletins.Document, sel selection) (change, bool) {
			return Drafter{}.Carry(d, sel, randomPlace(r, d.Text), on)
		}},
		{"Enter", Enter}, {"LineBreak", LineBreak}, {"Backspace", Backspace}, {"Delete", Delete}, {"Enter", Enter}, {"Backspace", Backspace}, {"Delete", Delete},
		{"DeleteWordBack", DeleteWordBack}, {"DeleteWordForward", DeleteWordForward},
		{"Tab", func(d *bulletins.Document, sel selection) (change, bool) { return Tab(d, sel, on) }},
		{"Paste " + s, func(d *bulletins.Document, sel selection) (change, bool) { return Paste(d, sel, s+"\n"+s) }},
		{"PasteMarked " + s, func(d *bulletins.Document, sel selection) (change, bool) { return PasteMarked(d, sel, s) }},
		{fmt.Sprint("Toggle ", n), func(d *bulletins.Document, sel selection) (change, bool) { return Toggle(d, sel, Inline(n)) }},
		{fmt.Sprint("SetBlock ", n), func(d *bulletins.Document, sel selection) (change, bool) { return SetBlock(d, sel, Role(n)) }},
		{"InsertTable", func(d *bulletins.Document, sel selection) (change, bool) { return InsertTable(d, sel, 2, 3) }},
		{fmt.Sprint("TableOp ", n), func(d *bulletins.Document, sel selection) (change, bool) { return TableOp(d, sel, Op(n)) }},
		{"TableMoveCell", func(d *bulletins.Document, sel selection) (change, bool) { return TableMoveCell(d, sel, on) }},
		{"InsertPicture", func(d *bulletins.Document, sel selection) (change, bool) { return InsertPicture(d, sel, "a b.png", s) }},
		{"InsertDirective", func(d *bulletins.Document, sel selection) (change, bool) {
			return InsertDirective(d, sel, "callout", []bulletins.Attr{{Key: "title", Value: s}}, "")
		}},
		{"pagebreak", func(d *bulletins.Document, sel selection) (change, bool) {
			return InsertDirective(d, sel, "pagebreak", nil, "")
		}},
		{"InsertLink", func(d *bulletins.Document, sel selection) (change, bool) { return InsertLink(d, sel, "http://a.cn", s) }},
		{"InsertNote", func(d *bulletins.Document, sel selection) (change, bool) { return InsertNote(d, sel, s) }},
		{"InsertRuby", func(d *bulletins.Document, sel selection) (change, bool) { return InsertRuby(d, sel, s) }},
		{"MoveBlock", func(d *bulletins.Document, sel selection) (change, bool) { return MoveBlock(d, sel, on) }},
	}
	x := list[r.IntN(len(list))]
	return x.name, x.f
}

// TestFuzzCommands gives random commands one after the other and checks that each
// leaves a sound text: the caret in it, the front matter whole, no letter gone that
// was not selected, and the way back open.
func TestFuzzCommands(t *testing.T) {
	for seed := range uint64(seeds(1500)) {
		r := rand.New(rand.NewPCG(seed, 1))
		start := randomText(r)
		m := manuscript.New("a.md", start)
		start = m.Text()
		front := start[:m.Document().Meta.Range.End]
		for range 4 {
			before := m.Text()
			sel := manuscript.At(randomPlace(r, before))
			if r.IntN(3) == 0 {
				sel.Anchor = randomPlace(r, before)
			}
			m.Select(sel)
			name, f := commands(r)
			what := fmt.Sprintf("seed %d: %s at %v of\n%s", seed, name, sel, shown(before, sel, "‸"))
			c, ok := guarded(t, f, m.Document(), sel, what)
			if !ok {
				continue
			}
			last := 0
			for _, e := range c.Edits {
				if e.Range.Start < last || e.Range.End < e.Range.Start || e.Range.End > len(before) {
					t.Fatalf("edit %v: %s", e, what)
				}
				last = e.Range.End
			}
			m.Apply(c)
			after := m.Text()
			if a := c.After; c.Then == nil && !c.Stay && (a.Start() < 0 || a.End() > len(after) || !utf8.ValidString(after[:a.Caret]) || !utf8.ValidString(after[:a.Anchor])) {
				t.Fatalf("selection %v: %s\n->\n%s", c.After, what, after)
			}
			if !strings.HasPrefix(after, strings.TrimSuffix(front, "\n")) {
				t.Fatalf("the front matter is hurt: %s\n->\n%s", what, after)
			}
			if strings.ContainsAny(after, caretSign+anchorSign) {
				t.Fatalf("signs are left: %s\n->\n%s", what, after)
			}
		}
		for m.CanUndo() {
			m.Undo()
		}
		if m.Text() != start {
			t.Fatalf("seed %d: undo gives\n%s\nnot\n%s", seed, m.Text(), start)
		}
	}
}

func guarded(t *testing.T, f command, d *bulletins.Document, sel selection, what string) (change, bool) {
	defer func() {
		if p := recover(); p != nil {
			t.Log(what)
			panic(p)
		}
	}()
	return f(d, sel)
}

// showing is what a document shows: the text of every line, with what it is in.
func showing(d *bulletins.Document) []string {
	t := grow(d, 0, len(d.Text))
	var out []string
	for _, n := range t.root.leaves(nil) {
		if n.line == nil {
			out = append(out, "-")
			continue
		}
		out = append(out, plainOnly(t.load(n)))
	}
	return out
}

// TestFuzzTyping types and pastes arbitrary characters anywhere and checks that what
// is shown is just what was there with them put in: nothing becomes a mark.
func TestFuzzTyping(t *testing.T) {
	for seed := range uint64(seeds(1200)) {
		r := rand.New(rand.NewPCG(seed, 2))
		text := randomText(r)
		if r.IntN(3) == 0 {
			text = ""
		}
		fuzzTyping(t, r, seed, text)
	}
	for seed := range uint64(seeds(400)) {
		r := rand.New(rand.NewPCG(seed, 22))
		fuzzTyping(t, r, seed, formulaText(r))
	}
}

// formulaText is a text with formulas in it.
func formulaText(r *rand.Rand) string {
	lines := []string{"共$n$项", `$x_{i}$ $a \le b$`, "| $a\\|b$ | c |\n|---|---|", "$5和$6", "**设$v$**，见[$k$](a.cn)", "$a + b$`$c$`", "# 题$E=mc^2$", `a$b\$c$d`}
	var b strings.Builder
	for range 1 + r.IntN(3) {
		b.WriteString(lines[r.IntN(len(lines))] + "\n\n")
	}
	return b.String()
}

func fuzzTyping(t *testing.T, r *rand.Rand, seed uint64, text string) {
	alphabet := []rune("ab安全。，1.)#*_~`[]()<>!&|\\:-+=\"'^{}$@/ 　：｛—“”;x2")
	d := parse(text)
	text = d.Text
	sel := manuscript.At(randomPlace(r, text))
	typed := ""
	for range 1 + r.IntN(12) {
		c := string(alphabet[r.IntN(len(alphabet))])
		tr := growAll(d, sel)
		n := tr.caret.node
		what := fmt.Sprintf("seed %d: %q at\n%s", seed, c, shown(d.Text, sel, "‸"))
		if n.line == nil || n.kind == code {
			break
		}
		was := showing(d)
		i := indexOf(tr, n)
		chars := tr.load(n)
		want := plainText(chars[:tr.caret.index]) + c + plainText(chars[tr.caret.index:])
		opens := tr.opens()
		x, ok := Type(d, sel, c)
		if !ok {
			if opens && isBlank(c) {
				continue
			}
			t.Fatalf("refused: %s", what)
		}
		next := parse(applied(d.Text, x))
		now := showing(next)
		was[i] = plainOnlyOf(want)
		if isBlank(c) && opens {
			d, sel = next, x.After
			continue
		}
		if i < len(now) && len(now) == len(was) && strings.TrimRight(now[i], "") == was[i] && strings.Join(now, "\n") == strings.Join(was, "\n") {
			d, sel = next, x.After
			typed += c
			continue
		}
		if len(now) == len(was)+1 { // an empty text that had no line of its own
			was = append(was[:i], append([]string{was[i]}, was[i+1:]...)...)
		}
		t.Fatalf("typed: %s\n->\n%s\n got %q\nwant %q\n%s", what, next.Text, now, was, bulletins.Dump(next))
	}
}

func plainOnlyOf(s string) string { return strings.Trim(s, " \t\u3000") }

// indexOf returns the place of a node among all lines of the whole document.
func indexOf(t *tree, n *node) int {
	whole := grow(t.doc, 0, len(t.text))
	for i, o := range whole.root.leaves(nil) {
		if o.span() == n.span() && o.kind == n.kind {
			return i
		}
	}
	return -1
}
