package script

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tell says what single characters tell of a text's script.
type tell struct {
	differs map[rune]bool // under t2s
	scripts map[rune]int8 // +1 stands in Simplified only, -1 in Traditional only
}

var tells = sync.OnceValue(func() *tell {
	t := &tell{map[rune]bool{}, map[rune]int8{}}
	each("TSCharacters.txt", func(c rune, first string, self bool) {
		t.differs[c] = first != string(c)
		if !self {
			t.scripts[c]--
		}
	})
	each("TSCharactersExt.txt", func(c rune, first string, self bool) {
		t.differs[c] = t.differs[c] || first != string(c)
	})
	each("STCharacters.txt", func(c rune, _ string, self bool) {
		if !self {
			t.scripts[c]++
		}
	})
	return t
})

// each goes through the single characters of a table: the first of their values, and
// whether the character itself is among them.
func each(file string, do func(c rune, first string, self bool)) {
	t, err := open(file)
	if err != nil {
		panic(err) // the tables are part of the program
	}
	for key, values := range t.entries {
		c, size := utf8.DecodeRuneInString(key)
		if size != len(key) {
			continue
		}
		all := strings.Split(values, " ")
		self := false
		for _, v := range all {
			self = self || v == key
		}
		do(c, all[0], self)
	}
}

// Differs says whether a character by itself changes when Traditional becomes
// Simplified (t2s).
func Differs(c rune) bool { return tells().differs[c] }

// Guess tells the script of a text by the characters that stand in one only: zh-Hans,
// zh-Hant, or "" when there are none or as many of both.
func Guess(text string) string {
	t, score := tells(), 0
	for _, c := range text {
		if unicode.Is(unicode.Han, c) {
			score += int(t.scripts[c])
		}
	}
	switch {
	case score > 0:
		return "zh-Hans"
	case score < 0:
		return "zh-Hant"
	}
	return ""
}
