package layout_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// linesOf returns the words of each line of a page, and the size of its first character.
func linesOf(p *page.Page) (lines []string, sizes []page.Length) {
	for _, l := range p.Lines {
		text, size := "", page.Length(0)
		for _, it := range p.Items[l.First : l.First+l.N] {
			if r, ok := it.(*page.GlyphRun); ok {
				text += r.Text
				size = max(size, r.Size)
			}
		}
		lines, sizes = append(lines, strings.TrimSpace(text)), append(sizes, size)
	}
	return lines, sizes
}

// problemsOf lays a flow out and returns the codes of its problems.
func problemsOf(t *testing.T, f *layout.Flow) string {
	t.Helper()
	_, problems, err := layout.Layout(context.Background(), f, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	return strings.Join(codes, " ")
}

// TestFit: the type area is 300 pt wide.
func TestFit(t *testing.T) {
	for name, test := range map[string]struct {
		words      string
		lang       string
		fit        layout.Fit
		lines      string
		from, to   page.Length // size
		complaints string
	}{
		"one line":  {"安全生产月", "zh-Hans", layout.Fit{Least: 10 * pt, Most: 200 * pt, Lines: 1}, "安全生产月", 59 * pt, 60 * pt, ""},
		"the most":  {"安全", "zh-Hans", layout.Fit{Least: 10 * pt, Most: 40 * pt}, "安全", 40 * pt, 40 * pt, ""},
		"words":     {"人人讲安全个个会应急", "zh-Hans", layout.Fit{Least: 10 * pt, Most: 200 * pt, Lines: 2}, "人人讲安全/个个会应急", 59 * pt, 60 * pt, ""},
		"three":     {"严格落实安全生产责任", "zh-Hans", layout.Fit{Least: 10 * pt, Most: 200 * pt, Lines: 3}, "严格落实/安全生产/责任", 74 * pt, 75 * pt, ""},
		"height":    {"人人讲安全个个会应急", "zh-Hans", layout.Fit{Least: 10 * pt, Most: 200 * pt, Height: 60 * pt}, "人人讲安全个个会应急", 29 * pt, 30 * pt, ""},
		"English":   {"Stop work when in doubt", "en", layout.Fit{Least: 10 * pt, Most: 200 * pt, Lines: 3}, "Stop work/when in/doubt", 60 * pt, 80 * pt, ""},
		"a word":    {"Keselamatan", "id", layout.Fit{Least: 10 * pt, Most: 200 * pt}, "Keselamatan", 50 * pt, 70 * pt, ""},
		"too small": {"严格落实安全生产责任", "zh-Hans", layout.Fit{Least: 50 * pt, Most: 60 * pt, Lines: 1}, "严格落实/安全生产责任", 50 * pt, 50 * pt, "fit-overfull"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			text := s.text(test.words, func(s *themes.Style) { s.Align, s.Leading = themes.Center, 12*pt })
			text.Fit, text.Lang = &test.fit, test.lang
			f := s.flow(text)
			lines, sizes := linesOf(bothWays(t, f)[0])
			if got := strings.Join(lines, "/"); got != test.lines {
				t.Errorf("lines %s", got)
			}
			if sizes[0] < test.from || sizes[0] > test.to {
				t.Errorf("size %v", sizes[0])
			}
			if got := problemsOf(t, f); got != test.complaints {
				t.Errorf("problems %s", got)
			}
		})
	}
}

// TestHuge: a headline of 300 pt on a sheet of 600 by 900 mm.
func TestHuge(t *testing.T) {
	s := newStage(t, "page.size=600mm 900mm")
	text := s.text("安全第一", func(s *themes.Style) { s.Align = themes.Center })
	text.Fit = &layout.Fit{Least: 20 * pt, Most: 300 * pt, Lines: 1}
	p := bothWays(t, s.flow(text, s.text("后")))[0]
	if _, sizes := linesOf(p); sizes[0] != 300*pt || p.Lines[1].Baseline < 640*pt {
		t.Errorf("%v, the next line at %v", sizes[0], p.Lines[1].Baseline)
	}
}

func TestFixedFit(t *testing.T) {
	for name, test := range map[string]struct {
		lines      int
		fit        bool
		size       page.Length
		complaints string
	}{
		"room":     {4, true, 10 * pt, ""},
		"smaller":  {5, true, 8 * pt, ""},
		"smallest": {9, true, 6 * pt, "fixed-overfull"},
		"unasked":  {5, false, 10 * pt, "fixed-overfull"},
	} {
		s := newStage(t)
		x := &layout.Fixed{Page: 1, At: page.Rect{W: 200 * pt, H: 80 * pt}, Fit: test.fit, Blocks: s.lines(test.lines)}
		f := s.flow(s.text("文"))
		f.Fixed = []*layout.Fixed{x}
		_, sizes := linesOf(bothWays(t, f)[0])
		if sizes[0] != test.size || sizes[len(sizes)-1] != 10*pt {
			t.Errorf("%s: sizes %v", name, sizes)
		}
		if got := problemsOf(t, f); got != test.complaints {
			t.Errorf("%s: problems %s", name, got)
		}
	}
}

// TestOffSheet: what goes beyond the sheet is reported, and a row that no page holds.
func TestOffSheet(t *testing.T) {
	s := newStage(t)
	for name, test := range map[string]struct {
		block layout.Block
		want  string
	}{
		"below":      {&layout.Fixed{At: page.Rect{Y: 470 * pt}, Blocks: s.lines(2)}, "fixed-overfull"},
		"above":      {&layout.Fixed{At: page.Rect{Y: 470 * pt}, Foot: true, Blocks: s.lines(2)}, "fixed-overfull"},
		"margin":     {&layout.Fixed{At: page.Rect{Y: 420 * pt}, Area: true, Blocks: s.lines(2)}, ""},
		"decoration": {&layout.Fixed{At: page.Rect{Y: -10 * pt}, Artifact: true, Blocks: s.lines(2)}, ""},
		"a row":      {&layout.Row{Cells: []layout.RowCell{{Blocks: s.lines(21)}}}, "fixed-overfull"},
	} {
		if got := problemsOf(t, s.flow(test.block)); got != test.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
