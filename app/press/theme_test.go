package press

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// library is a folder of a document with themes, and an empty configuration folder.
type library struct {
	*testing.T
	dir    string
	folder *bulletins.Folder
}

func newLibrary(t *testing.T) library {
	t.Helper()
	config := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} { // os.UserConfigDir
		t.Setenv(name, config)
	}
	l := library{t, t.TempDir(), nil}
	folder, err := bulletins.OpenFolder(l.dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	l.folder = folder
	return l
}

func (l library) write(path, text string) {
	l.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		l.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		l.Fatal(err)
	}
}

func read(text string) *bulletins.Document {
	return bulletins.Parse("doc.md", text, kinds.Schema())
}

func TestLoadTheme(t *testing.T) {
	l := newLibrary(t)
	config, err := ThemeFolder()
	if err != nil {
		t.Fatal(err)
	}
	l.write(filepath.Join(config, "shop.yaml"), "name: shop\nextends: plain\n")
	l.write(filepath.Join(l.dir, "house.yaml"), "name: house\nextends: bulletin\nstyles: {body: {sise: 12pt}}\n")
	own := filepath.Join(t.TempDir(), "own.yaml")
	l.write(own, "name: own\nextends: plain\n")
	for _, c := range []struct {
		name, text string
		set        Settings
		theme      string
		found      []string // FILE:LINE CODE
	}{
		{"Chinese", "安全第一。", Settings{}, "bulletin", nil},
		{"English", "Safety first, and always.", Settings{}, "plain", nil},
		{"stated", "---\ntheme: plain\n---\n安全", Settings{}, "plain", nil},
		{"asked for", "---\ntheme: plain\n---\n安全", Settings{Theme: "bulletin"}, "bulletin", nil},
		{"configuration", "---\ntheme: shop\n---\n安全", Settings{}, "shop", nil},
		{"document's folder", "---\ntheme: house\n---\n安全", Settings{}, "house", []string{filepath.Join(l.dir, "house.yaml") + ":3 theme-unknown-key"}},
		{"file", "安全", Settings{Theme: own}, "own", nil},
		{"unknown", "---\nlang: en\ntheme: nowhere\n---\nx", Settings{}, "bulletin", []string{"doc.md:3 theme-unknown"}},
		{"unknown option", "x", Settings{Theme: "nowhere"}, "bulletin", []string{"--theme:0 theme-unknown"}},
		{"settings", "---\ntitle: x\nsettings:\n  styles.body.sise: 3pt\n---\n安全", Settings{}, "bulletin", []string{"doc.md:4 theme-unknown-key"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(c.text)
			theme, found, _ := LoadTheme(doc, l.folder, l.dir, c.set)
			var places []string
			for _, f := range found {
				places = append(places, filepath.ToSlash(f.File)+":"+string(rune('0'+f.Line))+" "+f.Code)
				if f.Inside() != (f.File == "doc.md") {
					t.Errorf("%v is inside: %v", f, f.Inside())
				}
				if f.Inside() && doc.Position(f.Range.Start) != (bulletins.Position{Line: f.Line, Column: f.Column}) {
					t.Errorf("offset %d is not %d:%d", f.Range.Start, f.Line, f.Column)
				}
			}
			if theme.Name != c.theme || !slices.Equal(places, c.found) {
				t.Errorf("%s %q, want %s %q", theme.Name, places, c.theme, c.found)
			}
		})
	}
}

// TestThemeCache: the theme is the same pointer until something that it was made of
// changes.
func TestThemeCache(t *testing.T) {
	l := newLibrary(t)
	path := filepath.Join(l.dir, "house.yaml")
	l.write(path, "name: house\nextends: bulletin\n")
	const front = "---\ntheme: house\nsettings:\n  styles.body.size: 12pt\n---\n\n"
	var cache ThemeCache
	first, _ := cache.Load(read(front+"安全"), l.folder, l.dir, Settings{})
	steps := []struct {
		name string
		text string
		do   func()
		same bool
	}{
		{"typing", front + "安全第一", nil, true},
		{"a line above the settings", "---\ntitle: 安全\n" + front[4:] + "安全", nil, true},
		{"a setting", "---\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\n安全", nil, false},
		{"the setting again", "---\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\n安全。", nil, true},
		{"the language", "---\nlang: en\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\nx", nil, false},
		{"the file", "---\nlang: en\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\nx", func() { l.write(path, "name: house\nextends: plain\n\n") }, false},
		{"the file gone", "---\nlang: en\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\nx", func() { os.Remove(path) }, false},
		{"typing after that", "---\nlang: en\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\nxy", nil, true},
		{"one of that name", "---\nlang: en\ntheme: house\nsettings:\n  styles.body.size: 13pt\n---\n\nxy", func() { l.write(path, "name: house\n") }, false},
	}
	for _, s := range steps {
		if s.do != nil {
			s.do()
			cache.looked = time.Time{} // a second later
		}
		now, found := cache.Load(read(s.text), l.folder, l.dir, Settings{})
		if (now == first) != s.same {
			t.Errorf("%s: same %v, want %v", s.name, now == first, s.same)
		}
		if s.name == "typing after that" && (len(found) != 1 || found[0].Line != 3) {
			t.Errorf("%s: %v", s.name, found)
		}
		first = now
	}
}

func BenchmarkThemeCache(b *testing.B) {
	folder, _ := bulletins.OpenFolder(b.TempDir())
	defer folder.Close()
	doc := read("安全第一")
	var cache ThemeCache
	for b.Loop() {
		cache.Load(doc, folder, ".", Settings{})
	}
}
