package view

import (
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// What is shown, a paragraph a line, with the caret somewhere else (at: an offset of
// the caret; -1: the editor has no focus).
func TestShown(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at         int
		want       string
	}{
		{"empty", "", 0, "\n"},
		{"heading", "# 标题 {#a}\n", 2, "标题\n"},
		{"heading without text", "# ", 2, "\n"},
		{"heading underlined", "标题\n===\n", 0, "标题\n"},
		{"heading closed", "## a ##\n", 5, "a\n"},
		{"strong", "甲**乙**丙", -1, "甲乙丙\n"},
		{"strong, caret far", "甲**乙**丙", 13, "甲乙丙\n"},
		{"strong, caret at its edge", "甲**乙**丙", 3, "甲**乙**丙\n"},
		{"strong, caret in it", "甲**乙**丙", 8, "甲**乙**丙\n"},
		{"nested", "a ***b*** c", 5, "a ***b*** c\n"},
		{"link", "见[这里](http://x.y \"t\")。", -1, "见这里。\n"},
		{"link, caret in it", "见[这里](http://x.y)。", 4, "见[这里](http://x.y)。\n"},
		{"link without words", "a[](http://x.y)b", -1, "a[](http://x.y)b\n"},
		{"address", "<http://x.y> http://z.w", -1, "http://x.y http://z.w\n"},
		{"code span", "a `b c` ``d`e``", -1, "a b c d`e\n"},
		{"formula", "共$n_1$项", -1, "共n_1项\n"},
		{"formula, caret in it", "共$n_1$项", 5, "共$n_1$项\n"},
		{"formula in a table", "| $a\\|b$ |\n|---|\n", -1, "a|b\n"},
		{"money", "$5和$6", -1, "$5和$6\n"},
		{"directives in a line", "CO:sub[2]和:em[x]{.a}", -1, "CO2和x\n"},
		{"escapes", `a\*b\\ &amp; &lt;`, -1, "a*b\\ & <\n"},
		{"line end between Han", "甲\n乙", -1, "甲乙\n"},
		{"line end between words", "a\nb", -1, "a b\n"},
		{"breaks", "a\\\nb<br>c  \nd", -1, "a⏎b⏎c⏎d\n"},
		{"comment in a line", "a <!-- x --> b", -1, "a <!-- x --> b\n"},
		{"comment between", "a\n\n<!-- x -->\n\nb", -1, "a\n<!-- x -->\nb\n"},
		{"definition of a link", "[r]\n\n[r]: http://x.y\n", -1, "r\n[r]: http://x.y\n"},
		{"html", "a<div>b</div>", -1, "a<div>b</div>\n"},
		{"spaces just typed", "word ", 5, "word \n"},
		{"indent", "　　甲", -1, "　　甲\n"},
		{"list", "- a\n- b\n  - c\n", -1, "{•}a\n{•}b\n{•}c\n"},
		{"list with a new item", "- a\n- ", 6, "{•}a\n{•}\n"},
		{"numbers", "3. a\n4. b\n", -1, "{3.}a\n{4.}b\n"},
		{"tasks", "- [ ] a\n- [x] b\n- [ ] ", -1, "{•}a\n{•}b\n{•}\n"},
		{"quote", "> a\n> b\n>\n> c", -1, "a b\nc\n"},
		{"quote with a new paragraph", "> a\n>\n> ", 8, "a\n\n"},
		{"code", "```go\nx\n\ty\n```\n", -1, "x⏎\ty\n\n"},
		{"code without end", "```go\nx", -1, "```go\nx\n"},
		{"figure", "![图 *x*](a.png){width=60%}", -1, "图 x\n"},
		{"figure without caption", "![](a.png)", -1, "\n"},
		{"picture in a line", "a ![b](c.png)", -1, "a [c.png]\n"},
		{"table", "| a | b |\n|---|---|\n| 1 |  |\n", -1, "a\nb\n1\n\n"},
		{"table, too many cells", "| a |\n|---|\n| 1 | 2 |\n", -1, "a\n1 2\n"},
		{"card", "::: callout {title=甲}\n文\n:::\n", -1, "文\n\n"},
		{"card in a card", ":::: callout\na\n\n::: quote\nb\n:::\n::::", -1, "a\nb\n"},
		{"card without end", "::: callout\n文", -1, "::: callout\n文\n"},
		{"page break", "a\n\n::: pagebreak\n\nb", -1, "a\nb\n"},
		{"front matter", "---\ntitle: 甲\n---\n\n文", -1, "文\n"},
		{"front matter alone", "---\ntitle: 甲\n---\n", -1, "\n"},
		{"note", "a[^1]\n\n[^1]: b\n\n    c\n", -1, "a1\n{[1]}b\nc\n"},
		{"definitions", "甲\n: 乙\n: 丙", -1, "甲\n乙\n丙\n"},
		{"stray fence", "a\n\n:::\n\nb", -1, "a\n:::\nb\n"},
		{"ruby", ":ruby[安]{ān}全", -1, "安全\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := write(t, "")
			w.state.Active = c.at >= 0
			w.text(c.text)
			w.caret(max(c.at, 0))
			if got := w.shown(); got != c.want {
				t.Errorf("%q is shown as %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// Where the caret can stand.
func TestStops(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"", []int{0}},
		{"a\n", []int{0, 1}},
		{"a\n\n", []int{0, 1, 3}},
		{"a\n\nb", []int{0, 1, 3, 4}},
		{"a\n\n\nb", []int{0, 1, 4, 5}},
		{"a\n\n\n\nb", []int{0, 1, 3, 5, 6}},
		{"a\n\n\n\n\n\nb", []int{0, 1, 3, 5, 7, 8}},
		{"\n\nb", []int{0, 2, 3}},
		{"# 题", []int{2, 5}},
		{"甲**乙**丙", []int{0, 3, 10, 13}},
		{`a\*b`, []int{0, 1, 3, 4}},
		{"| a ||\n|---|---|\n", []int{2, 3, 5}},
		{"| a | b |\n|---|---|\n|  |   |", []int{2, 3, 6, 7, 22, 25}},
		{"::: callout\n\n:::", []int{12}},
		{"::: callout\na\n\n\n:::", []int{12, 13, 15}},
		{"- a\n- ", []int{2, 3, 6}},
		{"👨‍👩‍👧e\u0301", []int{0, 18, 21}},
		{"---\ntitle: x\n---\n", []int{17}},
	} {
		w := write(t, "")
		w.state.Active = false
		w.text(c.text)
		got := w.stops()
		if len(got) != len(c.want) {
			t.Errorf("the caret in %q stands at %v, want %v", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("the caret in %q stands at %v, want %v", c.text, got, c.want)
				break
			}
		}
	}
}

func TestPlain(t *testing.T) {
	text := "# 题\n\n甲**乙**[丙](http://x)\n\n1. a\n2. b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
	w := write(t, text)
	if got, want := w.Plain(bulletins.Range{End: len(text)}), "题\n甲乙丙\n1. a\n2. b\nx\ty\n1\t2"; got != want {
		t.Errorf("plain text is %q, want %q", got, want)
	}
	if got := w.Plain(bulletins.Range{Start: 10, End: 15}); got != "乙" {
		t.Errorf("plain text of a word is %q", got)
	}
}

func TestWord(t *testing.T) {
	text := "推进安全生产工作，Permit to **Work**2024年"
	w := write(t, text)
	for _, c := range []struct {
		at   int
		want string
	}{{0, "推进"}, {3, "推进"}, {6, "安全"}, {24, "工作"}, {30, "Permit"}, {33, "Permit"}, {41, "Work"}} {
		if r := w.Word(c.at); text[r.Start:r.End] != c.want {
			t.Errorf("the word at %d is %q, want %q", c.at, text[r.Start:r.End], c.want)
		}
	}
	if r := w.Paragraph(5); r != (bulletins.Range{End: len(text)}) {
		t.Errorf("the paragraph is %v", r)
	}
}

// The caret keeps its column over short rows and goes through tables by columns.
func TestUpAndDown(t *testing.T) {
	text := "甲乙丙丁戊\n\n己\n\n庚辛壬癸子\n"
	w := write(t, text)
	w.caret(12)
	for _, want := range []int{20, 34} {
		w.caret(w.Move(Down, 0))
		if got := w.state.Selection.Caret; got != want {
			t.Fatalf("down leads to %d, want %d", got, want)
		}
	}
	table := "| a | b |\n|---|---|\n| 甲<br>乙 | c |\n| d | e |\n"
	w = write(t, table)
	w.caret(6) // b
	w.caret(w.Move(Down, 0))
	w.caret(w.Move(Down, 0))
	if got := w.state.Selection.Caret; table[got] != 'e' {
		t.Errorf("down in the second column leads to %q", table[got:])
	}
	w.caret(w.Move(Up, 0))
	if got := w.state.Selection.Caret; table[got] != 'c' {
		t.Errorf("up in the second column leads to %q", table[got:])
	}
}

// The end of a row that goes on is shown there, not at the start of the next.
func TestRowEnd(t *testing.T) {
	w := write(t, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
	w.caret(0)
	end := w.Move(RowEnd, 0)
	w.caret(end)
	if w.Caret(end).Y != w.Caret(0).Y {
		t.Error("the end of a row is shown in the next")
	}
	if w.Move(RowEnd, 0) != end || w.Move(RowStart, 0) != 0 {
		t.Error("the caret at the end of a row belongs to the next")
	}
	w.caret(w.Move(Right, 0))
	if w.Caret(w.state.Selection.Caret).Y == w.Caret(0).Y {
		t.Error("the next place is not in the next row")
	}
	r := w.Caret(0)
	hit := w.At(page.Point{X: w.state.Width - 1, Y: r.Y + r.H/2})
	w.caret(hit.Offset)
	if hit.Offset != end || w.Caret(end).Y != r.Y {
		t.Errorf("a click behind the row gives %d at %v", hit.Offset, w.Caret(end))
	}
}

func TestParts(t *testing.T) {
	text := "---\ntitle: 甲\n---\n\n::: callout {title=x}\n文\n:::\n\n- [ ] a\n\n![图](a.png)\n"
	w := write(t, text)
	found := map[Part]string{}
	for y := page.Length(0); y < w.Height()+50*page.Pt; y += 4 * page.Pt {
		for _, x := range []page.Length{4 * page.Pt, w.left + 14*page.Pt, w.state.Width / 2} {
			if hit := w.At(page.Point{X: x, Y: y}); hit.Part != None {
				found[hit.Part] += text[hit.Range.Start:hit.Range.End] + "\n"
			}
		}
	}
	for part, want := range map[Part]string{
		Card: "callout", Task: "[ ]", Picture: "![图](a.png)", Margin: "\n", Beyond: "\n",
	} {
		if !contains(found[part], want) {
			t.Errorf("part %d is %q, want %q", part, found[part], want)
		}
	}
	if !contains(found[Card], "---\ntitle: 甲\n---") {
		t.Errorf("the front matter is no card: %q", found[Card])
	}
}

func contains(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}

// What is being composed is shown at the caret and moves nothing.
func TestPreedit(t *testing.T) {
	w := write(t, "甲乙")
	w.caret(3)
	before := w.Caret(3)
	w.state.Preedit = Preedit{"an'quan", 2}
	w.Set(w.state)
	if got := w.shown(); got != "甲an'quan乙\n" || w.units[0].column.pieces[0].quiet {
		t.Errorf("shown is %q", got)
	}
	if r := w.Caret(3); r.X <= before.X {
		t.Errorf("the caret is not in what is composed: %v", r)
	}
	if r := w.Caret(6); w.At(page.Point{X: r.X + 1, Y: r.Y + 1}).Offset != 6 {
		t.Error("the end is not at 6")
	}
	w.state.Preedit = Preedit{}
	w.Set(w.state)
	if got := w.shown(); got != "甲乙\n" || w.Caret(3) != before {
		t.Errorf("afterwards shown is %q", got)
	}
}

// Marks show where a selection was begun, so that the text stands still under the
// mouse.
func TestSelectionKeepsMarks(t *testing.T) {
	w := write(t, "甲**乙**丙**丁**")
	w.state.Selection = manuscript.Selection{Anchor: 5, Caret: 15}
	w.Set(w.state)
	if got := w.shown(); got != "甲**乙**丙丁\n" {
		t.Errorf("shown is %q", got)
	}
	rects := w.Rects(bulletins.Range{Start: 5, End: 13})
	if len(rects) != 1 || rects[0].W <= 0 {
		t.Errorf("rectangles %v", rects)
	}
}

// Rows never begin with a closing mark or end with an opening one.
func TestKinsoku(t *testing.T) {
	text := "他说：“安全第一，预防为主（综合治理）。”我们说：《安全生产法》要学，123456 words-and-more，“好”！……——完。"
	for width := 60; width < 300; width += 7 {
		w := write(t, "")
		w.state.Width = page.Length(width) * page.Pt
		w.text(text)
		p := &w.units[0].column.pieces[0]
		for i, r := range p.rows {
			if first := p.cells[r.first].text; i > 0 && contains(closers, first) && p.w > 5*p.size {
				t.Errorf("at width %d a row begins with %q", width, first)
			}
			if last := p.cells[r.last-1].text; i < len(p.rows)-1 && contains(openers, last) && p.w > 5*p.size {
				t.Errorf("at width %d a row ends with %q", width, last)
			}
		}
	}
}

// Words are cut only where they have no room, however narrow their last letters are; of
// facts the last ones are left out whole.
func TestWordsThatHaveRoom(t *testing.T) {
	v := write(t, "甲").View
	s := style{size: 16 * page.Pt}
	_, all := v.words("2024-02-26", s, 1<<40)
	for width, want := range map[page.Length]int{all: 10, all - 1: 9} { // with the ellipsis
		if cells, w := v.words("2024-02-26", s, width); len(cells) != want || w > width {
			t.Errorf("of %d in %d stand %d cells, %d wide", all, width, len(cells), w)
		}
	}
	if got := v.facts("2024-02-26 · 安委会", s, all); got != "2024-02-26" {
		t.Errorf("shown are %q", got)
	}
	if got := v.facts("2024-02-26 · 安委会", s, all-1); got != "" {
		t.Errorf("shown are %q", got)
	}
}
