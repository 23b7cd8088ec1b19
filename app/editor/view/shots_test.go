package view

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

// TestShots draws all documents when a folder is named in SHOTS, to look at them.
func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("SHOTS names no folder")
	}
	pictures := func(url string) *page.ImageSource {
		source, _ := page.ReadImage(url, func() (io.ReadCloser, error) { return os.Open(filepath.Join("../../../assets/samples", url)) })
		return source
	}
	for name, text := range corpus(t) {
		if filepath.Ext(name) != ".md" && len(name) < 20 {
			continue
		}
		for _, mode := range []struct {
			name   string
			colors Colors
			scale  float64
			set    func(*State)
		}{
			{"light", light, 1, func(*State) {}},
			{"dark2", dark, 2, func(s *State) { s.Numbers = true }},
			{"marks", light, 1, func(s *State) { s.Marks, s.Numbers = true, true }},
		} {
			w := write(t, text)
			w.state.Colors, w.state.Pictures = mode.colors, pictures
			mode.set(&w.state)
			w.caret(0)
			for top, n := page.Length(0), 0; top < w.Height() && n < 6; top, n = top+1000*page.Pt, n+1 {
				shoot(t, w, top, min(w.Height()-top, 1000*page.Pt), mode.scale, filepath.Join(dir, name+"-"+mode.name+"-"+string(rune('0'+n))+".png"))
			}
		}
	}
}

func shoot(t *testing.T, w *written, top, height page.Length, scale float64, name string) {
	t.Helper()
	img, err := raster.New().Draw(context.Background(), w.Draw(top, height), raster.Options{DPI: 72 * scale})
	if img == nil {
		t.Fatal(err)
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := raster.EncodePNG(f, img, 72*scale); err != nil {
		t.Fatal(err)
	}
}

// busy is a text with everything that is drawn besides it.
const busy = `---
title: 三月安全简报
---

# 庄河市四项举措打好收官战

今年是我市安全生产**专项整治**三年行动的“巩固提升年”，详见[任务书](http://example.org/a)，引用:mark[必须处理]、:em[重点强调]、:name[张三]、:book[安全生产法]和:ruby[安全]{ān quán}。

（一）坚持问题导向。各督导组要以发现“安全隐患”为起点（包括“三违”），用` + "`code`" + `说话，不能走过场。

| 项目 | 横向 | < |
|---|:-:|--:|
| 甲 | 一段比较长的文字，用来看看单元格里是怎样换行的，够不够好看 | 1 |
| ^ |  | 20 |

::: callout {title=要点 tone=warning}
- [x] 已完成
- [ ] 未完成
:::

![](nosuch.png)
`

// TestBusyShots draws selection, matches, squiggles, composition and focus.
func TestBusyShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("SHOTS names no folder")
	}
	find := func(s string) int { return strings.Index(busy, s) }
	for name, set := range map[string]func(*State){
		"marks": func(s *State) { s.Selection = manuscript.At(find("任务书") + 3) },
		"select": func(s *State) {
			s.Selection = manuscript.Selection{Anchor: find("打好"), Caret: find("一段比") + 60}
		},
		"preedit": func(s *State) { s.Selection = manuscript.At(find("坚持")); s.Preedit = Preedit{"an'quan", 7} },
		"focus":   func(s *State) { s.Selection = manuscript.At(find("坚持")); s.Focus = true },
		"narrow":  func(s *State) { s.Width = 320 * page.Pt },
		"wide":    func(s *State) { s.Width, s.Numbers = 1300*page.Pt, true },
	} {
		for mode, colors := range map[string]Colors{"light": light, "dark": dark} {
			w := write(t, busy)
			w.state.Colors = colors
			w.state.Matches = []bulletins.Range{{Start: find("安全生产"), End: find("安全生产") + 12}, {Start: find("安全生产法"), End: find("安全生产法") + 12}}
			w.state.Match = 1
			w.state.Squiggles = []Squiggle{{bulletins.Range{Start: find("收官"), End: find("收官") + 9}, bulletins.Warning}, {bulletins.Range{Start: find("三违"), End: find("三违") + 6}, bulletins.Error}, {bulletins.Range{Start: find("走过场"), End: find("走过场") + 9}, bulletins.Info}}
			w.state.Front = "三月安全简报\n通报 · 2026-03-06"
			set(&w.state)
			w.Set(w.state)
			shoot(t, w, 0, min(w.Height(), 1000*page.Pt), 1.5, filepath.Join(dir, "busy-"+name+"-"+mode+".png"))
		}
	}
}
