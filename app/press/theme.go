package press

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// ThemeOption is the File of findings about Settings.Theme.
const ThemeOption = "--theme"

// Settings say how documents are set.
type Settings struct {
	Draft bool     // a review copy, which is never stopped and bears its mark
	Theme string   // name or YAML file; "" leaves the choice to the document
	Sets  []string // path=value, laid over the theme
	// Today is when the document is looked at; zero: what is out of date is not told.
	Today time.Time
	// Office is what the office has set up for all documents; nil: nothing. A [Job]
	// finds it itself.
	Office *kinds.Office

	own *themeFile // what Theme means if it is a file and has been read
}

// ReadTheme reads the file that Theme names, once for many documents. It does
// nothing if Theme is the name of a theme.
func (s *Settings) ReadTheme() (err error) {
	s.own, err = openThemeFile(s.Theme)
	return err
}

// LoadTheme resolves the theme that the settings, the document or its language
// chooses. The document's pictures and themes are read from folder, whose path is
// dir. The theme is never nil.
func LoadTheme(doc *bulletins.Document, folder *bulletins.Folder, dir string, s Settings) (*themes.Theme, []Finding, Stamp) {
	if s.own == nil {
		s.ReadTheme() // a file that cannot be read is a theme that is not known
	}
	open := &themeOpener{own: s.own, folder: folder, at: dir, shown: map[string]string{}}
	for o := s.Office; o != nil; o = o.Below {
		open.shown[o.Source.Name] = o.Source.Name
	}
	choice := choose(doc, s)
	theme, problems := themes.Load(choice.name, themes.Options{
		Language: doc.Lang,
		Kinds:    kinds.Layers(doc.Meta),
		Settings: append(s.Office.Settings(), themes.SettingsOf(doc)...),
		Sets:     themes.Sets(s.Sets),
		Open:     open.read,
	})
	var found []Finding
	for _, p := range problems {
		d := bulletins.Diagnostic{Code: p.Code, Severity: p.Severity, Args: p.Args, Range: nowhere}
		f := Finding{Diagnostic: d, File: p.File, Line: p.Line, Column: p.Column}
		switch shown := open.shown[p.File]; {
		case p.File == "": // about the name itself
			f.Range, f.File, f.Line, f.Column = choice.Range, choice.file, choice.at.Line, choice.at.Column
		case shown != "":
			f.File = shown
		case p.File == doc.Name && p.Line > 0: // what it says under settings
			at := offsetOf(doc.Text, p.Line, p.Column)
			f.Range = bulletins.Range{Start: at, End: at}
		}
		found = append(found, f)
	}
	return theme, found, stampOf(doc, s, choice, open.looked, len(found) > 0)
}

// choice is the name of a theme and where it is named.
type choice struct {
	name string
	file string
	bulletins.Range
	at bulletins.Position
}

func choose(doc *bulletins.Document, s Settings) choice {
	switch stated := doc.Meta.Values["theme"]; {
	case s.own != nil:
		return choice{name: s.own.name, file: ThemeOption, Range: nowhere}
	case s.Theme != "":
		return choice{name: s.Theme, file: ThemeOption, Range: nowhere}
	case stated.Text != "":
		return choice{stated.Text, doc.Name, stated.Range, doc.Position(stated.Range.Start)}
	}
	if _, said := doc.Meta.Values["theme"]; !said {
		if o, named := s.Office.Theme(doc.Meta.Text("kind"), doc.Lang); o != nil {
			return choice{strings.TrimSpace(named.Text), o.Source.Name, nowhere, o.Source.Position(named.Range.Start)}
		}
	}
	return choice{name: kinds.ThemeFor(doc.Meta.Text("kind"), doc.Lang), file: doc.Name, at: bulletins.Position{Line: 1, Column: 1}}
}

// offsetOf finds a line and a column, counted in characters, in a text.
func offsetOf(text string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return len(text)
		}
		at += next + 1
	}
	for i, c := range text[at:] {
		if column--; column == 0 || c == '\n' {
			return at + i
		}
	}
	return len(text)
}

// themeFile is a file of the user's own that is named as a theme.
type themeFile struct {
	path string // as given
	name string // without folder and extension
	data []byte
}

// openThemeFile reads the file that an argument names; nil if it names a theme.
func openThemeFile(arg string) (*themeFile, error) {
	ext := filepath.Ext(arg)
	isFile := strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml")
	if !isFile && !strings.ContainsRune(arg, '/') && !strings.ContainsRune(arg, filepath.Separator) {
		return nil, nil
	}
	data, err := ReadThemeFile(arg)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(arg)
	if isFile {
		name = strings.TrimSuffix(name, ext)
	}
	return &themeFile{arg, name, data}, nil
}

// ReadThemeFile reads no more of a theme's file than shows that it is too large.
func ReadThemeFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return readTheme(f)
}

func readTheme(f io.ReadCloser) ([]byte, error) {
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, themes.MaxSize+1))
}

// ThemeFolder is where a user keeps themes for all documents.
func ThemeFolder() (string, error) {
	base, err := os.UserConfigDir()
	return filepath.Join(base, "safety365", "themes"), err
}

// themeOpener finds a user's themes: the file that the settings name and those
// beside it, then those in the document's folder, then those in [ThemeFolder].
type themeOpener struct {
	own    *themeFile
	folder *bulletins.Folder // of the document
	at     string            // its path
	shown  map[string]string // names of files → paths to be shown
	looked []look
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
	if o.folder != nil {
		o.looked = append(o.looked, lookIn(o.folder, name))
		if f, err := o.folder.Open(name); !errors.Is(err, fs.ErrNotExist) {
			if err != nil {
				return nil, err
			}
			o.shown[name] = filepath.Join(o.at, name)
			return readTheme(f)
		}
	}
	config, err := ThemeFolder()
	if err != nil {
		return nil, fs.ErrNotExist
	}
	return o.readIn(config, name)
}

// readIn reads a theme of a folder that the user keeps for themes; name is no path.
func (o *themeOpener) readIn(folder, name string) ([]byte, error) {
	path := filepath.Join(folder, name)
	o.looked = append(o.looked, lookAt(path))
	data, err := ReadThemeFile(path)
	if err == nil {
		o.shown[name] = path
	}
	return data, err
}
