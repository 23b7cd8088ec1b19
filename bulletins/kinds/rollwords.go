package kinds

import (
	"strings"
	"sync"

	"safety365/assets"
)

// What columns are called and what cells say, in all languages: the phrases column-KEY,
// column-KEY-also and words-KEY. They are read once.
var columnNames, cellWords sync.Map

// namesOf are the names of a column, the usual ones first.
func namesOf(key string) []string {
	if names, ok := columnNames.Load(key); ok {
		return names.([]string)
	}
	var names []string
	for _, lang := range assets.Languages {
		names = append(names, assets.Phrase(lang, "column-"+key))
	}
	for _, lang := range assets.Languages {
		names = append(names, wordsOf(lang, "column-"+key+"-also")...)
	}
	columnNames.Store(key, names)
	return names
}

// wordsOf are the words of a phrase that lists some.
func wordsOf(lang, key string) []string { return filled(strings.Split(assets.Phrase(lang, key), "|")) }

// wordIn says which of some phrases lists a word in any language: 是 is one of words-yes.
func wordIn(word string, keys ...string) string {
	word = foldWord(word)
	for _, key := range keys {
		words, ok := cellWords.Load(key)
		if !ok {
			set := map[string]bool{}
			for _, lang := range assets.Languages {
				for _, w := range wordsOf(lang, key) {
					set[foldWord(w)] = true
				}
			}
			words, _ = cellWords.LoadOrStore(key, set)
		}
		if words.(map[string]bool)[word] {
			return key
		}
	}
	return ""
}

// foldWord leaves out what makes no difference: spaces and letter case.
func foldWord(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), "")) }
