package view

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

var update = flag.Bool("update", false, "write the golden files anew")

const small = `---
title: 简报
---

# 题

甲**乙**，a [b](http://x.y)。

- [x] 事

| 甲 | |
|---|--:|
| 1 | 2 |

::: callout {title=要点 tone=warning}
文
:::
`

// TestDump compares all that is drawn of a small text with testdata/small.txt.
func TestDump(t *testing.T) {
	w := write(t, small)
	w.state.Selection.Anchor, w.state.Selection.Caret = 24, 31
	w.state.Matches = []bulletins.Range{{Start: 28, End: 31}}
	w.state.Squiggles = []Squiggle{{bulletins.Range{Start: 28, End: 31}, bulletins.Error}}
	w.state.Numbers = true
	w.Set(w.state)
	var got bytes.Buffer
	if err := page.Dump(&got, &page.Book{Pages: []*page.Page{w.Draw(0, w.Height())}, Tags: page.NewTagTree()}); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("drawn is\n%s\nwant\n%s", got.Bytes(), want)
	}
}

// TestWindow proves that nothing is drawn outside of what was asked for.
func TestWindow(t *testing.T) {
	text := article(3000)
	w := write(t, text)
	w.state.Numbers = true
	w.state.Selection.Anchor, w.state.Selection.Caret = 0, len(text)
	w.Set(w.state)
	height := 300 * page.Pt
	for top := page.Length(0); top < w.Height(); top += 200 * page.Pt {
		p := w.Draw(top, height)
		if len(p.Items) > 400 {
			t.Errorf("%d items are drawn of a small window", len(p.Items))
		}
		for _, item := range p.Items {
			if run, ok := item.(*page.GlyphRun); ok && (run.Origin.Y < -40*page.Pt || run.Origin.Y > height+40*page.Pt) {
				t.Fatalf("text at %v of a window of %v", run.Origin.Y, height)
			}
		}
	}
}
