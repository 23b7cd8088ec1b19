package shelf

import (
	"bytes"
)

// lines lists the lines of a text in which a reader sees something that is looked
// for. Lines with all of it come alone, if there are any.
func (m *matcher) lines(path string, h *haystack) []Hit {
	var some, all []Hit
	frontEnd := frontLength(h.text)
	line := lineCounter{text: h.text}
	ahead := make([]int, len(m.words)) // where each word comes next
	for at := 0; at <= len(h.text) && len(some) < 4*maxHitsOfText && len(all) < maxHitsOfText; {
		first := m.next(h, at, ahead)
		if first == len(h.text) {
			break
		}
		start, end := line.around(first)
		if hit, count := m.inLine(h, start, end, start < frontEnd); count > 0 {
			hit.Path, hit.Line = path, line.number
			some = append(some, hit)
			if count == len(m.words) {
				all = append(all, hit)
			}
		}
		at = end + 1
	}
	if len(all) > 0 {
		some = all
	}
	return some[:min(len(some), maxHitsOfText)]
}

// next is the place of the first of the words from there on, or the end of the text.
// Each word is looked for again only when its last place is behind.
func (m *matcher) next(h *haystack, from int, ahead []int) int {
	first := len(h.text)
	for i := range m.words {
		if from == 0 || ahead[i] < from {
			ahead[i] = len(h.text)
			if start, _, ok := m.words[i].find(h, from); ok {
				ahead[i] = start
			}
		}
		first = min(first, ahead[i])
	}
	return first
}

// inLine returns the first visible match in a line and how many of the words it has.
func (m *matcher) inLine(h *haystack, start, end int, front bool) (hit Hit, count int) {
	line := &haystack{text: h.text[start:end]}
	if h.small != nil {
		line.small = h.small[start:end]
	}
	var hidden []bool
	if !m.pattern {
		hidden = hide(line.text, front)
	}
	first := -1
	length := 0
	for i := range m.words {
		from, to, ok := m.words[i].find(line, 0)
		for ok && hidden != nil && !visible(hidden, from, to) {
			from, to, ok = m.words[i].find(line, to)
		}
		if !ok {
			continue
		}
		count++
		if first < 0 || from < first {
			first, length = from, to-from
		}
	}
	if count == 0 {
		return hit, 0
	}
	hit = Hit{Offset: start + first, Length: length}
	hit.Excerpt, hit.Start, hit.End = excerpt(line.text, hidden, first, first+length)
	return hit, count
}

// frontLength is how many bytes of a text its front matter takes.
func frontLength(text []byte) int {
	if !bytes.HasPrefix(text, []byte("---\n")) {
		return 0
	}
	if i := bytes.Index(text[3:], []byte("\n---")); i >= 0 {
		return 3 + i
	}
	return 0
}

// lineCounter finds lines in the order of a text.
type lineCounter struct {
	text            []byte
	counted, number int
}

// around returns the bounds of the line at an offset, which is not before the last.
func (l *lineCounter) around(offset int) (start, end int) {
	start = bytes.LastIndexByte(l.text[:offset], '\n') + 1
	l.number = max(l.number, 1) + bytes.Count(l.text[l.counted:start], lf)
	l.counted = start
	if end = bytes.IndexByte(l.text[offset:], '\n'); end < 0 {
		return start, len(l.text)
	}
	return start, offset + end
}
