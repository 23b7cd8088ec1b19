package window

import (
	"encoding/json"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"safety365/app/editor"
	"safety365/app/library"
	"safety365/app/look"
	"safety365/app/preview"
	"safety365/assets"
)

// preferences are what the program remembers of its user. They are kept by Fyne in a
// file of the user's configuration folder; nothing of a document is among them.
type preferences struct{ store fyne.Preferences }

// recentLimit is how many documents and folders are remembered.
const recentLimit = 24

// get reads a value that was put as JSON; what cannot be read is as if it were not
// there.
func get[T any](p preferences, key string, fallback T) T {
	v := fallback
	if text := p.store.String(key); text != "" && json.Unmarshal([]byte(text), &v) != nil {
		return fallback
	}
	return v
}

func put[T any](p preferences, key string, v T) {
	if text, err := json.Marshal(v); err == nil {
		p.store.SetString(key, string(text))
	}
}

// language is the language of the window: the user's choice or the system's.
func (p preferences) language() string {
	if lang := p.store.String("language"); slices.Contains(assets.Languages, lang) {
		return lang
	}
	return assets.SystemLanguage()
}

// look is light at first, as office programs are: Fyne does not know what the system
// wishes before the window has stood for a moment.
func (p preferences) look() look.Settings {
	s := get(p, "look", look.Settings{Shade: look.Light, Scale: 1})
	s.Scale = min(max(s.Scale, 0.8), 2)
	s.Language = p.language()
	return s
}

func (p preferences) editor() editor.Settings     { return get(p, "editor", editor.Settings{}) }
func (p preferences) setEditor(s editor.Settings) { put(p, "editor", s) }
func (p preferences) preview() preview.State {
	return get(p, "preview", preview.DefaultState())
}
func (p preferences) setPreview(s preview.State) { put(p, "preview", s) }
func (p preferences) snippets() []string         { return get[[]string](p, "snippets", nil) }
func (p preferences) addSnippet(s string)        { put(p, "snippets", append(p.snippets(), s)) }
func (p preferences) frame() frameState          { return get(p, "frame", defaultFrame) }
func (p preferences) setFrame(s frameState)      { put(p, "frame", s) }
func (p preferences) recent() []library.Recent   { return get[[]library.Recent](p, "recent", nil) }

// remember puts a document or folder at the head of the recent ones.
func (p preferences) remember(r library.Recent) {
	r.Opened = time.Now()
	all := slices.DeleteFunc(p.recent(), func(old library.Recent) bool { return old.Path == r.Path })
	all = append([]library.Recent{r}, all...)
	put(p, "recent", all[:min(len(all), recentLimit)])
}

func (p preferences) forget(path string) {
	put(p, "recent", slices.DeleteFunc(p.recent(), func(r library.Recent) bool { return r.Path == path }))
}
