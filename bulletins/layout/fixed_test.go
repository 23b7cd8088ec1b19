package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

const pt = page.Pt

// TestFixed: baselines of a line of 20 pt with 10 pt type stand 13.8 pt below its top.
func TestFixed(t *testing.T) {
	s := newStage(t)
	boxed := s.body
	boxed.Box = themes.Box{Fill: page.Black, PadX: 5 * pt, PadY: 10 * pt}
	word := func() []layout.Block { return []layout.Block{s.text("定")} }
	right := func(s *themes.Style) { s.Align = themes.Right }
	for name, test := range map[string]struct {
		fixed layout.Fixed
		want  string
	}{
		"sheet":        {layout.Fixed{At: page.Rect{X: 30 * pt, Y: 100 * pt}, Blocks: word()}, "定@30,114"},
		"area":         {layout.Fixed{At: page.Rect{X: 30 * pt, Y: 100 * pt}, Area: true, Blocks: word()}, "定@80,154"},
		"sheet's foot": {layout.Fixed{At: page.Rect{Y: 10 * pt}, Foot: true, Blocks: word()}, "定@0,484"},
		"area's foot":  {layout.Fixed{At: page.Rect{}, Foot: true, Area: true, Blocks: word()}, "定@50,434"},
		"to the right": {layout.Fixed{At: page.Rect{X: 30 * pt}, Blocks: []layout.Block{s.text("定", right)}}, "定@390,14"},
		"area's right": {layout.Fixed{At: page.Rect{X: 30 * pt}, Area: true, Blocks: []layout.Block{s.text("定", right)}}, "定@340,54"},
		"middle":       {layout.Fixed{At: page.Rect{W: 50 * pt, H: 60 * pt}, Valign: "middle", Blocks: word()}, "定@0,34"},
		"bottom":       {layout.Fixed{At: page.Rect{W: 50 * pt, H: 60 * pt}, Valign: "bottom", Blocks: word()}, "定@0,54"},
		"box":          {layout.Fixed{At: page.Rect{X: 30 * pt, Y: 100 * pt, W: 60 * pt}, Style: &boxed, Blocks: word()}, "定@35,124"},
		"columns": {layout.Fixed{At: page.Rect{W: 300 * pt}, Blocks: []layout.Block{
			&layout.Columns{Count: 2, Gap: 20 * pt, Blocks: s.lines(2)}}}, "第1行@0,14 第2行@160,14"},
		"here": {layout.Fixed{Here: true, At: page.Rect{X: 30 * pt, Y: -10 * pt}, Blocks: word()}, "定@80,64"},
		"two":  {layout.Fixed{Blocks: append(word(), &layout.Fixed{At: page.Rect{Y: 50 * pt}, Blocks: []layout.Block{s.text("内")}})}, "定@0,14 内@0,64"},
	} {
		t.Run(name, func(t *testing.T) {
			want := "第1行@50,54 第2行@50,74"
			in := bothWays(t, s.flow(s.lines(1)[0], &test.fixed, s.lines(2)[1]))
			if got := stands(in); got != test.want+" "+want {
				t.Errorf("among blocks: %s", got)
			}
			if test.fixed.Here {
				return
			}
			f := s.flow(s.lines(2)...)
			test.fixed.Page = 1
			f.Fixed = []*layout.Fixed{&test.fixed}
			if got := stands(bothWays(t, f)); got != test.want+" "+want {
				t.Errorf("by number: %s", got)
			}
		})
	}
}

// TestFixedPages: what is fixed stands on its page, and makes pages if it must.
func TestFixedPages(t *testing.T) {
	s := newStage(t)
	at := func(n int, words string) *layout.Fixed {
		return &layout.Fixed{Page: n, Blocks: []layout.Block{s.text(words)}}
	}
	text := func() *layout.Fixed { return at(0, "文") }
	for name, test := range map[string]struct {
		flow *layout.Flow
		want string
	}{
		"pages":     {&layout.Flow{Blocks: s.lines(21), Fixed: []*layout.Fixed{at(1, "首"), at(-1, "末"), at(2, "二")}}, "首 第1行… | 末 二 第21行"},
		"no text":   {&layout.Flow{Fixed: []*layout.Fixed{at(2, "背"), at(1, "面")}}, "面 | 背"},
		"imprint":   {&layout.Flow{Blocks: s.lines(1), Imprint: s.lines(1), ImprintEven: true, Fixed: []*layout.Fixed{at(-1, "末")}}, "第1行 | 末 第1行"},
		"a break":   {&layout.Flow{Blocks: []layout.Block{text(), &layout.Break{}, s.text("后")}}, "文 | 后"},
		"full page": {&layout.Flow{Blocks: append(append(s.lines(20), text()), s.text("后"))}, "文 第1行… | 后"},
		"columns": {&layout.Flow{Blocks: []layout.Block{&layout.Columns{Count: 2, Gap: 20 * pt,
			Blocks: []layout.Block{s.text("左"), text(), s.text("右")}}}}, "文 左 右"},
		"landscape": {&layout.Flow{Blocks: []layout.Block{s.text("直"), &layout.Turn{Blocks: []layout.Block{text(), s.text("横")}}}}, "直 | 文 横"},
	} {
		t.Run(name, func(t *testing.T) {
			f := s.flow(test.flow.Blocks...)
			f.Fixed, f.Imprint, f.ImprintEven = test.flow.Fixed, test.flow.Imprint, test.flow.ImprintEven
			var got []string
			for _, p := range bothWays(t, f) {
				words := strings.Fields(strings.ReplaceAll(stands([]*page.Page{p}), "@", " @"))
				page := ""
				for i, w := range words {
					if !strings.HasPrefix(w, "@") && i < 8 {
						page += w + " "
					}
				}
				got = append(got, strings.TrimSpace(page))
			}
			for i := range got {
				if n := strings.Index(got[i], " 第2行"); n > 0 {
					got[i] = got[i][:n] + "…"
				}
			}
			if all := strings.Join(got, " | "); all != test.want {
				t.Errorf("%s", all)
			}
		})
	}
}

// TestSeal: a seal stands over issuer and date, in the middle of them, behind the text.
func TestSeal(t *testing.T) {
	s := newStage(t)
	centred := func(s *themes.Style) { s.Align = themes.Center }
	f := s.flow(s.text("文"), &layout.Frame{Natural: true, Place: themes.Right, Style: &themes.Style{Right: 40 * pt}, Blocks: []layout.Block{
		s.text("一二三四五六", centred),
		&layout.Fixed{Here: true, At: page.Rect{Y: -30 * pt, H: 40 * pt}, Valign: "middle", Blocks: []layout.Block{s.text("印", centred)}},
		s.text("日期", centred)}})
	if got := stands(bothWays(t, f)); got != "印@275,74 文@50,54 一二三四五六@250,74 日期@270,94" {
		t.Error(got)
	}
}

// TestFixedStreams: pages that are handed over before the others are set have it too.
func TestFixedStreams(t *testing.T) {
	s := newStage(t)
	f := s.flow(s.lines(600)...)
	f.Fixed = []*layout.Fixed{{Page: 1, Blocks: []layout.Block{s.text("首")}}, {Page: 0, Artifact: true, Blocks: []layout.Block{s.text("饰")}}}
	pages := bothWays(t, f)
	first, all := 0, 0
	for _, p := range pages {
		for _, it := range p.Items {
			if r, ok := it.(*page.GlyphRun); ok && r.Text == "首" {
				first += p.Number + 1
			} else if ok && r.Text == "饰" {
				all++
			}
		}
	}
	if len(pages) != 30 || first != 1 || all != 30 {
		t.Errorf("%d pages: the first has it (%d), %d have the other", len(pages), first, all)
	}
}

// TestFixedRead: what is fixed is read where it stands among the blocks, its headings
// are bookmarks, decoration is not read, and a click on it finds its text.
func TestFixedRead(t *testing.T) {
	s := newStage(t)
	head := func(words string) *layout.Text {
		h := s.text(words)
		h.Tag, h.Outline, h.ID = page.RoleH1, 1, words
		return h
	}
	f := s.flow(head("一"), &layout.Fixed{At: page.Rect{Y: 300 * pt}, Blocks: []layout.Block{head("二")}}, head("三"),
		&layout.Fixed{At: page.Rect{Y: 300 * pt, X: 100 * pt}, Artifact: true, Blocks: []layout.Block{head("饰")}},
		&layout.Row{Cells: []layout.RowCell{{Blocks: []layout.Block{head("四")}}, {Blocks: []layout.Block{head("五")}}}})
	f.Fixed = []*layout.Fixed{{Page: -1, At: page.Rect{Y: 400 * pt}, Blocks: []layout.Block{head("末")}}, {Page: 1, At: page.Rect{Y: 200 * pt}, Blocks: []layout.Block{head("首")}}}
	book, _, err := layout.Layout(context.Background(), f, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outline := ""
	for _, o := range book.Outline {
		outline += o.Title
		if at := book.Dests[o.Dest].At; o.Title == "五" && at != (page.Point{X: 200 * pt, Y: 80 * pt}) {
			t.Errorf("五 is at %v", at)
		}
	}
	if outline != "首一二三四五末" {
		t.Errorf("bookmarks %s", outline)
	}
	read := ""
	words := map[page.TagID]string{}
	for _, it := range book.Pages[0].Items {
		if r, ok := it.(*page.GlyphRun); ok {
			words[r.Tag] += r.Text
		}
	}
	for id := range book.Tags.Nodes {
		if id > 0 {
			read += words[page.TagID(id)]
		}
	}
	if read != "首一二三四五末" {
		t.Errorf("read as %s", read)
	}
	pages := layout.NewSession(layout.Options{}).Layout(context.Background(), f)
	for block, at := range map[int32]page.Point{0: {X: 55 * pt, Y: 50 * pt}, 1: {X: 5 * pt, Y: 310 * pt}, 4: {X: 205 * pt, Y: 90 * pt}} {
		spot, ok := pages.At(0, at)
		if !ok || spot.Block != block || spot.Offset != 0 {
			t.Errorf("at %v stands %v", at, spot.Origin)
		}
		if block == 4 { // its first character is that of the left cell
			continue
		}
		if back, ok := pages.Find(layout.Origin{Block: block}); !ok || back.Caret.X > at.X || back.Line.Y > at.Y || back.Line.Y+back.Line.H < at.Y {
			t.Errorf("block %d stands at %v", block, back.Line)
		}
	}
	if spot, ok := pages.At(0, page.Point{X: 105 * pt, Y: 312 * pt}); ok && spot.Block == 3 {
		t.Error("decoration is found by a click")
	}
}

func TestSkip(t *testing.T) {
	s := newStage(t)
	gap := func(s *themes.Style) { s.Before = 30 * pt }
	for name, test := range map[string]struct {
		blocks []layout.Block
		want   string
	}{
		"down":     {[]layout.Block{s.text("上"), &layout.Skip{To: 100 * pt}, s.text("下")}, "上@50,54 下@50,154"},
		"past it":  {[]layout.Block{s.text("上"), &layout.Skip{To: 5 * pt}, s.text("下")}, "上@50,54 下@50,74"},
		"the top":  {[]layout.Block{&layout.Skip{To: 100 * pt}, s.text("下"), s.text("次")}, "下@50,154 次@50,174"},
		"a space":  {[]layout.Block{s.text("上"), &layout.Skip{To: 40 * pt}, s.text("下", gap)}, "上@50,54 下@50,104"},
		"no space": {[]layout.Block{s.text("上"), &layout.Skip{To: 100 * pt}, s.text("下", gap)}, "上@50,54 下@50,154"},
		"a frame": {[]layout.Block{&layout.Frame{Style: &themes.Style{Left: 10 * pt, Before: 20 * pt}, Blocks: []layout.Block{
			&layout.Skip{To: 100 * pt}, s.text("下")}}}, "下@60,154"},
		"the last": {[]layout.Block{s.text("上"), &layout.Skip{To: 100 * pt}}, "上@50,54"},
	} {
		if got := stands(bothWays(t, s.flow(test.blocks...))); got != test.want {
			t.Errorf("%s: %s, not %s", name, got, test.want)
		}
	}
}

// TestFixedVertical: among lines that run downwards it is horizontal, at the same place.
func TestFixedVertical(t *testing.T) {
	s := newStage(t, "typeset.direction=vertical")
	f := s.flow(s.text("一"), &layout.Fixed{At: page.Rect{X: 30 * pt, Y: 100 * pt}, Blocks: []layout.Block{s.text("定")}})
	f.Fixed = []*layout.Fixed{{Page: 1, Area: true, Foot: true, Blocks: []layout.Block{s.text("脚")}}}
	f.Imprint = []layout.Block{s.text("记")}
	var at []string
	for _, it := range pagesOf(t, f)[0].Items {
		if r, ok := it.(*page.GlyphRun); ok && r.Tag != 0 {
			at = append(at, r.Text+fmt.Sprint(r.Origin.X.Decimal(0), ",", r.Origin.Y.Decimal(0), ",", r.Vertical))
		}
	}
	if got := strings.Join(at, " "); got != "脚50,434,false 定30,114,false 一335,49,true 记55,49,true" {
		t.Error(got)
	}
}

// TestApart: what stands beside the text is no part of its columns for the report.
func TestApart(t *testing.T) {
	s := newStage(t)
	heading := func() *layout.Text { return s.text("标题", func(s *themes.Style) { s.Role = "h2" }) }
	f := s.flow(s.lines(1)[0], &layout.Row{Cells: []layout.RowCell{{Blocks: []layout.Block{s.text("左"), heading()}}, {Blocks: s.lines(1)}}},
		&layout.Fixed{At: page.Rect{Y: 480 * pt}, Blocks: []layout.Block{heading()}}, s.text("后"))
	report := layout.NewReport(s.Theme, func(found layout.Finding) { t.Errorf("%s: %s", found.Fault, found.Text) })
	for _, p := range pagesOf(t, f) {
		report.Add(p)
	}
	report.Finish()
}

// TestPictureHeight: a picture has the height that it is given, without distortion.
func TestPictureHeight(t *testing.T) {
	s := newStage(t)
	source := &page.ImageSource{Width: 400, Height: 100}
	for name, test := range map[string]struct {
		figure layout.Figure
		want   string
	}{
		"height":   {layout.Figure{Height: 50 * pt}, "200×50"},
		"tall":     {layout.Figure{Height: 70 * pt}, "280×70"},
		"too wide": {layout.Figure{Height: 100 * pt}, "300×75"},
		"both":     {layout.Figure{Height: 50 * pt, Width: 100 * pt}, "100×25"},
	} {
		test.figure.Picture.Source = source
		for _, it := range pagesOf(t, s.flow(&test.figure))[0].Items {
			if im, ok := it.(*page.Image); ok && (page.Size{W: im.Rect.W, H: im.Rect.H}).String() != test.want {
				t.Errorf("%s: %v", name, im.Rect)
			}
		}
	}
}

// TestStageContents: headings beside the text stand in the contents.
func TestStageContents(t *testing.T) {
	s := newStage(t)
	head := func(words string) *layout.Text {
		h := s.text(words)
		h.Outline = 2
		return h
	}
	f := s.flow(&layout.Contents{Levels: []*themes.Style{&s.body}}, &layout.Break{}, head("一"), &layout.Break{},
		&layout.Row{Cells: []layout.RowCell{{Blocks: []layout.Block{head("二")}}, {Blocks: []layout.Block{head("三")}}}},
		&layout.Fixed{Blocks: []layout.Block{head("四")}})
	f.Fixed = []*layout.Fixed{{Page: -1, At: page.Rect{Y: 20 * pt}, Blocks: []layout.Block{head("末")}}, {Page: 1, At: page.Rect{Y: 20 * pt}, Blocks: []layout.Block{head("首")}}}
	book, _, err := layout.Layout(context.Background(), f, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines, _ := linesOf(book.Pages[0])
	if got := strings.Join(lines, " "); got != "首 首 1 一 2 二 3 三 3 四 3 末 3" {
		t.Error(got)
	}
}
