package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestBroken: a character is one wide.
func TestBroken(t *testing.T) {
	for _, c := range []struct {
		text string
		room float32
		want string
	}{
		{"文件所在的文件夹是只读的。", 12, "文件所在的文件夹是只读|的。"},
		{"请用“另存为”保存到别处", 5, "请用“另存|为”保存到|别处"},
		{"甲（乙）丙", 3, "甲|（乙）|丙"},
		{"the file is read-only", 9, "the file|is read-|only"},
		{"/a/verylongnamewithoutend", 10, "/a/|verylongna|mewithoute|nd"},
		{"甲乙\n丙丁", 9, "甲乙|丙丁"},
		{"甲乙\n\n丙\n", 9, "甲乙||丙|"},
		{"", 5, ""},
	} {
		got := broken(c.text, c.room, func(s string) float32 { return float32(utf8.RuneCountInString(s)) })
		if want := strings.ReplaceAll(c.want, "|", "\n"); got != want {
			t.Errorf("%q at %v: %q, want %q", c.text, c.room, got, want)
		}
	}
}

// TestText: it grows in height as it gets narrow, and the other way round.
func TestText(t *testing.T) {
	test.NewTempApp(t)
	text := NewText(strings.Repeat("隐患就是事故。", 20))
	text.Resize(fyne.NewSize(400, 10))
	wide := text.MinSize()
	text.Resize(fyne.NewSize(200, 10))
	narrow := text.MinSize()
	text.Resize(fyne.NewSize(400, 10))
	if narrow.Height < 1.8*wide.Height || text.MinSize() != wide || wide.Width > 200 {
		t.Errorf("wide %v, narrow %v, wide again %v", wide, narrow, text.MinSize())
	}
	if text.SetText("短"); text.MinSize().Height >= wide.Height/2 {
		t.Errorf("a short one is %v high", text.MinSize().Height)
	}
}
