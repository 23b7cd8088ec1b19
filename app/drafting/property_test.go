package drafting

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// flat is all that a document shows, without what parts paragraphs and without spaces,
// which come and go where paragraphs meet.
func flat(d *bulletins.Document) string { return solid(strings.Join(showing(d), "")) }

func solid(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\u3000", "", "\t", "", "\u00a0", "", "-", "").Replace(s)
}

// soundText is a random text in which nothing is left open: an edit there cannot reach
// what is far from it.
func soundText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(7) {
		s := pieces[r.IntN(len(pieces))]
		if strings.Contains(s, "[^") || strings.Contains(s, "[a]") || s == "~~~" || s == ":::" || s == "::: note" || strings.HasPrefix(s, "    ") || s == "   续行" || s == "  two" || s == "***" {
			continue
		}
		b.WriteString(s + "\n\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// TestFuzzErasing checks that erasing takes out what is selected and nothing else.
func TestFuzzErasing(t *testing.T) {
	for seed := range uint64(seeds(2400)) {
		r := rand.New(rand.NewPCG(seed, 3))
		d := parse(soundText(r))
		sel := selection{Anchor: randomPlace(r, d.Text), Caret: randomPlace(r, d.Text)}
		if sel.Empty() {
			continue
		}
		tr := growAll(d, sel)
		if tr.selected(sel) != nil {
			continue
		}
		a, b := tr.order(tr.anchor, tr.caret)
		want, in := "", false
		whole := grow(d, 0, len(d.Text))
		for _, n := range whole.root.leaves(nil) {
			if n.line == nil {
				continue
			}
			chars := whole.load(n)
			from, to := 0, len(chars)
			isA, isB := same(n, a.node), same(n, b.node)
			switch {
			case isA && isB:
				want += plainText(chars[:a.index]) + plainText(chars[b.index:])
				in = false
				continue
			case isA:
				want += plainText(chars[:a.index])
				in = true
				continue
			case isB:
				in = false
				from = b.index
			}
			if !in {
				want += plainText(chars[from:to])
			}
			if n.kind == rule && isA {
				in = true
			}
		}
		if a.node.line == nil || b.node.line == nil {
			continue
		}
		c, ok := Backspace(d, sel)
		if !ok {
			continue
		}
		now := parse(applied(d.Text, c))
		if got := flat(now); got != solid(want) {
			t.Fatalf("seed %d\n%s\n->\n%s\n got %q\nwant %q\n%s", seed, shown(d.Text, sel, "‸"), now.Text, got, solid(want), bulletins.Dump(now))
		}
	}
}

func same(a, b *node) bool { return a.kind == b.kind && a.span() == b.span() }

// seeds is how many times a test is tried.
func seeds(n int) int {
	if k, err := strconv.Atoi(os.Getenv("SEEDS")); err == nil {
		return n * k
	}
	return n
}

// TestFuzzShape checks that commands that change what paragraphs are keep what they say.
func TestFuzzShape(t *testing.T) {
	for seed := range uint64(seeds(3000)) {
		r := rand.New(rand.NewPCG(seed, 4))
		d := parse(soundText(r))
		sel := manuscript.At(randomPlace(r, d.Text))
		if r.IntN(2) == 0 {
			sel.Anchor = randomPlace(r, d.Text)
		}
		on, n := r.IntN(2) == 0, r.IntN(10)
		list := []struct {
			name string
			f    command
		}{
			{"Enter", Enter},
			{"LineBreak", LineBreak},
			{"Backspace at a start", Backspace},
			{"Delete at an end", Delete},
			{"Tab", func(d *bulletins.Document, sel selection) (change, bool) { return Tab(d, sel, on) }},
			{fmt.Sprint("SetBlock ", n), func(d *bulletins.Document, sel selection) (change, bool) { return SetBlock(d, sel, Role(n)) }},
			{fmt.Sprint("Toggle ", n), func(d *bulletins.Document, sel selection) (change, bool) { return Toggle(d, sel, Inline(n)) }},
			{"MoveBlock", func(d *bulletins.Document, sel selection) (change, bool) { return MoveBlock(d, sel, on) }},
			{"wrap", func(d *bulletins.Document, sel selection) (change, bool) {
				return InsertDirective(d, sel, "callout", nil, "")
			}},
			{"table", func(d *bulletins.Document, sel selection) (change, bool) { return InsertTable(d, sel, 2, 2) }},
			{"link", func(d *bulletins.Document, sel selection) (change, bool) { return InsertLink(d, sel, "a.cn", "") }},
			{"ruby", func(d *bulletins.Document, sel selection) (change, bool) { return InsertRuby(d, sel, "a b") }},
		}
		x := list[r.IntN(len(list))]
		tr := growAll(d, sel)
		switch x.name {
		case "Enter", "LineBreak", "Backspace at a start", "Delete at an end", "table":
			sel.Anchor = sel.Caret
			tr = growAll(d, sel)
		case "link":
			if tr.anchor == tr.caret {
				continue
			}
		}
		n2 := tr.caret.node
		if n2.line != nil && x.name == "Backspace at a start" {
			if from, to := tr.unit(true, clusters); from != to {
				continue
			}
		}
		if n2.line != nil && x.name == "Delete at an end" {
			if from, to := tr.unit(false, clusters); from != to {
				continue
			}
		}
		c, ok := x.f(d, sel)
		if !ok || len(c.Edits) == 0 {
			continue
		}
		now := parse(applied(d.Text, c))
		got, want := flat(now), flat(d)
		if x.name == "MoveBlock" {
			got, want = sorted(got), sorted(want)
		}
		if got != want {
			t.Fatalf("seed %d: %s\n%s\n->\n%s\n got %q\nwant %q\n%s\n%s", seed, x.name, shown(d.Text, sel, "‸"), now.Text, got, want, bulletins.Dump(d), bulletins.Dump(now))
		}
	}
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// TestFuzzPaste checks that pasted plain text is shown as it is, a line a paragraph.
func TestFuzzPaste(t *testing.T) {
	lines := []string{"# 标题", "- 甲", "1. 一", "> 引", "```", "::: callout", ":::", "a*b*c **d**", "[x](y) ![z](w)", "<br> <!-- x -->", "| a | b |", "|---|---|", "---", "===", "&amp; \\*", "一、总则", "　　缩进", "    code", "[^1]: x", "[a]: b", ": 释义", "~~x~~", "`y`", "x_y_z", "1.5米", "+", "http://a_b_c.cn/*", "{#id}", "- [ ] 任务", "%", "10) 十", "甲：{a=b}", ":sup[2]"}
	for seed := range uint64(seeds(1800)) {
		r := rand.New(rand.NewPCG(seed, 5))
		d := parse(soundText(r))
		sel := manuscript.At(randomPlace(r, d.Text))
		tr := growAll(d, sel)
		if tr.caret.node.line == nil {
			continue
		}
		var text string
		for range 1 + r.IntN(5) {
			text += lines[r.IntN(len(lines))] + "\n"
		}
		whole := grow(d, 0, len(d.Text))
		want := ""
		for _, n := range whole.root.leaves(nil) {
			if n.line == nil {
				continue
			}
			chars := whole.load(n)
			if same(n, tr.caret.node) {
				want += plainText(chars[:tr.caret.index]) + text + plainText(chars[tr.caret.index:])
			} else {
				want += plainText(chars)
			}
		}
		c, ok := Paste(d, sel, text)
		now := parse(applied(d.Text, c))
		if got := flat(now); !ok || got != solid(want) {
			t.Fatalf("seed %d: %q\n%s\n->\n%s\n got %q\nwant %q\n%s", seed, text, shown(d.Text, sel, "‸"), now.Text, got, solid(want), bulletins.Dump(now))
		}
	}
}

// TestFuzzToggle checks that a look is had after Toggle, and that twice gives the text back.
func TestFuzzToggle(t *testing.T) {
	for seed := range uint64(seeds(2400)) {
		r := rand.New(rand.NewPCG(seed, 6))
		m := manuscript.New("a.md", soundText(r))
		text := m.Text()
		sel := selection{Anchor: randomPlace(r, text), Caret: randomPlace(r, text)}
		look := Inline(r.IntN(10))
		m.Select(sel)
		was := Looks(m.Document(), sel).Inlines
		c, ok := Toggle(m.Document(), sel, look)
		if !ok {
			continue
		}
		m.Apply(c)
		one := m.Text()
		if sel.Empty() {
			continue
		}
		what := fmt.Sprintf("seed %d: %d in\n%s\n->\n%s", seed, look, shown(text, sel, "‸"), shown(one, m.Selection(), "‸"))
		// Emphasis that CommonMark cannot write at all stays away.
		has := Looks(m.Document(), m.Selection()).Inlines.Has(look)
		if has == was.Has(look) {
			if look > Strike && look != CodeSpan {
				t.Fatalf("nothing toggled: %s\n%s", what, bulletins.Dump(m.Document()))
			}
			continue
		}
		if was.Has(look) {
			continue // what was taken away came from marks that may have been longer
		}
		c, ok = Toggle(m.Document(), m.Selection(), look)
		if !ok {
			t.Fatalf("no way back: %s", what)
		}
		m.Apply(c)
		if got, want := flat(m.Document()), flat(parse(text)); got != want {
			t.Fatalf("twice: %s\n->\n%s", what, m.Text())
		}
	}
}

// TestFuzzTable checks that commands leave every row of a table with as many cells.
func TestFuzzTable(t *testing.T) {
	tables := []string{"| a | b |\n|---|:-:|\n| 1 | 2 |", "| a |\n|---|\n| `x\\|y` | z |", "a | b\n--- | ---\nc", "| 甲 | < |\n|--|--|\n| ^ | 乙\\|丙 |\n||", "- x\n\n  | a |\n  |---|\n  | b |", "> | a | b |\n> |---|---|\n> | c |"}
	for seed := range uint64(seeds(1800)) {
		r := rand.New(rand.NewPCG(seed, 7))
		text := soundText(r) + "\n\n" + tables[r.IntN(len(tables))] + "\n\n后"
		d := parse(text)

		tr := grow(d, 0, len(d.Text))
		all := tr.root.leaves(nil)
		all = slices.DeleteFunc(all, func(n *node) bool { return n.kind != cell })
		if len(all) == 0 {
			continue
		}
		at := all[r.IntN(len(all))].line.at

		sel := selection{Anchor: at.Start, Caret: at.End}
		op := Op(r.IntN(13))
		var c change
		var ok bool
		name := fmt.Sprint("op ", op)
		switch r.IntN(5) {
		case 0:
			name = "type"
			c, ok = Type(d, sel, "a|b")
		case 1:
			name = "enter"
			c, ok = Enter(d, manuscript.At(at.End))
		case 2:
			name = "paste"
			c, ok = Paste(d, manuscript.At(at.End), "1\t|\n2\t3\n4\t5\t6")
		default:
			c, ok = TableOp(d, sel, op)
		}
		if !ok {
			continue
		}
		now := applied(d.Text, c)
		checkTables(t, fmt.Sprintf("seed %d: %s at\n%s\n->\n%s", seed, name, shown(d.Text, sel, "‸"), now), d, parse(now), c)
	}
}

// checkTables checks that the table that was changed has pipes for each of its cells.
func checkTables(t *testing.T, what string, was, now *bulletins.Document, c change) {
	t.Helper()
	tr := grow(now, 0, len(now.Text))
	for _, n := range tr.root.leaves(nil) {
		if n.kind != cell || n.parent.parent.from > c.After.Caret || n.parent.parent.to < c.After.Caret {
			continue
		}
		if w := n.parent.width; w != len(n.parent.parent.aim) && strings.Count(now.Text, "\n") != strings.Count(was.Text, "\n") {
			t.Fatalf("a row has %d cells of %d: %s", w, len(n.parent.parent.aim), what)
		}
	}
}
