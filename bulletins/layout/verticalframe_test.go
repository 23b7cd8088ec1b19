package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// standing says where the characters of the vertical lines of pages stand, from the top
// of their line in em of 10 pt: "安@0 全@1|人@0". A turned word stands where it
// begins, short numbers side by side.
func standing(pages []*page.Page) string {
	var lines []string
	for _, p := range pages {
		for _, l := range p.Lines {
			var out []string
			upright := false
			for _, it := range p.Items[l.First : l.First+l.N] {
				_, group := it.(*page.Group)
				eachRun([]page.Item{it}, page.Matrix{}, func(r *page.GlyphRun, m page.Matrix) {
					upright = upright || !r.Vertical && !group
					text, first := "", page.Point{}
					for i, g := range r.Glyphs {
						at := m.Apply(page.Point{X: r.Origin.X + g.X, Y: r.Origin.Y + g.Y})
						if r.Vertical {
							at.Y -= r.Size * 88 / 100
						}
						if i > 0 && (group || at.Y == first.Y) { // a word, a short number
							text += r.Cluster(i)
							continue
						}
						if text != "" {
							out = append(out, fmt.Sprintf("%s@%s", text, (first.Y-l.Baseline).MulDiv(1, 10).Decimal(2)))
						}
						text, first = r.Cluster(i), at
					}
					out = append(out, fmt.Sprintf("%s@%s", text, (first.Y-l.Baseline).MulDiv(1, 10).Decimal(2)))
				})
			}
			if !upright {
				lines = append(lines, strings.Join(out, " "))
			}
		}
	}
	return strings.Join(lines, "|")
}

// TestVerticalFrame is case D4 in a frame: positions of the characters in em. The lines are
// those of a whole document that is set vertically.
func TestVerticalFrame(t *testing.T) {
	for _, test := range []struct {
		text   string
		height page.Length // in em
		want   string
	}{
		{"安全生产，人人有责：“生命至上”。《法》——自12月起，PDCA循环2024年……（完）", 10,
			"安@0 全@1.04 生@2.09 产@3.13 ，@4.17 人@5.21 人@6.26 有@7.3 责@8.34 ：@9.38|" +
				"“@-0.5 生@0.5 命@1.5 至@2.5 上@3.5 ”@4.5 。@5 《@5.25 法@6.25 》@7.25 ——@8.5|" +
				"自@0 12@1 月@2 起@3 ，@4 PDCA@5 循@8 环@9|" +
				"2024@0 年@2.25 …@3.25 …@4.25 （@5.25 完@6.25 ）@7.25"},
		{"12月5日前，把“三违”（违章指挥、违章作业）清零；HSE部门7×24小时值守——不留死角！", 8,
			"12@0 月@1 5@2 日@3 前@4 ，@5 把@5.5 “@6 三@7|违@0 ”（@1 违@2 章@3 指@4 挥@5 、@6 违@7|" +
				"章@0 作@1 业@2 ）@3 清@3.5 零@4.5 ；@5.35 HSE@6.11|部@0 门@1 7×24@2.47 小@5 时@6 值@7|守@0 ——@1.5 不@3 留@4 死@5 角@6 ！@7"},
		{"《安全》第119条：發現火警，立即撥打「119」；30分鐘內上報EHS部門、消防隊（含志願隊）。", 7,
			"《@-0.5 安@0.5 全@1.5 》@2.5|第@0 119@1.27 条@3 ：@4 發@5 現@6|火@0 警@1 ，@2 立@3 即@4 撥@5 打@6|「@-0.5 119@0.59 」@2.14 ；@2.73 30@3.82 分@4.91 鐘@6|" +
				"內@0 上@1.03 報@2.06 EHS@3.58 部@6|門@0 、@1 消@2 防@3 隊@4 （@5 含@6|志@0 願@1 隊@2 ）@3 。@3.5"},
	} {
		s := newStage(t)
		frame := &layout.Vertical{Height: test.height * 10 * page.Pt, Place: themes.Center, Blocks: []layout.Block{s.text(test.text)}}
		got := standing(bothWays(t, s.flow(s.text("前文"), frame, s.text("后文"))))
		if got != test.want {
			t.Errorf("%s stands at\n%s, not at\n%s", test.text, got, test.want)
		}
		whole := newStage(t, "typeset.direction=vertical", fmt.Sprintf("typeset.measure=%vpt", int(test.height)*10))
		if all := standing(pagesOf(t, whole.flow(whole.text(test.text)))); all != got {
			t.Errorf("in a vertical document it stands at\n%s, not at\n%s", all, got)
		}
	}
}

// drawn says where the columns and boxes of a page stand, in pt from its type area: its
// text lines by their first character, rectangles by their corner and size.
func drawn(p *page.Page) string {
	var out []string
	for _, it := range p.Items {
		if path, ok := it.(*page.Path); ok && len(path.Segments) == 5 {
			a, b := path.Segments[0].P[0], path.Segments[2].P[0]
			out = append(out, fmt.Sprintf("box %s,%s %sx%s", (a.X-50*page.Pt).Decimal(0), (a.Y-40*page.Pt).Decimal(0), (b.X-a.X).Decimal(0), (b.Y-a.Y).Decimal(0)))
		}
	}
	for _, l := range p.Lines {
		first := []rune(firstRun(p.Items[l.First]).Text)[:1]
		out = append(out, fmt.Sprintf("%s %s,%s", string(first), (l.X-50*page.Pt).Decimal(0), (l.Baseline-40*page.Pt).Decimal(0)))
	}
	return strings.Join(out, "; ")
}

// TestVerticalPlace: a frame is as wide as its columns, stands where it was told to, and
// goes on below where it is too wide.
func TestVerticalPlace(t *testing.T) {
	long := strings.Repeat("一二三四五", 34) // 34 columns of 5, 14 of which have room in 280 pt
	row := func(n, y int) (out string) {
		for i := range n {
			out += fmt.Sprintf("一 %d,%d; ", 276-20*i, y)
		}
		return out
	}
	boxed := &themes.Style{Size: 10 * page.Pt, Leading: 20 * page.Pt, Box: themes.Box{Fill: page.Black, PadX: 10 * page.Pt, PadY: 5 * page.Pt}}
	for _, test := range []struct {
		name  string
		words string
		v     layout.Vertical
		want  string // on each page
	}{
		{"left", "上中下左中右", layout.Vertical{Height: 30 * page.Pt, Place: themes.Left},
			"前 0,14; 上 26,20; 左 6,20; 后 0,64"},
		{"middle", "上中下左中右", layout.Vertical{Height: 30 * page.Pt, Place: themes.Center},
			"前 0,14; 上 156,20; 左 136,20; 后 0,64"},
		{"right", "上中下左中右", layout.Vertical{Height: 30 * page.Pt, Place: themes.Right},
			"前 0,14; 上 286,20; 左 266,20; 后 0,64"},
		{"as tall as it needs", "上下左右", layout.Vertical{Place: themes.Right},
			"前 0,14; 上 286,20; 后 0,74"},
		{"twelve em at most", long[:3*14], layout.Vertical{Place: themes.Right},
			"前 0,14; 一 286,20; 三 266,20; 后 0,154"},
		{"even lines", "早会讲清作业风险，班后查清现场隐患", layout.Vertical{Height: 150 * page.Pt, Even: true},
			"前 0,14; 早 26,20; 班 6,20; 后 0,119"},
		{"a box", "上中下左中右", layout.Vertical{Height: 30 * page.Pt, Style: boxed},
			"box 0,20 60x40; 前 0,14; 上 36,25; 左 16,25; 后 0,74"},
		{"tiers", long, layout.Vertical{Height: 50 * page.Pt, Style: boxed, Place: themes.Right},
			"box 0,20 300x180; 前 0,14; " + row(14, 25) + row(14, 85) + row(6, 145) + "后 0,214"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t)
			v := test.v
			v.Blocks = []layout.Block{s.text(test.words)}
			var got []string
			for _, p := range bothWays(t, s.flow(s.text("前文"), &v, s.text("后文"))) {
				got = append(got, drawn(p))
			}
			if all := strings.Join(got, " | "); all != test.want {
				t.Errorf("drawn\n%s, not\n%s", all, test.want)
			}
		})
	}
}

// TestVerticalOverfull: what has no room in a frame, and a frame taller than its page, are
// told of.
func TestVerticalOverfull(t *testing.T) {
	s := newStage(t)
	words, code := s.text("注意安全。"), &layout.Drawing{Size: page.Size{W: 40 * page.Pt, H: 320 * page.Pt}}
	for _, test := range []struct {
		name string
		v    layout.Vertical
		want string
	}{
		{"taller than a page", layout.Vertical{Height: 500 * page.Pt, Blocks: []layout.Block{words}}, "vertical-overfull 100 注意安全。"},
		{"a picture wider than the column", layout.Vertical{Height: 60 * page.Pt, Blocks: []layout.Block{words, code}}, "vertical-overfull 20 注意安全。"},
		{"as it should be", layout.Vertical{Height: 400 * page.Pt, Blocks: []layout.Block{words}}, ""},
	} {
		_, book, problems := set(t, s.Theme, "zh-Hans", &test.v)
		got := ""
		for _, p := range problems {
			got += strings.Join([]string{p.Code, p.Args["by"], p.Args["text"]}, " ")
		}
		if got != test.want {
			t.Errorf("%s: told of %q, not %q", test.name, got, test.want)
		}
		for _, p := range places(book.Pages[0]) {
			if p.y < 40*page.Pt || p.y > 440*page.Pt {
				t.Errorf("%s: %s stands at %v, %v", test.name, p.text, p.x, p.y)
			}
		}
	}
}

// TestVerticalSpots: a click on a character of a vertical frame or a turned head leads to
// its place in the text, and from there back.
func TestVerticalSpots(t *testing.T) {
	for _, sets := range [][]string{nil, {"typeset.direction=vertical"}} {
		s := newStage(t, sets...)
		frame := &layout.Vertical{Place: themes.Right, Height: 60 * page.Pt, Blocks: []layout.Block{s.text("竖排里的文字，与PDCA循环")}}
		table := turnedTable(s, 1, 1, []string{"整改责任人", "Hot work"}, []string{"", ""})
		table.Head[0].Cells[1].Text.Inlines[0].Source = 100
		fixed := &layout.Fixed{At: page.Rect{X: 60 * page.Pt, Y: 400 * page.Pt, W: 200 * page.Pt}, Blocks: []layout.Block{s.text("固定的文字")}}
		f := s.flow(s.text("前文"), frame, table, s.text("后文"), fixed)
		pages := layout.NewSession(layout.Options{}).Layout(t.Context(), f)
		if spot, _ := pages.Find(layout.Origin{Block: 2, Offset: 104}); spot.Caret == (page.Rect{}) {
			t.Error("work is not found")
		} else if back, _ := pages.At(0, page.Point{X: spot.Caret.X + spot.Caret.W/2, Y: spot.Caret.Y + spot.Caret.H/2}); back.Offset < 103 || back.Offset > 104 {
			t.Errorf("work leads to %v", back)
		}
		for block, text := range []string{"前文", "竖排里的文字，与PDCA循环", "整改责任人", "后文", "固定的文字"} {
			for i, r := range text {
				at := layout.Origin{Block: int32(block), Offset: int32(i)}
				spot, ok := pages.Find(at)
				inside := page.Point{X: spot.Caret.X + spot.Caret.W/2 + page.Pt/10, Y: spot.Caret.Y + spot.Caret.H/2 + page.Pt/10}
				back, found := pages.At(spot.Page, inside)
				if !ok || !found || back.Origin != at {
					t.Errorf("%v: %c of %s stands at %v and leads to %v", sets, r, text, spot.Caret, back.Origin)
				}
			}
		}
	}
}

// TestVerticalPictures: pictures stand upright and undistorted in vertical lines, and those
// in a line in the middle of it.
func TestVerticalPictures(t *testing.T) {
	s := newStage(t)
	source := &page.ImageSource{Name: "a.png", Width: 300, Height: 100}
	inline := s.text("行里")
	inline.Inlines = append(inline.Inlines, layout.Inline{Image: &layout.Picture{Source: source, Alt: "图"}, Source: -1})
	cell := s.text("")
	cell.Inlines = []layout.Inline{{Image: &layout.Picture{Source: source, Alt: "图"}, Source: -1}}
	table := &layout.Table{Style: &s.body, Look: s.Tables, Rows: []layout.TableRow{{Cells: []layout.Cell{{Text: cell}}}}}
	figure := &layout.Figure{Style: &s.body, Picture: layout.Picture{Source: source, Alt: "图"}, Look: s.Figures}
	frame := &layout.Vertical{Height: 100 * page.Pt, Place: themes.Right, Blocks: []layout.Block{inline, table, figure}}
	var got []string
	var images func(items []page.Item)
	images = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.Group:
				images(it.Items)
			case *page.Image:
				if it.Rect.W < it.Rect.H*29/10 || it.Rect.W > it.Rect.H*31/10 {
					t.Errorf("a picture of 3:1 is %v by %v", it.Rect.W, it.Rect.H)
				}
				got = append(got, (it.Rect.X + it.Rect.W/2 - 340*page.Pt).Decimal(0)) // from the middle of the first line
			}
		}
	}
	images(pagesOf(t, s.flow(frame))[0].Items)
	if len(got) != 3 || got[0] != "0" {
		t.Errorf("pictures stand at %v", got)
	}
}

// TestReportVertical: what the report finds in horizontal lines it finds in the same lines
// of a vertical frame and of a vertical document, and no widows where there are none.
func TestReportVertical(t *testing.T) {
	said := func(f *layout.Flow) string {
		r := layout.NewReport(f.Theme, nil)
		for _, p := range pagesOf(t, f) {
			r.Add(p)
		}
		sums := r.Finish()
		return fmt.Sprintf("lines %d loose %d tight %d widest %v club %d widow %d foot %d", sums.Lines, sums.Count[layout.Loose], sums.Count[layout.Tight],
			sums.WidestGap, sums.Count[layout.Club], sums.Count[layout.Widow], sums.Count[layout.Foot])
	}
	for _, words := range []string{
		"发现火警，立即拨打“火警电话”；半小时内上报消防队（含志愿队），不得谎报。",
		"一层排不下的文字，从右往左排满一层，再到下面另起一层，接着从右往左排。",
		"安全生产，人人有责：“生命至上”。《法》——自本月起，每年复查两次……（完）",
	} {
		s := newStage(t, "typeset.measure=70pt")
		want := said(s.flow(s.text(words)))
		if got := said(s.flow(&layout.Vertical{Height: 70 * page.Pt, Blocks: []layout.Block{s.text(words)}})); got != want {
			t.Errorf("%s\n%s in a frame, not\n%s", words, got, want)
		}
		whole := newStage(t, "typeset.direction=vertical", "typeset.measure=70pt")
		if got := said(whole.flow(whole.text(words))); got != want {
			t.Errorf("%s\n%s in a vertical document, not\n%s", words, got, want)
		}
	}
}
