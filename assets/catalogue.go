package assets

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
)

//go:embed messages/*.yaml phrases/*.yaml labels/*.yaml
var words embed.FS

// Languages are the languages of messages, phrases and labels. The first serves where a
// code has no words in the language asked for.
var Languages = []string{"en", "zh-Hans", "zh-Hant", "id"}

// text is an entry of a catalogue: a message with its hint, or a phrase alone.
type text struct{ message, hint string }

// catalogue is all entries of one language.
type catalogue struct {
	once    sync.Once
	entries map[string]text
}

var messages, phrases, labels = catalogues(), catalogues(), catalogues()

func catalogues() map[string]*catalogue {
	all := map[string]*catalogue{}
	for _, lang := range Languages {
		all[lang] = &catalogue{}
	}
	return all
}

// find looks an entry up, in English if the language does not have it.
func find(all map[string]*catalogue, pattern, lang, key string) (text, bool) {
	if all[lang] == nil {
		lang = Closest(lang)
	}
	for _, lang := range []string{lang, Languages[0]} {
		c := all[lang]
		if c == nil {
			continue
		}
		c.once.Do(func() { c.entries = load(pattern + lang + ".yaml") })
		if e, ok := c.entries[key]; ok {
			return e, true
		}
	}
	return text{}, false
}

// load reads all files of a pattern.
func load(pattern string) map[string]text {
	entries := map[string]text{}
	names, _ := fs.Glob(words, pattern)
	for _, name := range names {
		data, _ := words.ReadFile(name)
		read(string(data), entries)
	}
	return entries
}

// read adds the entries of a file: "key: value" for a phrase, "key:" with indented
// fields below it for a message. This is all the YAML that catalogues may use.
func read(data string, entries map[string]text) {
	key := ""
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, " \r\n")
		if trimmed := strings.TrimLeft(line, " "); trimmed == "" || trimmed[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, ":")
		value = unquote(strings.TrimSpace(value))
		if name[0] != ' ' {
			key = name
			entries[key] = text{message: value}
			continue
		}
		e := entries[key]
		switch strings.TrimSpace(name) {
		case "message":
			e.message = value
		case "hint":
			e.hint = value
		}
		entries[key] = e
	}
}

// escapes are the escapes that a quoted value may hold.
var escapes = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, "\n")

func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	return escapes.Replace(s[1 : len(s)-1])
}
