package layout_test

import (
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// ends returns where the characters of a line stand: of each its left edge, and the
// right edge of the last.
func ends(p *page.Page, line int, leaders bool) []page.Length {
	var out []page.Length
	l := p.Lines[line]
	for _, it := range p.Items[l.First : l.First+l.N] {
		r, ok := it.(*page.GlyphRun)
		if !ok || !leaders && r.Tag == 0 {
			continue
		}
		for _, g := range r.Glyphs {
			out = append(out, (r.Origin.X+g.X+pt/2)/pt)
		}
	}
	return append(out, (l.X+l.Width+pt/2)/pt)
}

func TestFill(t *testing.T) {
	s := newStage(t)
	for name, test := range map[string]struct {
		inlines []layout.Inline
		align   themes.Align
		want    []page.Length // of the first line
		leader  string
		lines   int
	}{
		"right":    {[]layout.Inline{{Text: "左"}, {Fill: true}, {Text: "右"}}, themes.Justify, []page.Length{50, 340, 350}, "", 1},
		"centre":   {[]layout.Inline{{Fill: true}, {Text: "中"}, {Fill: true}}, themes.Left, []page.Length{195, 350}, "", 1},
		"thirds":   {[]layout.Inline{{Text: "左"}, {Fill: true}, {Text: "中"}, {Fill: true}, {Text: "右"}}, themes.Center, []page.Length{50, 195, 340, 350}, "", 1},
		"dots":     {[]layout.Inline{{Text: "左"}, {Fill: true, Leader: "…"}, {Text: "右"}}, themes.Left, []page.Length{50, 340, 350}, strings.Repeat("…", 28), 1},
		"the line": {[]layout.Inline{{Text: "姓名："}, {Fill: true, Leader: "_"}}, themes.Left, []page.Length{50, 60, 70, 350}, "_", 1},
		"too long": {[]layout.Inline{{Text: strings.Repeat("长", 29)}, {Fill: true}, {Text: "右边"}}, themes.Left, nil, "", 2},
	} {
		t.Run(name, func(t *testing.T) {
			text := s.text("", func(s *themes.Style) { s.Align = test.align })
			text.Inlines = test.inlines
			p := bothWays(t, s.flow(text))[0]
			if len(p.Lines) != test.lines {
				t.Fatalf("%d lines", len(p.Lines))
			}
			if test.want == nil { // what comes after stands at the right of the next line
				if got := ends(p, 1, false); got[len(got)-1] != 350 || got[0] != 330 {
					t.Errorf("the next line: %v", got)
				}
				return
			}
			if got := ends(p, 0, false); !equalLengths(got, test.want) {
				t.Errorf("%v, not %v", got, test.want)
			}
			leader := ""
			for _, it := range p.Items {
				if r, ok := it.(*page.GlyphRun); ok && r.Tag == 0 && r.Origin.Y == p.Lines[0].Baseline {
					leader = r.Text
					if last := r.Glyphs[len(r.Glyphs)-1]; r.Text[0] == '_' {
						if from, to := (r.Origin.X+pt/2)/pt, (r.Origin.X+last.X+last.Advance+pt/2)/pt; from != 80 || to != 350 {
							t.Errorf("a line from %d to %d", from, to)
						}
						leader = "_"
					}
				}
			}
			if leader != test.leader {
				t.Errorf("leader %s", leader)
			}
		})
	}
}

func equalLengths(a, b []page.Length) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestSpread(t *testing.T) {
	s := newStage(t)
	for name, test := range map[string]struct {
		words string
		want  []page.Length
	}{
		"characters": {"安全生产", []page.Length{50, 147, 243, 340, 350}},
		"two":        {"单位", []page.Length{50, 340, 350}},
		"one":        {"文", []page.Length{50, 60}},
	} {
		text := s.text(test.words)
		text.Spread = true
		if got := ends(bothWays(t, s.flow(text))[0], 0, true); !equalLengths(got, test.want) {
			t.Errorf("%s: %v, not %v", name, got, test.want)
		}
	}
	for _, words := range []string{"安全ABC", "K3 LK", strings.Repeat("长", 40)} {
		text := s.text(words)
		text.Spread = true
		p := bothWays(t, s.flow(text))[0]
		if l := p.Lines[0]; l.X != 50*pt || l.X+l.Width < 350*pt-100 || l.X+l.Width > 350*pt {
			t.Errorf("%s: from %v to %v", words, l.X, l.X+l.Width)
		}
	}
}

func TestNatural(t *testing.T) {
	s := newStage(t)
	centred := func(s *themes.Style) { s.Align = themes.Center }
	in := func(l page.Length) func(*themes.Style) {
		return func(s *themes.Style) { s.Align, s.Left = themes.Left, l }
	}
	for name, test := range map[string]struct {
		frame layout.Frame
		want  string
	}{
		"left":          {layout.Frame{Blocks: []layout.Block{s.text("一二三四", centred), s.text("一二", centred)}}, "一二三四@50,54 一二@60,74"},
		"right":         {layout.Frame{Place: themes.Right, Blocks: []layout.Block{s.text("一二三四", centred), s.text("一二", centred)}}, "一二三四@310,54 一二@320,74"},
		"less":          {layout.Frame{Place: themes.Right, Style: &themes.Style{Right: 40 * pt}, Blocks: []layout.Block{s.text("一二", centred), s.text("一二三四", centred)}}, "一二@280,54 一二三四@270,74"},
		"in the middle": {layout.Frame{Place: themes.Center, Blocks: []layout.Block{s.text("一二三四")}}, "一二三四@180,54"},
		"unsealed":      {layout.Frame{Place: themes.Right, Blocks: []layout.Block{s.text("一二三四", in(0)), s.text("一二三", in(20*pt))}}, "一二三四@300,54 一二三@320,74"},
		"a margin":      {layout.Frame{Place: themes.Right, Blocks: []layout.Block{s.text("一二", func(s *themes.Style) { s.Align, s.Right = themes.Left, 20*pt })}}, "一二@310,54"},
		"a box":         {layout.Frame{Place: themes.Right, Style: &themes.Style{Box: themes.Box{PadX: 5 * pt, PadY: 5 * pt}}, Blocks: []layout.Block{s.text("一二")}}, "一二@325,59"},
		"too long":      {layout.Frame{Place: themes.Right, Blocks: []layout.Block{s.text(strings.Repeat("长", 30))}}, strings.Repeat("长", 30) + "@50,54"},
	} {
		test.frame.Natural = true
		if got := stands(bothWays(t, s.flow(&test.frame))); got != test.want {
			t.Errorf("%s: %s, not %s", name, got, test.want)
		}
	}
}

func TestDrawing(t *testing.T) {
	s := newStage(t)
	shape := &page.Path{Segments: page.RectPath(page.Rect{X: 1 * pt, Y: 2 * pt, W: 10 * pt, H: 10 * pt}), Fill: page.Black}
	group := &page.Group{Transform: page.Matrix{A: 32768, D: 32768}, Items: []page.Item{shape}}
	for name, test := range map[string]struct {
		drawing layout.Drawing
		at      page.Point
		tagged  bool
	}{
		"left":   {layout.Drawing{Size: page.Size{W: 20 * pt, H: 40 * pt}, Items: []page.Item{shape}}, page.Point{X: 51 * pt, Y: 42 * pt}, false},
		"right":  {layout.Drawing{Size: page.Size{W: 20 * pt, H: 40 * pt}, Items: []page.Item{shape}, Style: &themes.Style{Align: themes.Right}, Alt: "方"}, page.Point{X: 331 * pt, Y: 42 * pt}, true},
		"middle": {layout.Drawing{Size: page.Size{W: 20 * pt, H: 40 * pt}, Items: []page.Item{group}, Style: &themes.Style{Align: themes.Center}, Alt: "方"}, page.Point{X: 190*pt + pt/2, Y: 41 * pt}, true},
	} {
		p := bothWays(t, s.flow(&test.drawing, s.text("后")))[0]
		if p.Lines[0].Baseline != 40*pt+40*pt+s.baseline() {
			t.Errorf("%s: the text after it stands at %v", name, p.Lines[0].Baseline)
		}
		at, tag := page.Point{}, page.TagID(0)
		for _, it := range p.Items {
			m := page.Identity
			if g, ok := it.(*page.Group); ok {
				m, it = g.Transform, g.Items[0]
			}
			if d, ok := it.(*page.Path); ok && d.Fill == page.Black {
				at, tag = m.Apply(d.Segments[0].P[0]), d.Tag
			}
		}
		if at != test.at || (tag != 0) != test.tagged {
			t.Errorf("%s: at %v, tag %d", name, at, tag)
		}
	}
}

// baseline of a line from its top: see layout.
func (s *stage) baseline() page.Length { return 5*pt + 10*pt*88/100 }
