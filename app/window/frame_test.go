package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// In a narrow window the side keeps the room that the facts of a document need.
func TestSideKeepsItsRoom(t *testing.T) {
	w, _, dir := opened(t, "id", map[string]string{"甲.md": notice})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	for _, width := range []float32{1400, 1100, 900} {
		w.win.Resize(fyne.NewSize(width, 600))
		if got := w.frame.tabs.Size().Width; got < 16*14 {
			t.Errorf("in a window of %v the side is %v wide", width, got)
		}
	}
}
