package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// inkOf returns the highest and lowest points of a glyph's outline on the page.
func inkOf(r *page.GlyphRun, glyph int) (top, bottom page.Length) {
	g := r.Glyphs[glyph]
	first := true
	for _, s := range r.Face.Sfnt().Outline(g.ID) {
		y := r.Origin.Y + g.Y - page.Length(s.P[0].Y*2).MulDiv(int64(r.Size), int64(2*r.Face.UnitsPerEm()))
		if first || y < top {
			top = y
		}
		if first || y > bottom {
			bottom = y
		}
		first = false
	}
	return top, bottom
}

// TestDropCap: a letter stands from the capitals of the first line to the baseline of
// the last that it covers, a Han character from em box to em box, and only these lines
// are narrower.
func TestDropCap(t *testing.T) {
	for _, c := range []struct {
		lang, text, initial string
		wide                bool
	}{
		{"en", "Hazards are closed out. Every one of them is visited a second time, with the photograph in hand. ", "H", false},
		{"en", "“Every hazard closed out is visited. It will be visited a second time, with the photograph in hand. ", "“E", false},
		{"id", "Hidran diperiksa setiap minggu oleh petugas yang ditunjuk, dan hasilnya dicatat di dalam buku. ", "H", false},
		{"zh-Hans", "安全生产责任重于泰山，一旦发生事故，后果将不堪设想。", "安", true},
		{"zh-Hant", "「安全生產責任重於泰山，一旦發生事故，後果將不堪設想。」", "「安", true},
	} {
		for lines := 2; lines <= 5; lines++ {
			name := fmt.Sprint(c.lang, " ", c.initial, " ", lines)
			th := themeFor(t, c.lang)
			flow := flowOf(t, strings.Repeat(c.text, 12), c.lang)
			flow.Blocks[0].(*layout.Text).Drop = lines
			p := pagesOf(t, flow)[0]
			body := th.Style("body")
			first, last := &p.Lines[0], &p.Lines[lines-1]
			run := p.Items[first.First].(*page.GlyphRun)
			if run.Text != c.initial {
				t.Fatalf("%s: begins with %q", name, run.Text)
			}
			n := len(run.Glyphs) - 1
			if c.wide {
				from, to := run.Origin.Y-run.Size*88/100, run.Origin.Y+run.Size*12/100
				if d := from - (first.Baseline - body.Size*88/100); max(d, -d) > page.Pt/50 {
					t.Errorf("%s: %v below the first line's top", name, d)
				}
				if d := to - (last.Baseline + body.Size*12/100); max(d, -d) > page.Pt/50 {
					t.Errorf("%s: %v below the last line's foot", name, d)
				}
			} else if c.initial[len(c.initial)-1] == 'H' {
				top, bottom := inkOf(run, n)
				wantTop, _ := inkOf(&page.GlyphRun{Face: run.Face, Size: body.Size, Origin: page.Point{Y: first.Baseline}, Glyphs: run.Glyphs[n:]}, 0)
				if d := top - wantTop; max(d, -d) > page.Pt/20 || bottom != last.Baseline {
					t.Errorf("%s: from %v to %v, not from %v to %v", name, top, bottom, wantTop, last.Baseline)
				}
			}
			right := run.Origin.X
			for _, g := range run.Glyphs {
				right = max(right, run.Origin.X+g.X+g.Advance)
			}
			for i := range p.Lines {
				l := &p.Lines[i]
				if beside := i < lines; beside != (l.Measure < th.Area(1).W) || beside && l.X < right {
					t.Errorf("%s: line %d begins at %v and is %v wide; the letter ends at %v", name, i+1, l.X, l.Measure, right)
				}
			}
		}
	}
}

// TestDropCapShort: a paragraph of fewer lines has a smaller letter, one of a single
// line none, and what is no letter is left alone.
func TestDropCapShort(t *testing.T) {
	for _, c := range []struct {
		text  string
		lines int // that are narrower
	}{
		{strings.Repeat("安全生产。", 9), 2}, {"安全生产。", 0}, {"安", 0}, {"——" + strings.Repeat("安全生产。", 40), 0}, {"（", 0},
	} {
		flow := flowOf(t, c.text, "zh-Hans")
		flow.Blocks[0].(*layout.Text).Drop = 4
		n := 0
		for _, l := range pagesOf(t, flow)[0].Lines {
			if l.Measure < themeFor(t, "zh-Hans").Area(1).W {
				n++
			}
		}
		if n != c.lines {
			t.Errorf("%s: %d lines are narrower, not %d", c.text, n, c.lines)
		}
	}
}
