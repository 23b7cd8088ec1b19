package layout_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// spotted is a flow of three paragraphs of different blocks, a title of none and a note.
func spotted(t *testing.T, sets ...string) *layout.Flow {
	th := themeFor(t, "zh-Hans", sets...)
	body := th.Style("body")
	text := func(source int32, s string) *layout.Text {
		return &layout.Text{Style: body, Inlines: []layout.Inline{{Text: s, Source: source}}}
	}
	note := &layout.Note{Label: "①", ID: "fn:a", Back: "fnref:a", Source: -1, Blocks: []layout.Block{text(6, "注释的文字。")}}
	first := text(0, "第一段，讲的是安全。")
	first.Inlines = append(first.Inlines, layout.Inline{Text: "①", Note: note, Source: 30})
	f := &layout.Flow{Theme: th, Info: page.Info{Language: "zh-Hans"}, Blocks: []layout.Block{
		text(-1, "标题来自别处"), first, &layout.Break{}, text(2, strings.Repeat("第二段很长，", 900)), text(0, "第三段。")}}
	f.Sources = []int32{-1, 0, 0, 1, 2}
	return f
}

func TestFind(t *testing.T) {
	for _, sets := range [][]string{nil, {"typeset.direction=vertical"}} {
		flow := spotted(t, sets...)
		pages := layout.NewSession(layout.Options{}).Layout(context.Background(), flow)
		if pages.Len() < 4 {
			t.Fatalf("%d pages", pages.Len())
		}
		last := int32(len("第二段很长，"))
		for _, c := range []struct {
			at   layout.Origin
			page int
			back int32
		}{
			{layout.Origin{Block: 0, Offset: 0}, 0, 0},
			{layout.Origin{Block: 0, Offset: 3}, 0, 3},
			{layout.Origin{Block: 0, Offset: 4}, 0, 3}, // inside a character
			{layout.Origin{Block: -1, Note: "fn:a", Offset: 9}, 0, 9},
			{layout.Origin{Block: -1, Note: "fn:a", Offset: 0}, 0, 6}, // its label
			{layout.Origin{Block: 1, Offset: 0}, 1, 2},
			{layout.Origin{Block: 1, Offset: 2 + 899*last}, pages.Len() - 1, 2 + 899*last},
			{layout.Origin{Block: 2, Offset: 6}, pages.Len() - 1, 6},
		} {
			spot, ok := pages.Find(c.at)
			if !ok || spot.Page != c.page || spot.Line.W <= 0 || spot.Line.H <= 0 {
				t.Errorf("%v stands on page %d at %v (%v)", c.at, spot.Page, spot.Caret, ok)
				continue
			}
			inside := page.Point{X: spot.Caret.X + spot.Caret.W/2 + page.Pt/10, Y: spot.Caret.Y + spot.Caret.H/2 + page.Pt/10}
			back, ok := pages.At(spot.Page, inside)
			if want := (layout.Origin{Block: c.at.Block, Note: c.at.Note, Offset: c.back}); !ok || back.Origin != want {
				t.Errorf("%v leads back to %v", c.at, back.Origin)
			}
		}
		for _, at := range []layout.Origin{{Block: 9}, {Block: -1}, {Block: -1, Note: "fn:b"}} {
			if spot, ok := pages.Find(at); ok {
				t.Errorf("%v stands at %v", at, spot)
			}
		}
		// What comes from no block says its words.
		spot, ok := pages.Seek(0, func(text string) bool { return text == "标题来自别处" })
		if !ok || spot.Block != -1 {
			t.Errorf("the title is not found: %v", spot)
		}
		at, ok := pages.At(0, page.Point{X: spot.Line.X + spot.Line.W/2, Y: spot.Line.Y + spot.Line.H/2})
		if !ok || at.Text != "标题来自别处" {
			t.Errorf("the title is %v", at)
		}
		if _, ok := pages.At(99, page.Point{}); ok {
			t.Error("there is a page 100")
		}
	}
}

// TestCancelledKeeps: what was set before a layout was given up is not set again.
func TestCancelledKeeps(t *testing.T) {
	var lines []string
	for i := range 400 {
		lines = append(lines, strings.Repeat("会议指出，要保持清醒头脑。", 1+i%5)+string(rune('一'+i)))
	}
	flow := flowOf(t, strings.Join(lines, "\n"), "zh-Hans")
	ctx := &countdown{Context: context.Background(), left: 200}
	s := layout.NewSession(layout.Options{Workers: 1})
	if s.Layout(ctx, flow) != nil {
		t.Fatal("it was not given up")
	}
	// The rest can be set in the time that is left, as only half is to be done.
	again := &countdown{Context: context.Background(), left: 250}
	if s.Layout(again, flow) == nil {
		t.Error("everything was set again")
	}
}

// countdown is a context that ends after it has been asked so many times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}
