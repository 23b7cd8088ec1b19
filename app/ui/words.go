package ui

import (
	"maps"
	"strconv"
	"strings"
	"sync/atomic"

	"safety365/assets"
	"safety365/bulletins"
)

var language atomic.Value // string

// Language returns the language of the window, one of assets.Languages.
func Language() string {
	if lang, ok := language.Load().(string); ok {
		return lang
	}
	return assets.SystemLanguage()
}

// SetLanguage chooses the language of the window. Parts that stand already keep
// their words until they are made again.
func SetLanguage(lang string) { language.Store(lang) }

// Say returns words of the window (assets/labels); args are names and values in turn.
func Say(key string, args ...string) string { return assets.Label(Language(), key, args...) }

// Message returns what is said about a Diagnostic and what to do about it. A key of
// the front matter is called what the form of fields calls it; a document that is taken
// in is named.
func Message(d bulletins.Diagnostic) (message, hint string) {
	args := d.Args
	if key := args["key"]; key != "" {
		args = maps.Clone(args)
		args["key"] = FieldName(key)
	}
	message, hint = assets.Message(Language(), d.Code, args)
	if at := d.Elsewhere; at != nil {
		message = Say("elsewhere", "file", at.File, "line", strconv.Itoa(at.Line), "message", message)
	}
	return message, hint
}

// FieldName is what people call a key of the front matter; a part of a value has its
// key behind a dot. One that we do not know is called as it is.
func FieldName(key string) string {
	labels := []string{"field-" + strings.ReplaceAll(key, ".", "-")}
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		labels = append(labels, "field-part-"+key[i+1:])
	}
	for _, label := range labels {
		if words := Say(label); words != label {
			return words
		}
	}
	return key
}
