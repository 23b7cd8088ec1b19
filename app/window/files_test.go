package window

import (
	"path/filepath"
	"testing"

	"safety365/app/ui"
)

// Where the system has no file dialogs, Fyne's open and close in every use.
func TestFileDialogs(t *testing.T) {
	w, _, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	defer func(native func() bool) { nativeDialogs = native }(nativeDialogs)
	nativeDialogs = func() bool { return false }
	for name, a := range map[string]asking{
		"folder":  {title: "command-open-folder"},
		"picture": {title: "ask-picture", patterns: picturePatterns},
		"save":    {title: "command-save-as", patterns: documentPatterns, save: "乙.md"},
	} {
		t.Run(name, func(t *testing.T) {
			w.ask(a, func(path string) { t.Errorf("%s was chosen", path) })
			overlays := w.win.Canvas().Overlays()
			if overlays.Top() == nil || !ui.Covered() {
				t.Fatal("no dialog is open")
			}
			if !ui.Escape() || overlays.Top() != nil || ui.Covered() {
				t.Error("Escape leaves it open")
			}
		})
	}
}
