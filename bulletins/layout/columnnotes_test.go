package layout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// halfOf says in which half of a page a line begins.
func halfOf(p *page.Page, l *page.Line) int {
	if l.X < p.Trim.W/2-20*page.Pt {
		return 0
	}
	return 1
}

// notesAt lists the baselines of the footnotes of a page of two columns by column.
func notesAt(p *page.Page) map[int][]page.Length {
	out := map[int][]page.Length{}
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Role == "footnote" {
			out[halfOf(p, l)] = append(out[halfOf(p, l)], l.Baseline)
		}
	}
	return out
}

// TestNotesByColumn: notes stand at the foot of the column of their reference, as wide as
// it; the last ones of all columns end at the foot of the page.
func TestNotesByColumn(t *testing.T) {
	word := "文字和它的脚注，文字和它的脚注。"
	for _, test := range []struct {
		name, text string
		feet       int // columns with notes on the first page
		across     bool
	}{
		{"one in each", "^甲" + word + "\n&\n^乙" + word, 2, false},
		{"in the second only", "甲" + word + "\n&\n^乙" + word, 1, false},
		{"of a full page", strings.Repeat(word+"\n", 40) + "^" + word + "\n" + strings.Repeat(word+"\n", 40), 1, false},
		{"balanced, with text after", strings.Repeat("^"+word+"\n", 6) + "=\n后文。", 2, false},
		{"and one across", strings.Repeat("^"+word+"\n", 6) + "=\n^后文" + word, 2, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			flow := flowOf(t, "=\n"+test.text, "zh-Hans", "footnotes.place=column")
			area := flow.Theme.Area(1)
			p := pagesOf(t, flow)[0]
			feet, across, foot := 0, false, page.Length(0)
			for half, ys := range notesAt(p) {
				low := page.Length(0)
				for i, l := range p.Lines {
					if l.Role == "body" && (l.Measure > area.W/2 || halfOf(p, &p.Lines[i]) == half) {
						low = max(low, l.Baseline)
					}
					if l.Role == "footnote" && l.Measure > area.W/2 {
						across = true
					}
				}
				if low >= ys[0] {
					t.Errorf("column %d: text goes down to %v, notes begin at %v", half+1, low, ys[0])
				}
				feet++
				foot = max(foot, ys[len(ys)-1])
			}
			if feet != test.feet || across != test.across {
				t.Errorf("notes at %d feet, across: %v", feet, across)
			}
			if end := area.Y + area.H; foot < end-15*page.Pt || foot > end {
				t.Errorf("the last note is at %v, the foot at %v", foot, end)
			}
		})
	}
}

// TestNotesByColumnSplit: a note that has no room goes on at the foot of the next column,
// and from the last one on the next page; a note longer than a page ends as well.
func TestNotesByColumnSplit(t *testing.T) {
	for _, long := range []int{6, 40, 120, 400} {
		body := strings.Repeat("正文一行。\n", 30)
		text := "=\n" + body + "^" + strings.Repeat("很长的注文要分几栏才放得下，", long) + "\n" + body
		pages := pagesOf(t, flowOf(t, text, "zh-Hans", "footnotes.place=column"))
		columns := 0
		for _, p := range pages {
			noOverlap(t, p)
			columns += len(notesAt(p))
		}
		if want := map[int]int{6: 1, 40: 1, 120: 2, 400: 6}[long]; columns < want {
			t.Errorf("%d: the note stands in %d columns, want %d at least", long, columns, want)
		}
	}
}

// TestNotesByColumnKeepAll: whatever the text, no line stands on another, none below the
// foot of the page, and nothing is lost.
func TestNotesByColumnKeepAll(t *testing.T) {
	words := []string{"安全第一，", "预防为主。", "hazard ", "2024年", "整改到位；"}
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 9))
		var b strings.Builder
		for range 10 + r.IntN(60) {
			b.WriteString([]string{"", "^", "^", "#", "-", "=", "=a", "+", "&"}[r.IntN(9)])
			n := 1 + r.IntN(20)
			if r.IntN(12) == 0 {
				n *= 40
			}
			for range n {
				b.WriteString(words[r.IntN(len(words))])
			}
			b.WriteByte('\n')
		}
		sets := []string{"footnotes.place=column", "page.columns=" + fmt.Sprint(1+seed%3)}
		if seed%4 == 0 {
			sets = append(sets, "footnotes.restart=page", "typeset.grid=30x36")
		}
		flow := flowOf(t, b.String(), "zh-Hans", sets...)
		pages := pagesOf(t, flow)
		if len(pages) > 60 {
			t.Errorf("%d: %d pages", seed, len(pages))
		}
		for _, p := range pages {
			noOverlap(t, p)
			area := flow.Theme.Area(p.Number + 1)
			for _, l := range p.Lines {
				if l.Baseline > area.Y+area.H {
					t.Errorf("%d, page %d: a line of %s at %v, the foot is at %v", seed, p.Number+1, l.Role, l.Baseline, area.Y+area.H)
				}
			}
		}
	}
}
