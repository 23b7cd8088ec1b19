package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
)

// A text that is dropped becomes a document, with the text as it came beside it.
func TestDroppedText(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := filepath.Join(t.TempDir(), "来文.txt")
	must(t, os.WriteFile(file, []byte(foreign), 0o666))
	v.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	press := func(words string) {
		var button *ui.Button
		v.q.until(t, words, func() bool {
			top := v.w.win.Canvas().Overlays().Top()
			if top == nil {
				return false
			}
			for _, b := range found[*ui.Button](top) {
				if b.Text == words && !b.Disabled() {
					button = b
				}
			}
			return button != nil
		})
		test.Tap(button)
	}
	press(ui.Say("taking-create"))
	press(ui.Say("library-create"))
	if text := v.w.desk.text.Text(); !strings.Contains(text, "讲清楚，不能走过场。") || strings.Contains(text, "打印本页") {
		t.Errorf("the document is\n%s", text)
	}
	raw := strings.TrimSuffix(v.w.desk.path, ".md") + ".raw.txt"
	v.q.until(t, "the raw text is kept", func() bool { _, err := os.Stat(raw); return err == nil })
	if got := read(t, raw); got != foreign {
		t.Errorf("kept is %q", got)
	}
}

func TestDroppedTable(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := filepath.Join(t.TempDir(), "台账.csv")
	must(t, os.WriteFile(file, []byte("序号,隐患,状态\n1,通道堵塞,已整改\n"), 0o666))
	v.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	v.q.until(t, "the gallery", func() bool { return v.w.win.Canvas().Overlays().Top() != nil })
	for _, b := range found[*ui.Button](v.w.win.Canvas().Overlays().Top()) {
		if b.Text == ui.Say("library-create") {
			test.Tap(b)
			break
		}
	}
	if text := v.w.desk.text.Text(); !strings.Contains(text, "通道堵塞") || !strings.Contains(text, "|") {
		t.Errorf("the document is\n%s", text)
	}
}
