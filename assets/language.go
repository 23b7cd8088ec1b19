package assets

import (
	"os"
	"strings"
)

// SystemLanguage returns the language of the person at the machine, one of
// [Languages]: that of the environment if it states one, else that of the system.
func SystemLanguage() string {
	if lang, ok := environment(os.Getenv); ok {
		return lang
	}
	for _, tag := range systemTags() {
		if lang := Closest(tag); lang != "" {
			return lang
		}
	}
	return unknownLanguage
}

// environment reads the variables of POSIX, the strongest first. The locale C says
// nothing about a language, but it is a statement all the same: plain English.
func environment(get func(string) string) (lang string, ok bool) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := get(name)
		if value == "" {
			continue
		}
		if lang = Closest(value); lang != "" {
			return lang, true
		}
		return "en", true
	}
	return "", false
}

// Closest returns the one of [Languages] that serves a reader of a language best, or
// "" if none is of that language. It understands BCP 47 tags and names of POSIX
// locales: zh-TW, zh_TW.UTF-8, id_ID@latin.
func Closest(tag string) string {
	tag, _, _ = strings.Cut(tag, ".")
	tag, _, _ = strings.Cut(tag, "@")
	parts := strings.FieldsFunc(strings.ToLower(tag), func(c rune) bool { return c == '-' || c == '_' })
	if len(parts) == 0 {
		return ""
	}
	switch parts[0] {
	case "en":
		return "en"
	case "id", "in": // in is what Java and old systems call Indonesian
		return "id"
	case "zh":
		for _, p := range parts[1:] {
			switch p {
			case "hans":
				return "zh-Hans"
			case "hant", "tw", "hk", "mo":
				return "zh-Hant"
			}
		}
		return "zh-Hans"
	}
	return ""
}
