package proof

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/page"
)

func plainly(f func()) { f() }

// sheetsOf sets a text as a Proof does.
func sheetsOf(t testing.TB, dir, text string, sets ...string) *Sheets {
	t.Helper()
	s := newSetter(dir, press.Settings{Sets: sets}, plainly)
	t.Cleanup(s.close)
	out := s.make(context.Background(), &job{doc: bulletins.Parse("a.md", text, kinds.Schema()), generation: 1})
	if out == nil {
		t.Fatal("no pages")
	}
	return out
}

const samples = "../../assets/samples"

func eachSample(t *testing.T, f func(t *testing.T, text string)) {
	files, _ := filepath.Glob(samples + "/*.md")
	if len(files) < 5 {
		t.Fatal("no samples")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".md"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f(t, string(text))
		})
	}
}

// printed is a character on a page, found by looking at what is drawn.
type printed struct {
	run     *page.GlyphRun
	cluster string
	source  int32 // in its block
	middle  page.Point
	left    page.Length // where it begins along its line
	turned  bool        // the line runs downwards, or upwards
}

// shares says whether a character has no cell of its own in a vertical line: two digits
// share one, and that of a mark is wider than the mark.
func (c printed) shares() bool {
	return c.run.Vertical && strings.Contains("，：“”。…0123456789", c.cluster)
}

// tones are letters that stand in readings alone.
const tones = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩˊˇˋ˙"

// reading says whether a run is a reading (ruby): a click on it leads to its base, and
// no place of the text is shown by it.
func reading(run *page.GlyphRun) bool { return strings.ContainsAny(run.Text, tones) }

// charactersOf lists the characters of a page that say where they come from, but for
// readings.
func charactersOf(p *page.Page) []printed {
	var out []printed
	var walk func(items []page.Item, m page.Matrix)
	walk = func(items []page.Item, m page.Matrix) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.Group:
				walk(it.Items, it.Transform)
			case *page.GlyphRun:
				for i, g := range it.Glyphs {
					text := it.Cluster(i)
					if it.Source.Offset < 0 || text == "" || g.Advance == 0 {
						continue
					}
					if reading(it) {
						break // it leads to what it is the reading of
					}
					c := printed{run: it, cluster: text, source: it.Source.Offset + int32(g.Start)}
					at := page.Point{X: it.Origin.X + g.X + g.Advance/2, Y: it.Origin.Y - it.Size*38/100}
					if it.Vertical { // its cell is above and below the middle of the line
						at = page.Point{X: it.Origin.X + g.X + it.Size/2, Y: it.Origin.Y + g.Y - it.Size*38/100}
					}
					if strings.Contains("“‘「『（《〈【〔", text) && it.Face.Sfnt().Advance(g.ID) == it.Face.UnitsPerEm() {
						at.X = it.Origin.X + g.X + it.Size*3/4 // the left half of the mark is empty
					}
					c.middle, c.left, c.turned = m.Apply(at), it.Origin.X+g.X, it.Vertical || m != page.Matrix{}
					out = append(out, c)
				}
			}
		}
	}
	walk(p.Items, page.Matrix{})
	return out
}

// start is where the block of a run stands in the text; -1: in a note.
func (c printed) start(s *Sheets) int {
	if c.run.Source.Block < 0 {
		return -1
	}
	return s.Document.Starts[c.run.Source.Block]
}

// TestOffset: every character on the pages of the samples leads back to itself.
func TestOffset(t *testing.T) {
	eachSample(t, func(t *testing.T, text string) {
		s := sheetsOf(t, samples, text)
		seen, notes, faults := 0, 0, 0
		for n := range s.Pages.Len() {
			for _, c := range charactersOf(s.Pages.Page(n)) {
				if c.shares() {
					continue
				}
				at, ok := s.Offset(n, c.middle)
				want := c.start(s) + int(c.source)
				right := ok && at == want
				if c.start(s) < 0 {
					right = ok && strings.HasPrefix(s.Document.Text[at:], c.cluster)
					notes++
				}
				if seen++; !right {
					if faults++; faults < 10 {
						t.Errorf("page %d: %q of %q leads to %q (%d, not %d)", n+1, c.cluster, c.run.Text, excerpt(s.Document.Text, at), at, want)
					}
				}
			}
		}
		t.Logf("%d characters, %d in notes, %d wrong", seen, notes, faults)
		if seen < 300 {
			t.Errorf("only %d characters", seen)
		}
	})
}

func excerpt(text string, at int) string {
	r := []rune(text[min(max(at, 0), len(text)):])
	return string(r[:min(len(r), 12)])
}

// TestPlace: from every character of the text on a page the way leads there, and back.
func TestPlace(t *testing.T) {
	eachSample(t, func(t *testing.T, text string) {
		s := sheetsOf(t, samples, text)
		faults := 0
		for n := range s.Pages.Len() {
			for _, c := range charactersOf(s.Pages.Page(n)) {
				if c.start(s) < 0 || c.shares() {
					continue
				}
				offset := c.start(s) + int(c.source)
				number, caret, ok := s.Place(offset)
				// The empty half of a mark that is left out lies over the character before.
				right := number < n || c.turned || caret.X >= c.left && caret.X <= c.left+c.run.Size*55/100
				if (!ok || number > n || !right) && faults < 10 {
					faults++
					t.Errorf("page %d: %q of %q stands at %v, not on page %d at %v", n+1, c.cluster, c.run.Text, c.left, number+1, caret)
				}
				// The caret is on the edge of the character.
				inside := page.Point{X: caret.X + page.Pt/100, Y: caret.Y + caret.H/2}
				if c.turned {
					inside = page.Point{X: caret.X + caret.W/2, Y: caret.Y + page.Pt/100}
					if m := c.middle.Y; m < caret.Y { // it is read from bottom to top
						inside.Y = caret.Y - page.Pt/100
					}
				}
				if back, ok := s.Offset(number, inside); (!ok || back != offset) && faults < 10 {
					faults++
					t.Errorf("page %d: from %q of %q back to %q", n+1, c.cluster, c.run.Text, excerpt(s.Document.Text, back))
				}
			}
		}
	})
}

// TestVerticalPlaces: the same where lines run downwards.
func TestVerticalPlaces(t *testing.T) {
	text := "---\nlang: zh-Hans\ntitle: 竖排\n---\n\n" + strings.Repeat("安全生产，人人有责：“生命至上”。——自12月起，PDCA循环2024年第3季度……各单位都要**认真**落实。\n\n", 30)
	s := sheetsOf(t, "", text, "typeset.direction=vertical")
	seen := 0
	for n := range s.Pages.Len() {
		for _, c := range charactersOf(s.Pages.Page(n)) {
			want := c.start(s) + int(c.source)
			if c.shares() {
				continue
			}
			if at, ok := s.Offset(n, c.middle); !ok || at != want {
				t.Fatalf("page %d: %q leads to %q", n+1, c.cluster, excerpt(s.Document.Text, at))
			}
			number, caret, ok := s.Place(want)
			at := page.Point{X: caret.X + caret.W/2, Y: caret.Y + page.Pt/100}
			if back, _ := s.Offset(number, at); !ok || back != want || caret.H != 0 || caret.W == 0 {
				t.Fatalf("page %d: %q stands on page %d at %v, where %q is", n+1, c.cluster, number+1, caret, excerpt(s.Document.Text, back))
			}
			seen++
		}
	}
	if seen < 600 {
		t.Errorf("only %d characters", seen)
	}
}

// TestPlaceOf looks for what is not printed as it stands.
func TestPlaceOf(t *testing.T) {
	const text = `---
title: 关于开展检查的通知
lang: zh-Hans
issuer: 安全环保部
---

# 第一部分

正文**重点**在此。[^a]后面还有。

<!-- 无人看见 -->

![照片](none.png)

| 项目 | 数量 |
|------|------|
| 隐患 | 12 |

[^a]: 注释里的文字。
`
	s := sheetsOf(t, "", text)
	lineAt := func(caret page.Rect) string {
		at := page.Point{X: caret.X + page.Pt/10, Y: caret.Y + caret.H/2}
		offset, ok := s.Offset(0, at)
		if !ok {
			return ""
		}
		return excerpt(text, offset)
	}
	for _, c := range []struct{ caret, shows string }{
		{"关于", "关于开展"},   // in the front matter, printed as the title
		{"检查的通", "关于开展"}, // further on in it
		{"# 第一", "第一部分"}, // marks are not printed
		{"**重点", "重点"},
		{"重点", "重点"},
		{"后面", "后面还有"},
		{"<!--", "。"}, // nothing is: the end of the block before
		{"项目", "项目"},
		{"12", "12"},
		{"释里", "释里的文字"},
		{"[^a]: ", "注释里"},
	} {
		offset := strings.Index(text, c.caret)
		number, caret, ok := s.Place(offset)
		if got := lineAt(caret); !ok || number != 0 || !strings.HasPrefix(got, c.shows) {
			t.Errorf("%q stands at %v (%v), where %q is", c.caret, caret, ok, got)
		}
	}
	// A picture is a place too, and leads back.
	number, caret, ok := s.Place(strings.Index(text, "none.png"))
	if !ok {
		t.Fatal("the picture stands nowhere")
	}
	if at, _ := s.Offset(number, page.Point{X: caret.X, Y: caret.Y - 20*page.Pt}); at > strings.Index(text, "照片") {
		t.Errorf("above the caption is %q", excerpt(text, at))
	}
}

func atOf(r page.Rect) page.Point { return page.Point{X: r.X + r.W/2, Y: r.Y + r.H/2} }
