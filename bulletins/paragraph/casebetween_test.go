package paragraph

import (
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// extent returns the left and right edge of a path.
func extent(t *testing.T, it page.Item) (x0, x1 page.Length) {
	t.Helper()
	p, ok := it.(*page.Path)
	if !ok {
		t.Fatalf("a %T", it)
	}
	x0, x1 = 1<<40, -1<<40
	for _, s := range p.Segments {
		if s.Op != page.ClosePath {
			x0, x1 = min(x0, s.P[0].X), max(x1, s.P[0].X)
			if s.Op == page.CubicTo {
				x0, x1 = min(x0, s.P[2].X), max(x1, s.P[2].X)
			}
		}
	}
	return x0, x1
}

// TestDots: an emphasis dot stands below the middle of each Han character, none below
// marks (D1).
func TestDots(t *testing.T) {
	for s, dots := range map[string]int{"安全第一、预防为主": 8, "先通风，再检测；后作业。": 9, "“看”《法》（一）！": 3} {
		for _, measure := range []int{4, 5, 60} {
			in := input(t, s+"安", measure)
			in.Runs[0].Format.Sign = Dots
			n := 0
			for _, l := range NewSetter().Set(in).Lines {
				var centres []page.Length
				for _, r := range l.Runs {
					for i, g := range r.Glyphs {
						if c := []rune(r.Cluster(i))[0]; c >= 0x4E00 && c < 0xA000 {
							centres = append(centres, r.Origin.X+g.X+em/2)
						}
					}
				}
				if len(centres) != len(l.Drawn) {
					t.Fatalf("%s: %d dots for %d characters", text(l), len(l.Drawn), len(centres))
				}
				for i, d := range l.Drawn {
					if x0, x1 := extent(t, d); (x0+x1)/2 != centres[i] {
						t.Errorf("%s: dot %d stands at %v, its character at %v", text(l), i+1, (x0+x1)/2, centres[i])
					}
				}
				n += len(l.Drawn)
			}
			if n != dots+1 {
				t.Errorf("%s: %d dots, want %d", s, n, dots+1)
			}
		}
	}
}

// TestNameLines: two names beside each other have a line each with a gap between; a
// title has a wave as long as it; in a stretched line they go through the gaps (D2).
func TestNameLines(t *testing.T) {
	for _, c := range []struct {
		pieces  []string // the names, beside each other
		sign    Sign
		measure int
	}{
		{[]string{"王建国", "李秀英"}, NameLine, 60}, {[]string{"东汀", "望潮", "澜浦"}, NameLine, 60},
		{[]string{"王建国", "李秀英"}, NameLine, 8}, {[]string{"安全生产法"}, BookLine, 60}, {[]string{"消防法", "职业病防治法"}, BookLine, 60}, {[]string{"安全生产法"}, BookLine, 7},
	} {
		in := input(t, "见", c.measure)
		base := in.Runs[0].Format
		for _, name := range c.pieces {
			f := *base
			f.Sign = c.sign
			in.Runs = append(in.Runs, Run{Text: name, Format: &f})
		}
		in.Runs = append(in.Runs, Run{Text: "，2026年印发，各单位要认真贯彻", Format: base})
		l := NewSetter().Set(in).Lines[0]
		var spans [][2]page.Length
		for _, r := range l.Rules {
			spans = append(spans, [2]page.Length{r.Rect.X, r.Rect.X + r.Rect.W})
		}
		for _, d := range l.Drawn {
			x0, x1 := extent(t, d)
			spans = append(spans, [2]page.Length{x0, x1})
		}
		if len(spans) != len(c.pieces) {
			t.Fatalf("%v: %d lines: %s", c.pieces, len(spans), text(l))
		}
		for i, s := range spans {
			first, last := c.pieces[i][:3], c.pieces[i][len(c.pieces[i])-3:]
			from, to := page.Length(-1), page.Length(-1)
			for _, r := range l.Runs {
				if r.Text != c.pieces[i] {
					continue
				}
				for k, g := range r.Glyphs {
					if r.Cluster(k) == first && from < 0 {
						from = r.Origin.X + g.X
					}
					if r.Cluster(k) == last {
						to = r.Origin.X + g.X + em
					}
				}
			}
			if s[0] <= from || s[0] > from+em/8 || s[1] >= to || s[1] < to-em/8 {
				t.Errorf("%s: from %v to %v, the name from %v to %v", c.pieces[i], s[0], s[1], from, to)
			}
			if i > 0 && s[0]-spans[i-1][1] < em/10 {
				t.Errorf("%v: lines %d and %d are %v apart", c.pieces, i, i+1, s[0]-spans[i-1][1])
			}
		}
	}
}

// TestRuby: a reading is at most half as large as its characters, centred over them,
// clear of other readings, and on the same line; bopomofo stands at the right (D3).
func TestRuby(t *testing.T) {
	for _, c := range []struct{ words, readings []string }{
		{[]string{"隐", "患"}, []string{"yǐn", "huàn"}},
		{[]string{"隐患", "排查"}, []string{"yǐn huàn", "pái chá"}},
		{[]string{"装", "床", "窗"}, []string{"zhuāng", "chuáng", "chuāng"}},
		{[]string{"注", "音"}, []string{"ㄓㄨˋ", "ㄧㄣ"}},
	} {
		for measure := 4; measure < 16; measure++ {
			in := input(t, "工地上的", measure)
			base := in.Runs[0].Format
			for i, w := range c.words {
				in.Runs = append(in.Runs, Run{Text: w, Format: base, Ruby: c.readings[i], RubyTag: reading})
			}
			in.Runs = append(in.Runs, Run{Text: "要在开工之前都查清楚", Format: base})
			found := 0
			for _, l := range NewSetter().Set(in).Lines {
				right := page.Length(-1 << 40)
				for _, r := range l.Runs {
					if r.Tag != reading {
						continue
					}
					found++
					if r.Size > em/2 {
						t.Errorf("%s is %v large", r.Text, r.Size)
					}
					if strings.ContainsAny(r.Text, "ㄓㄨㄧㄣˋ") {
						continue
					}
					x0, x1 := r.Origin.X, r.Origin.X
					for _, g := range r.Glyphs {
						x1 = max(x1, r.Origin.X+g.X+g.Advance)
					}
					if x0 < right {
						t.Errorf("%s stands on the reading before", r.Text)
					}
					right = x1
					b0, b1 := baseOf(l, r.Text, c.words, c.readings)
					if d := (x0 + x1) - (b0 + b1); d > em/50 || d < -em/50 {
						t.Errorf("measure %d: %s is centred at %v, its characters at %v", measure, r.Text, (x0+x1)/2, (b0+b1)/2)
					}
				}
			}
			if found < len(c.readings) {
				t.Errorf("measure %d: %d readings of %d", measure, found, len(c.readings))
			}
		}
	}
}

// baseOf returns where the characters of a reading begin and end.
func baseOf(l Line, read string, words, readings []string) (x0, x1 page.Length) {
	word := ""
	for i, r := range readings {
		if r == read {
			word = words[i]
		}
	}
	for _, r := range l.Runs {
		if r.Tag != reading && r.Text == word {
			last := r.Glyphs[len(r.Glyphs)-1]
			return r.Origin.X + r.Glyphs[0].X, r.Origin.X + last.X + em
		}
	}
	return 0, 0
}
