package window

import (
	"os"
	"path/filepath"
	"testing"

	"safety365/app/keeping"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// The guide exists in every language, nothing is wrong with it, and the program makes
// a PDF of it.
func TestGuide(t *testing.T) {
	t.Setenv("SAFETY365_STATE", t.TempDir())
	for _, lang := range assets.Languages {
		path, err := writeGuide(lang)
		if err != nil {
			t.Errorf("%s: %v", lang, err)
			continue
		}
		if info, err := os.Stat(path); err != nil || info.Size() < 50_000 {
			t.Errorf("%s: %v", lang, err)
		}
		text, _ := assets.Guide(lang, filepath.Join(keeping.State(), "guide"))
		if d := bulletins.Parse("guide.md", text, kinds.Schema()); len(d.Diagnostics) > 0 || d.Lang != lang {
			t.Errorf("%s: %v", lang, d.Diagnostics)
		}
	}
}
