package press

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// OwnTheme is a theme of the user's own that can be chosen.
type OwnTheme struct {
	Name  string            // as front matter states it
	Texts map[string]string // what it says of itself, by language
	Path  string
}

// OwnThemes lists the user's themes: those of a document's folder that describe
// themselves, for not every YAML file there is a theme, and all of [ThemeFolder].
// Themes with the names of built-in ones are left out. Without a folder it is "".
func OwnThemes(folder string) []OwnTheme {
	known := map[string]bool{}
	for _, name := range themes.Names() {
		known[name] = true
	}
	config, _ := ThemeFolder()
	var out []OwnTheme
	for _, dir := range []string{folder, config} {
		if dir == "" {
			continue
		}
		files, _ := os.ReadDir(dir)
		for _, f := range files {
			name, ok := strings.CutSuffix(f.Name(), ".yaml")
			if !ok || !f.Type().IsRegular() || known[name] {
				continue
			}
			path := filepath.Join(dir, f.Name())
			texts, offered := themes.Describe(name, func(string) ([]byte, error) { return ReadThemeFile(path) })
			if offered && (len(texts) > 0 || dir == config) {
				known[name] = true
				out = append(out, OwnTheme{name, texts, path})
			}
		}
	}
	return out
}

// Style is a theme of the user's own made of what a document states.
type Style struct {
	File []byte // the theme
	// Moved are the document's settings that it no longer needs once it has the theme.
	// Those that the office overrules in every theme stay in it.
	Moved []themes.Setting
	Found []Finding // what is wrong with its settings; they are left out
}

// MakeStyle makes a theme of a document's settings and of s.Sets, over the theme that
// the document has now. Own says how it is called, and holds the old file if that theme
// itself is to be changed.
func MakeStyle(doc *bulletins.Document, folder *bulletins.Folder, dir string, s Settings, own themes.Own) (Style, error) {
	office, _ := LoadOffice(folder, dir)
	s.Office = office
	doc = office.Apply(doc)
	theme, found, _ := LoadTheme(doc, folder, dir, s)
	own.Extends = theme.Name
	var out Style
	var stated []themes.Setting
	for _, setting := range append(themes.SettingsOf(doc), themes.Sets(s.Sets)...) {
		faults := slices.DeleteFunc(slices.Clone(found), func(f Finding) bool {
			return f.File != setting.File || f.Line != setting.Line || f.Column != setting.Column
		})
		if len(faults) > 0 {
			out.Found = append(out.Found, faults...)
			continue
		}
		stated = append(stated, setting)
		if !overruled(setting, office.Settings()) {
			out.Moved = append(out.Moved, setting)
		}
	}
	if s.own == nil {
		s.ReadTheme()
	}
	open := &themeOpener{own: s.own, folder: folder, at: dir, shown: map[string]string{}}
	var err error
	out.File, err = own.File(themes.Options{Language: doc.Lang, Kinds: kinds.Layers(doc.Meta), Settings: stated, Open: open.read})
	return out, err
}

// overruled reports whether others say something else where a setting stands.
func overruled(s themes.Setting, others []themes.Setting) bool {
	return slices.ContainsFunc(others, func(o themes.Setting) bool {
		same := o.Path == s.Path && o.Value == s.Value
		return !same && (o.Path == s.Path || strings.HasPrefix(o.Path, s.Path+".") || strings.HasPrefix(s.Path, o.Path+"."))
	})
}
