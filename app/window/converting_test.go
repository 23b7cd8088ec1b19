package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"safety365/app/manuscript"
	"safety365/app/ui"
)

// TestConvert: the text becomes Traditional in one step, with the values that were
// picked, names of files as they were; what is selected can be converted alone.
func TestConvert(t *testing.T) {
	const text = "---\nlang: zh-Hans\nkind: bulletin\ntitle: 后台检查\n---\n\n某局里面的“发动机”。\n\n![干部](图/干部.png)\n"
	w, _, dir := opened(t, "zh-Hans", map[string]string{"甲.md": text})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	d := w.desk
	w.convert()
	if !says(w, "下列 1 个字有几种写法") {
		t.Error("it is not said that there is something to be picked")
	}
	top := w.win.Canvas().Overlays().Top()
	top.Resize(fyne.Size{}) // a real window lays out again what has changed, the test's does not
	top.Resize(frameSize)
	for _, s := range found[*ui.Select](top) {
		if s.Selected == "面" {
			s.SetSelected("麪")
		}
	}
	answer(t, w, "", ui.Say("convert-do"))
	want := "---\nlang: zh-Hant\nkind: bulletin\ntitle: 後臺檢查\n---\n\n某局裏麪的“發動機”。\n\n![幹部](图/干部.png)\n"
	if got := d.text.Text(); got != want {
		t.Errorf("the text is\n%s", got)
	}
	d.text.Undo()
	if d.text.Text() != text {
		t.Error("one undo does not bring it back")
	}

	at := strings.Index(text, "发动机")
	d.text.Select(manuscript.Selection{Anchor: at, Caret: at + len("发动机")})
	w.convert()
	answer(t, w, "", ui.Say("convert-do"))
	if got := d.text.Text(); got != strings.Replace(text, "发动机", "發動機", 1) {
		t.Errorf("with a selection the text is\n%s", got)
	}
}
