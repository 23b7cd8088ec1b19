package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/look"
	"safety365/assets"
)

// TestRoom: the parts fit into the least sizes that they are made for, whatever their
// language.
func TestRoom(t *testing.T) {
	for _, lang := range assets.Languages {
		w := open(t, lang, look.Light, fyne.NewSize(900, 600))
		s := NewStart(StartOptions{
			Window: w, Icon: theme.DocumentIcon(), Version: "10.20.30", New: func() {}, OpenFolder: func() {},
			OpenFile: func() {}, Paste: func(string) {}, Guide: func() {},
			Recent: func() []Recent { return recentsOf(t) },
		})
		g := NewGallery(GalleryOptions{Text: func() string { return ownText }, Cancel: func() {}})
		l := NewList(ListOptions{Window: w, New: func() {}})
		l.full = true
		l.showRows()
		for name, c := range map[string]struct {
			o   fyne.CanvasObject
			max fyne.Size
		}{
			"start": {s, fyne.NewSize(900, 600)}, "gallery": {g, fyne.NewSize(860, 560)}, "list": {l, fyne.NewSize(240, 400)},
		} {
			fill(w, c.o, c.max)
			if m := c.o.MinSize(); m.Width > c.max.Width || m.Height > c.max.Height {
				t.Errorf("%s in %s wants %v, there is %v", name, lang, m, c.max)
			}
		}
		s.Close()
		g.Close()
		l.Close()
	}
}

func TestTwoLines(t *testing.T) {
	open(t, "zh-Hans", look.Light, fyne.NewSize(100, 100))
	size := themeSize(textSize)
	width := fyne.MeasureText("国国国国国国国国国国", size, fyne.TextStyle{}).Width
	for in, want := range map[string][2]string{
		"短": {"短", ""},
		"一二三四五六七八九十一二三四五":           {"一二三四五六七八九十", "一二三四五"},
		"一二三四五六七八九十一":               {"一二三四五六七八九十", "一"},
		"一二三四五六七八九十，一二三四五":          {"一二三四五六七八九十，", "一二三四五"},
		"一二三四五六七八九“一二三四五六":          {"一二三四五六七八九", "“一二三四五六"},
		"一二三四五六七八九十一二三四五六七八九十一二":    {"一二三四五六七八九十", "一二三四五六七八九…"},
		"Four measures to carry on": {"Four measures to", "carry on"},
	} {
		first, second := twoLines(in, width, size, fyne.TextStyle{})
		if first != want[0] || second != want[1] {
			t.Errorf("%s: %q %q, want %q", in, first, second, want)
		}
	}
}
