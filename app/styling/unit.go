package styling

import (
	"strings"

	"safety365/assets"
)

// unit is what people count in. Its words are unit-NAME in all languages.
type unit struct {
	name, code string // code is that of a theme's length
	step       float64
}

// units may be typed behind a number. Those of one code are told apart by what is
// measured: 字 for an indent, 倍 for the distance of lines.
var units = []unit{
	{"mm", "mm", 1}, {"cm", "cm", 0.1}, {"pt", "pt", 1}, {"em", "em", 1}, {"times", "em", 0.05}, {"in", "in", 0.1},
}

// isUnit says whether a word means a unit in any language.
func isUnit(u unit, word string) bool {
	if strings.EqualFold(word, u.code) {
		return true
	}
	for _, lang := range assets.Languages {
		if strings.EqualFold(word, assets.Label(lang, "unit-"+u.name)) {
			return true
		}
	}
	return false
}
