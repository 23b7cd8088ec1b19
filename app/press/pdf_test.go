package press

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestToFilePanics: a fault while writing is an error, and the older file stays.
func TestToFilePanics(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.pdf")
	if err := os.WriteFile(path, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := ToFile(path)(func(io.Writer) error { panic("a fault") }); err == nil {
		t.Error("no error")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "older" {
		t.Errorf("the file holds %q (%v)", got, err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
}
