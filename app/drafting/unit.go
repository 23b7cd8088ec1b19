package drafting

import (
	"github.com/rivo/uniseg"
)

// unit returns the chars beside the caret that go at once.
func (t *tree) unit(back bool, units func(string, bool) int) (from, to int) {
	chars := t.load(t.caret.node)
	from, to = t.caret.index, t.caret.index
	if back {
		for from > 0 && !chars[from-1].shows() {
			from--
		}
		if from == 0 || len(trimSpaces(chars[:from])) == 0 && t.caret.node.kind != code {
			return to, to
		}
		if chars[from-1].kind != plain {
			return from - 1, to
		}
		low := from
		for low > 0 && from-low < 64 && chars[low-1].kind == plain {
			low--
		}
		return t.cutUnit(chars[low:from], low, true, units), to
	}
	for to < len(chars) && !chars[to].shows() {
		to++
	}
	if to == len(chars) {
		return from, from
	}
	if chars[to].kind != plain {
		return from, to + 1
	}
	high := to
	for high < len(chars) && high-to < 64 && chars[high].kind == plain {
		high++
	}
	return from, t.cutUnit(chars[to:high], to, false, units)
}

// cutUnit returns the index at which a unit at the end or the start of chars ends.
func (t *tree) cutUnit(chars []char, first int, back bool, units func(string, bool) int) int {
	size := units(plainText(chars), back)
	if back {
		i := len(chars)
		for size > 0 && i > 0 {
			i--
			size -= len(chars[i].text)
		}
		return first + i
	}
	i := 0
	for size > 0 && i < len(chars) {
		size -= len(chars[i].text)
		i++
	}
	return first + i
}

// clusters returns how many bytes the last or first character of a text takes.
func clusters(text string, back bool) int {
	last := 0
	for rest, state := text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if last = len(c); !back {
			break
		}
	}
	return last
}

// words returns how many bytes the last or first word of a text takes, with the
// spaces behind it.
func words(text string, back bool) int {
	var sizes []int
	var spaces []bool
	for rest, state := text, -1; rest != ""; {
		var w string
		w, rest, state = uniseg.FirstWordInString(rest, state)
		sizes = append(sizes, len(w))
		spaces = append(spaces, isBlank(w))
	}
	size := 0
	if back {
		for i := len(sizes) - 1; i >= 0; i-- {
			size += sizes[i]
			if !spaces[i] {
				break
			}
		}
		return size
	}
	for i := range sizes {
		if i > 0 && !spaces[i] && size > 0 {
			break
		}
		size += sizes[i]
	}
	return size
}

func isBlank(s string) bool {
	for _, c := range s {
		if c != ' ' && c != '\t' && c != '\u3000' && c != '\u00a0' && c != '\n' {
			return false
		}
	}
	return true
}
