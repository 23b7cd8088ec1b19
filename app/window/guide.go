package window

import (
	"context"
	"os"
	"path/filepath"

	"safety365/app/keeping"
	"safety365/app/press"
	"safety365/assets"
)

// writeGuide makes the guide in a language, by the program itself, and returns the
// PDF's path. It lies with the program's own files, not among the user's.
func writeGuide(lang string) (string, error) {
	dir := filepath.Join(keeping.State(), "guide")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	text, err := assets.Guide(lang, dir)
	if err != nil {
		return "", err
	}
	job := &press.Job{Path: filepath.Join(dir, "guide."+lang+".md"), Text: text, Settings: press.Settings{Draft: false}}
	defer job.Close()
	path := filepath.Join(dir, "guide."+lang+".pdf")
	_, err = job.PDF(context.Background(), press.ToFile(path))
	return path, err
}
