package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// pagesOf lays a flow out.
func pagesOf(t *testing.T, flow *layout.Flow) []*page.Page {
	t.Helper()
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !flow.Theme.Typeset.Vertical() { // there runs are turned
		checkBook(t, flow, book)
	}
	return book.Pages
}

// columnsOf returns the baselines of the lines of a role by where their measure
// begins, from the left.
func columnsOf(p *page.Page, width page.Length, role string) map[page.Length][]page.Length {
	out := map[page.Length][]page.Length{}
	for _, l := range p.Lines {
		if l.Role == role && l.Measure < width {
			x := l.X - l.X%page.Pt // without the shift of a mark at a line's start
			for known := range out {
				if x-known < l.Measure/2 && known-x < l.Measure/2 {
					x = known
				}
			}
			out[x] = append(out[x], l.Baseline)
		}
	}
	return out
}

// TestColumnsEven: columns end within a line of each other, whatever the number of
// lines, their baselines stand side by side, and the text after them below.
func TestColumnsEven(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	leading := th.Style("body").Leading
	for _, mark := range []string{"=", "=a", "=ab"} {
		n := 2 + len(mark) - 1
		for lines := 4; lines < 40; lines += 3 {
			text := "前文。\n" + mark + "\n" + strings.Repeat("安全第一。\n", lines) + "=\n#后文"
			p := pagesOf(t, flowOf(t, text, "zh-Hans"))[0]
			cols := columnsOf(p, th.Area(1).W*9/10, "body")
			if len(cols) != n {
				t.Fatalf("%d columns, %d lines: %d columns", n, lines, len(cols))
			}
			least, most, count := 1<<30, 0, 0
			for x, ys := range cols {
				least, most, count = min(least, len(ys)), max(most, len(ys)), count+len(ys)
				for i, y := range ys {
					if y != p.Lines[1].Baseline+page.Length(i)*leading {
						t.Errorf("%d columns, %d lines: line %d of the column at %v stands at %v", n, lines, i+1, x, y)
					}
				}
			}
			if most-least > 1 || count != lines {
				t.Errorf("%d columns, %d lines: from %d to %d in a column, %d in all", n, lines, least, most, count)
			}
			last := p.Lines[len(p.Lines)-1]
			if want := p.Lines[1].Baseline + page.Length(most-1)*leading; last.Role != "h1" || last.Baseline <= want {
				t.Errorf("%d columns, %d lines: %s at %v after %v", n, lines, last.Role, last.Baseline, want)
			}
		}
	}
}

// TestColumnBreaks: keep rules hold at the end of a column as at the end of a page.
func TestColumnBreaks(t *testing.T) {
	for lines := 1; lines < 80; lines++ {
		text := "=\n" + strings.Repeat("行。\n", lines) + "#标题\n" + strings.Repeat("文字要有好几行才能断开。", 12) + "\n" + strings.Repeat("末。\n", 70) + "="
		report := layout.NewReport(themeFor(t, "zh-Hans"), nil)
		for _, p := range pagesOf(t, flowOf(t, text, "zh-Hans")) {
			report.Add(p)
		}
		for fault, n := range report.Finish().Count {
			if fault == layout.Club || fault == layout.Widow || fault == layout.Foot {
				t.Errorf("%d lines: %d times %s", lines, n, fault)
			}
		}
	}
	p := pagesOf(t, flowOf(t, "=\n甲\n&\n乙\n丙\n丁\n=", "zh-Hans"))[0]
	if p.Lines[1].Baseline != p.Lines[0].Baseline || p.Lines[1].X <= p.Lines[0].X || p.Lines[3].X != p.Lines[1].X {
		t.Errorf("the column break does not break")
	}
}

// TestColumnsAcross: what goes across has the columns above and below it even, and a
// theme's columns have the whole text.
func TestColumnsAcross(t *testing.T) {
	th := themeFor(t, "en", "page.columns=3")
	text := strings.Repeat("Every hazard will be visited a second time. ", 30) + "\n"
	flow := flowOf(t, text+text+"+A heading across\n"+text+text, "en", "page.columns=3")
	p := pagesOf(t, flow)[0]
	area := th.Area(1)
	var above, below []page.Length // lowest baselines of the columns
	across := page.Length(0)
	for i, l := range p.Lines {
		switch {
		case l.Role == "h2":
			across = l.Baseline
			if l.Measure < area.W*9/10 {
				t.Errorf("the heading is %v wide", l.Measure)
			}
		case i+1 == len(p.Lines) || p.Lines[i+1].Baseline < l.Baseline || p.Lines[i+1].Role == "h2":
			if across == 0 {
				above = append(above, l.Baseline)
			} else {
				below = append(below, l.Baseline)
			}
		}
		if l.Role == "body" && l.Measure != (area.W-2*th.Columns.Gap)/3 {
			t.Errorf("a line is %v wide", l.Measure)
		}
	}
	for _, ends := range [][]page.Length{above, below} {
		if len(ends) != 3 || max(ends[0], ends[1], ends[2])-min(ends[0], ends[1], ends[2]) > th.Style("body").Leading+th.Style("body").After {
			t.Errorf("the columns end at %v", ends)
		}
	}
}

// TestColumnNotes: notes of all columns stand below all of them.
func TestColumnNotes(t *testing.T) {
	for notes := 1; notes < 60; notes += 7 {
		text := "=\n" + strings.Repeat("^文字和它的脚注，文字和它的脚注，文字和它的脚注，文字和它的脚注。\n", notes) + "="
		for n, p := range pagesOf(t, flowOf(t, text, "zh-Hans")) {
			low, high := page.Length(0), p.Trim.H
			for _, l := range p.Lines {
				if l.Role == "footnote" {
					high = min(high, l.Baseline)
				} else {
					low = max(low, l.Baseline)
				}
			}
			if low >= high {
				t.Errorf("%d notes, page %d: text down to %v, notes from %v", notes, n+1, low, high)
			}
		}
	}
}

// randomText makes lines for flowOf.
func randomText(r *rand.Rand) string {
	kinds := []string{"", "", "", "", "#", "-", ">", "^", "|", "*", "=", "+", "&", "%", "!"}
	words := []string{"安全第一，", "预防为主。", "（一）检查", "hazard ", "ISO 45001 ", "“重要”", "2024年", "整改到位；"}
	var b strings.Builder
	for range 5 + r.IntN(40) {
		b.WriteString(kinds[r.IntN(len(kinds))])
		for range 1 + r.IntN(60) {
			b.WriteString(words[r.IntN(len(words))])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// noOverlap finds lines of a page that stand on each other.
func noOverlap(t *testing.T, p *page.Page) {
	t.Helper()
	box := func(l *page.Line) page.Rect {
		size := p.Items[l.First+l.N-1].(*page.GlyphRun).Size // not of a drop cap
		return page.Rect{X: l.X, Y: l.Baseline - size*7/10, W: l.Width, H: size * 8 / 10}
	}
	for i := range p.Lines {
		a := &p.Lines[i]
		for k := range p.Lines[:i] {
			b := &p.Lines[k]
			ra, rb := box(a), box(b)
			if a.Overfull+b.Overfull == 0 && ra.X < rb.X+rb.W && rb.X < ra.X+ra.W && ra.Y < rb.Y+rb.H && rb.Y < ra.Y+ra.H {
				t.Fatalf("page %d: %v of %s stands on %v of %s", p.Number+1, ra, a.Role, rb, b.Role)
			}
		}
	}
}

// placesOf says where the lines of a page stand.
func placesOf(p *page.Page) []string {
	var out []string
	for _, l := range p.Lines {
		out = append(out, fmt.Sprint(l.Role, l.X, l.Baseline, l.Width, l.Measure))
	}
	return out
}

// TestColumnsKeepAll: no text is lost and nothing stands on other text; a Session
// makes the same pages.
func TestColumnsKeepAll(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	for seed := range uint64(90) {
		text := randomText(rand.New(rand.NewPCG(seed, 1)))
		lang := []string{"zh-Hans", "zh-Hant", "en", "id"}[seed%4]
		sets := []string{"page.columns=" + fmt.Sprint(seed/4%3)}
		if seed%5 == 0 {
			sets = append(sets, "typeset.direction=vertical")
		}
		if seed%7 < 3 {
			sets = append(sets, "footnotes.place=column")
		}
		flow := flowOf(t, text, lang, sets...)
		pages := pagesOf(t, flow)
		for _, p := range pages {
			if seed%5 > 0 {
				noOverlap(t, p)
			}
		}
		got := session.Layout(context.Background(), flow)
		if got.Len() != len(pages) {
			t.Fatalf("%d: %d pages, not %d", seed, got.Len(), len(pages))
		}
		for i, p := range pages {
			if !slices.Equal(placesOf(got.Page(i)), placesOf(p)) {
				t.Fatalf("%d: page %d differs in the Session", seed, i+1)
			}
		}
	}
}

// TestColumnsSession: a Session sets the same pages as Layout after every edit.
func TestColumnsSession(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	flow := flowOf(t, strings.Repeat("安全第一，预防为主，综合治理。^\n#标题\n+通栏\n", 40), "zh-Hans", "page.columns=2")
	more := flowOf(t, strings.Repeat("新的一段。\n", 9), "zh-Hans", "page.columns=2").Blocks
	for i := range 9 {
		at := 1 + i*12
		edited := *flow
		edited.Blocks = append(append(append([]layout.Block{}, flow.Blocks[:at]...), more[i]), flow.Blocks[at:]...)
		flow = &edited
		got := session.Layout(context.Background(), flow)
		want := pagesOf(t, flow)
		if got.Len() != len(want) {
			t.Fatalf("edit %d: %d pages, not %d", i, got.Len(), len(want))
		}
		for k, p := range want {
			if !slices.Equal(placesOf(got.Page(k)), placesOf(p)) {
				for j, l := range placesOf(p) {
					if g := placesOf(got.Page(k)); j >= len(g) || g[j] != l {
						t.Fatalf("edit %d, page %d, line %d: %v, not %s", i, k+1, j+1, g[min(j, len(g)):min(j+1, len(g))], l)
					}
				}
			}
		}
	}
}
