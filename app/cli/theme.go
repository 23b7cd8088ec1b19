package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"safety365/bulletins"
	"safety365/themes"
)

// themeFile is the file that --theme names.
type themeFile struct {
	path string // as given
	name string // without folder and extension
	data []byte
}

// openThemeFile reads the file that --theme names; nil if it names a theme.
func openThemeFile(arg string) (*themeFile, error) {
	ext := filepath.Ext(arg)
	isFile := strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml")
	if !isFile && !strings.ContainsRune(arg, '/') && !strings.ContainsRune(arg, filepath.Separator) {
		return nil, nil
	}
	f, err := os.Open(arg)
	if err != nil {
		return nil, err
	}
	data, err := readTheme(f)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(arg)
	if isFile {
		name = strings.TrimSuffix(name, ext)
	}
	return &themeFile{arg, name, data}, nil
}

// readTheme reads no more than shows that a file is too large.
func readTheme(f io.ReadCloser) ([]byte, error) {
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, themes.MaxSize+1))
}

// themeOpener finds a user's themes: the file of --theme and those beside it, then
// those in the document's folder, then those in the configuration folder.
type themeOpener struct {
	own    *themeFile
	folder *bulletins.Folder // of the document
	at     string            // its path
	shown  map[string]string // names of files → paths to be shown
}

func (o *themeOpener) read(name string) ([]byte, error) {
	if o.own != nil {
		if name == o.own.name+".yaml" {
			o.shown[name] = o.own.path
			return o.own.data, nil
		}
		if data, err := o.readIn(filepath.Dir(o.own.path), name); !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	if f, err := o.folder.Open(name); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return nil, err
		}
		o.shown[name] = filepath.Join(o.at, name)
		return readTheme(f)
	}
	config, err := configFolder()
	if err != nil {
		return nil, fs.ErrNotExist
	}
	return o.readIn(config, name)
}

// readIn reads a theme of a folder that the user keeps for themes; name is no path.
func (o *themeOpener) readIn(folder, name string) ([]byte, error) {
	path := filepath.Join(folder, name)
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	o.shown[name] = path
	return readTheme(f)
}

// configFolder is where a user keeps themes for all documents.
func configFolder() (string, error) {
	base, err := os.UserConfigDir()
	return filepath.Join(base, "safety365", "themes"), err
}

// defaultTheme is the theme for a language when nothing is said.
func defaultTheme(lang string) string {
	if lang == "zh" || strings.HasPrefix(lang, "zh-") {
		return themes.Default
	}
	return "plain"
}

// checkSets refuses what is no PATH=VALUE; what the path means is for themes.
func (c *command) checkSets(sets []string) error {
	for _, s := range sets {
		if path, _, ok := strings.Cut(s, "="); !ok || path == "" {
			return c.usage("bad-set", s)
		}
	}
	return nil
}
