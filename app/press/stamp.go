package press

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// Stamp is all that a theme was made from, so that it can be told whether it would
// come out the same again.
type Stamp struct {
	name, lang, kind string
	at               bulletins.Range // of the name
	settings         []themes.Setting
	sets             []string
	office           *kinds.Office
	places           bool // findings name places in the document, which must not move
	looked           []look
}

// look is a file that was looked for.
type look struct {
	name   string // in the document's folder, or a path
	inside bool   // in the document's folder
	state  state
}

// state is what can be seen of a file without reading it; zero: there is none.
type state struct {
	changed time.Time
	size    int64
}

func stateOf(info fs.FileInfo, err error) state {
	if err != nil {
		return state{}
	}
	return state{info.ModTime(), info.Size()}
}

func lookAt(path string) look { return look{path, false, stateOf(os.Stat(path))} }

func lookIn(folder *bulletins.Folder, name string) look {
	return look{name, true, stateOf(folder.Stat(name))}
}

func stampOf(doc *bulletins.Document, s Settings, c choice, looked []look, places bool) Stamp {
	stamp := Stamp{name: c.name, lang: doc.Lang, kind: strings.Join(kinds.Layers(doc.Meta), " "), settings: themes.SettingsOf(doc), sets: slices.Clone(s.Sets), office: s.Office, places: places}
	if places {
		stamp.at = c.Range
	} else {
		unplace(stamp.settings)
	}
	if s.own != nil {
		looked = append(looked, lookAt(s.own.path))
	}
	stamp.looked = looked
	return stamp
}

// unplace forgets where settings stand: text typed above them does not change them.
func unplace(settings []themes.Setting) {
	for i := range settings {
		settings[i].File, settings[i].Line, settings[i].Column = "", 0, 0
	}
}

// Fresh reports whether a document asks for the same theme as the one that the stamp
// was made for. It looks at no files: see [Stamp.Unchanged].
func (s Stamp) Fresh(doc *bulletins.Document, set Settings) bool {
	now := stampOf(doc, set, choose(doc, set), nil, s.places)
	return now.name == s.name && now.lang == s.lang && now.kind == s.kind && now.at == s.at && now.office == s.office &&
		slices.Equal(now.settings, s.settings) && slices.Equal(now.sets, s.sets)
}

// Unchanged reports whether the files that the theme was made from, and those that
// were looked for and not found, are as they were.
func (s Stamp) Unchanged(folder *bulletins.Folder) bool {
	return !slices.ContainsFunc(s.looked, func(l look) bool { return l.changed(folder) })
}

// changed reports whether a file is not as it was.
func (l look) changed(folder *bulletins.Folder) bool {
	now := lookAt
	if l.inside {
		if folder == nil {
			return true
		}
		now = func(name string) look { return lookIn(folder, name) }
	}
	state := now(l.name).state
	return state.size != l.state.size || !state.changed.Equal(l.state.changed)
}

// ThemeCache keeps the theme of a document that is being typed. The zero one is
// ready for use; it is not safe for use by two goroutines at once.
type ThemeCache struct {
	theme    *themes.Theme
	found    []Finding
	stamp    Stamp
	settings Settings
	dir      string
	looked   time.Time
}

// lookEvery is how often a ThemeCache looks whether files have changed.
const lookEvery = time.Second

// Load is [LoadTheme], and returns the same pointer as long as nothing has changed.
// Files are looked at no more than once a second.
func (c *ThemeCache) Load(doc *bulletins.Document, folder *bulletins.Folder, dir string, s Settings) (*themes.Theme, []Finding) {
	if c.theme != nil && c.dir == dir && c.settings.Theme == s.Theme {
		s.own = c.settings.own
		due := time.Since(c.looked) >= lookEvery
		if c.stamp.Fresh(doc, s) && (!due || c.stamp.Unchanged(folder)) {
			if due {
				c.looked = time.Now()
			}
			return c.theme, c.found
		}
		s.own = nil
	}
	s.ReadTheme()
	c.theme, c.found, c.stamp = LoadTheme(doc, folder, dir, s)
	c.settings, c.dir, c.looked = s, dir, time.Now()
	return c.theme, c.found
}
