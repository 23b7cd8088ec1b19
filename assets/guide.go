package assets

import (
	"embed"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed guide
var guide embed.FS

// Guide returns the text of the guide for users in a language, and puts its pictures
// into a folder, where the text looks for them.
func Guide(lang, dir string) (string, error) {
	text, err := guide.ReadFile("guide/guide." + lang + ".md")
	if err != nil {
		return "", err
	}
	err = fs.WalkDir(guide, "guide/pictures", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil // a guide may have no pictures
		}
		data, err := guide.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, "pictures", d.Name())
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o600)
	})
	return string(text), err
}
