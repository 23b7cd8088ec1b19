package view

import (
	"math/rand/v2"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// check walks over a text as a user would with the arrow keys, and asks for every
// offset.
func check(t *testing.T, text string, marks, walk bool) {
	w := write(t, "")
	w.state.Marks = marks
	w.text(text)
	text = w.state.Document.Text
	all := page.Rect{W: w.state.Width, H: w.Height()}
	for offset := 0; offset <= len(text); offset++ {
		if r := w.Caret(offset); !inside(all, r) {
			t.Fatalf("caret at %d stands at %v, outside %v, in %q", offset, r, all, text)
		}
	}
	stops := w.stops()
	for i, offset := range stops {
		if i > 0 && offset <= stops[i-1] {
			t.Fatalf("place %d of the caret is %d, after %d, in %q", i, offset, stops[i-1], text)
		}
		r := w.Caret(offset)
		if got := w.At(page.Point{X: r.X + r.W/2, Y: r.Y + r.H/2}).Offset; got != offset {
			t.Fatalf("at the caret of %d (%v) stands %d, in %q", offset, r, got, text)
		}
	}
	if a, b := letters(text), letters(w.shown()); !strings.ContainsAny(text, ":[({&<`~") && !strings.HasPrefix(text, "---") && a != b {
		t.Fatalf("of %q is shown %q", text, w.shown())
	}
	w.Draw(0, min(w.Height(), 900*page.Pt))
	if !walk {
		return
	}
	forward := walkFrom(t, w, w.Move(TextStart, 0), Right)
	if last := forward[len(forward)-1]; last != w.Move(TextEnd, 0) {
		t.Fatalf("walking right ends at %d, not at the end %d, in %q", last, w.Move(TextEnd, 0), text)
	}
	back := walkFrom(t, w, forward[len(forward)-1], Left)
	w.caret(0)
	if last := back[len(back)-1]; last != w.Move(TextStart, 0) {
		t.Fatalf("walking left ends at %d, in %q", last, text)
	}
	for _, m := range []Motion{Up, Down, WordLeft, WordRight, PageUp, PageDown, RowStart, RowEnd} {
		for _, offset := range forward {
			w.caret(offset)
			got := w.Move(m, 300*page.Pt)
			if got < 0 || got > len(text) || m == WordRight && got < offset || m == WordLeft && got > offset ||
				(m == RowEnd && got < offset) || (m == RowStart && got > offset) {
				t.Fatalf("motion %d leads from %d to %d in %q", m, offset, got, text)
			}
		}
	}
	for _, offset := range forward {
		w.caret(offset)
		r := w.Caret(offset)
		if got := w.At(page.Point{X: r.X + r.W/2, Y: r.Y + r.H/2}).Offset; got != offset {
			t.Fatalf("with the caret at %d its place gives %d in %q", offset, got, text)
		}
		if word := w.Word(offset); word.Start > word.End || word.End > len(text) {
			t.Fatalf("word at %d is %v", offset, word)
		}
	}
}

// letters returns the ASCII letters of a text, in order.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

func inside(all, r page.Rect) bool {
	return r.X >= 0 && r.Y >= 0 && r.X+r.W <= all.W && r.Y+r.H <= all.H
}

// walkFrom moves on until the caret stays where it is.
func walkFrom(t *testing.T, w *written, offset int, m Motion) []int {
	way := []int{offset}
	for {
		w.caret(offset)
		next := w.Move(m, 0)
		if next == offset {
			return way
		}
		if m == Right && next < offset || m == Left && next > offset {
			t.Fatalf("motion %d leads from %d to %d in %q", m, offset, next, w.state.Document.Text)
		}
		way = append(way, next)
		offset = next
	}
}

func TestCorpus(t *testing.T) {
	for name, text := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			check(t, text, false, len(text) < 3000)
			check(t, text, true, len(text) < 1500)
		})
	}
}

func FuzzView(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 600 {
			return
		}
		check(t, text, false, len(text) < 200)
		check(t, text, true, len(text) < 100)
	})
}

var seeds = []string{
	"", "\n", "a", "a\n", "a\n\n", "a\n\n\n\nb", "\n\nb", "# 标题\n\n正文**粗**字\n", "> a\n> b\n>\n> ", "- a\n- \n- [ ] b\n  c\n\n  d",
	"1. a\n   - b\n", "| a | b |\n|---|---|\n| 1 |\n||\n| x  | y | z |\n", "::: callout {title=x}\na\n\n\n:::\n", "::: callout\n:::",
	"::: pagebreak\n", "```go\nx\n\ty\n```\n", "```\nx", "![图](a.png){width=60%}\n", "![](a.png)", "[^1]: n\n\n    m\n", "x[^1]y",
	"term\n: desc\n", "<!-- c -->\n\na <!-- d --> b\n", "a\\*b &amp; c\\\nd<br>e  \nf", ":ruby[安全]{ān quán} :em[x] :lang[y]{en}", "[a **b** c](http://x.y \"t\") <http://a.b> http://c.d",
	"***a***~~b~~`` c ` d ``", "---\ntitle: a\n---\n", "---\ntitle: a\n---\n\n# b", "　　一、标题\n（二）x。y", "\u0301a\u200bb👨‍👩‍👧e\u0301", "a\n===\n", "# \n", "[r]: http://x\n\n[r] [q][r]",
	"&#x41;&ngE; &lt;", "::: a\n::: b\nx\n:::\n", "[^a]:\n", "**\u3000a**", "- > a\n  > - b\n", "| a |\n|--|\nx<!-- \n-->", "a  \n  b\n\tc", "`a\nb` *c\nd*",
}

// TestNothingRaw proves that no sample falls back to its source.
func TestNothingRaw(t *testing.T) {
	for name, text := range corpus(t) {
		if strings.HasSuffix(name, ".txt") {
			continue
		}
		w := write(t, text)
		for _, u := range w.units {
			for _, p := range u.column.pieces {
				if s := strings.TrimSpace(text[u.start+p.from : u.start+p.to]); p.quiet && !strings.HasPrefix(s, "<!--") && !strings.HasSuffix(s, "-->") {
					t.Errorf("%s: %q is shown as it was typed", name, s)
				}
			}
		}
	}
}

// tokens are what random documents are made of.
var tokens = []string{
	"a", "bc ", "安全", "，", "“", "”", "\n", "\n", "\n\n", "\n\n", "\n\n\n\n", "# ", "## ", "- ", "- [ ] ", "  - ", "1. ", "> ", ">> ", "\n> ", "**", "**", "*", "~~", "`", "``",
	"[", "](x)", "]", "![", "](p.png)", "{w=1}", ":em[", ":ruby[", "]{an}", "\\", "\\\n", "  \n", "<br>", "<!-- k -->", "<b>", "&amp;", "&#x41;&ngE;", "| ", "|", " | ", "\n|---|---|\n", "---\n", "```\n", "~~~",
	"::: callout {title=q}\n", ":::\n", "::: pagebreak\n", ":::: quote\n", "::::\n", "[^1]", "[^1]: ", "\n: ", "    ", "　　", "\t", "一、", "（一）", "👍🏽", "e\u0301", "===\n", "http://x.y ", "。",
}

func TestRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	count := 1200
	if testing.Short() {
		count = 100
	}
	for range count {
		var b strings.Builder
		for range 2 + random.IntN(24) {
			b.WriteString(tokens[random.IntN(len(tokens))])
		}
		check(t, b.String(), false, true)
		check(t, b.String(), true, false)
		checkSpans(t, b.String())
	}
}

// checkSpans proves that the cells of a paragraph say what its spans say.
func checkSpans(t *testing.T, text string) {
	w := write(t, "")
	w.state.Active = false
	w.text(text)
	for i, top := range w.state.Document.Blocks {
		p, ok := top.Block.(*bulletins.Paragraph)
		if !ok || strings.Contains(top.Source, "<!--") || strings.Contains(top.Source, "[^") || strings.Contains(top.Source, "![") {
			continue
		}
		u := w.unitOf(w.state.Document.Starts[i] + p.Start)
		var b strings.Builder
		for j := range u.column.pieces {
			for k := range u.column.pieces[j].cells {
				c := &u.column.pieces[j].cells[k]
				if int(c.from) >= p.Start && int(c.to) <= p.End && w.styles[c.style].ink != markInk {
					b.WriteString(c.text)
				}
			}
		}
		want := strings.Trim(bulletins.PlainText(p.Spans), " \t\u3000")
		if got := strings.Trim(b.String(), " \t\u3000"); got != want {
			t.Fatalf("of %q is shown %q, it says %q", top.Source, got, want)
		}
	}
}
