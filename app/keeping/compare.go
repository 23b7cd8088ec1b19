package keeping

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Kind says in which of two texts a Piece is.
type Kind uint8

const (
	Same    Kind = iota // in both
	Removed             // in the old text alone
	Added               // in the new text alone
)

func (k Kind) String() string { return [...]string{"same", "removed", "added"}[k] }

// Piece is a part of two texts. The pieces that are the Same or Removed are the old
// text, those that are the Same or Added the new one.
type Piece struct {
	Kind Kind
	Text string
}

// compareTime is how long Compare looks for the smallest difference. After that it
// takes the one that it has.
const compareTime = 400 * time.Millisecond

// Compare finds the differences between two texts, paragraph by paragraph, and
// character by character in those that were changed. Whatever the texts, it takes
// about a second at most; what could not be compared in that time is removed and
// added.
func Compare(old, new string) []Piece {
	var out pieces
	deadline := time.Now().Add(2 * compareTime)
	for _, h := range compareLines(lines(old), lines(new)) {
		if h.same {
			out.add(Same, strings.Join(h.old, ""))
		} else {
			out.change(h.old, h.new, deadline)
		}
	}
	return out
}

type pieces []Piece

// add adds a piece, to the last one if it is of the same kind.
func (p *pieces) add(kind Kind, text string) {
	if n := len(*p); n > 0 && (*p)[n-1].Kind == kind {
		(*p)[n-1].Text += text
	} else if text != "" {
		*p = append(*p, Piece{kind, text})
	}
}

func lines(text string) []string {
	all := strings.SplitAfter(text, "\n")
	if all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return all
}

// hunk is some lines of the old text and what stands for them in the new.
type hunk struct {
	same     bool
	old, new []string
}

// compareLines compares two lists of lines, each line taken as one character.
func compareLines(old, new []string) (out []hunk) {
	start := 0
	for start < min(len(old), len(new)) && old[start] == new[start] {
		start++
	}
	end := 0
	for end < min(len(old), len(new))-start && old[len(old)-1-end] == new[len(new)-1-end] {
		end++
	}
	add := func(h hunk) {
		if len(h.old)+len(h.new) > 0 {
			out = append(out, h)
		}
	}
	add(hunk{true, old[:start], new[:start]})
	for _, h := range compareMiddle(old[start:len(old)-end], new[start:len(new)-end]) {
		add(h)
	}
	add(hunk{true, old[len(old)-end:], new[len(new)-end:]})
	return out
}

func compareMiddle(old, new []string) (out []hunk) {
	numbers := map[string]rune{}
	a, okA := numbered(old, numbers)
	b, okB := numbered(new, numbers)
	if len(a) == 0 || len(b) == 0 || !okA || !okB {
		return []hunk{{false, old, new}}
	}
	var h hunk
	flush := func() {
		if len(h.old)+len(h.new) > 0 {
			out = append(out, h)
		}
		h = hunk{}
	}
	for _, d := range differ().DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			flush()
			out = append(out, hunk{true, old[:n], new[:n]})
			old, new = old[n:], new[n:]
		case diffmatchpatch.DiffDelete:
			h.old, old = append(h.old, old[:n]...), old[n:]
		case diffmatchpatch.DiffInsert:
			h.new, new = append(h.new, new[:n]...), new[n:]
		}
	}
	flush()
	return out
}

// numbered gives equal lines equal characters; ok is false if there are too many.
func numbered(lines []string, numbers map[string]rune) (out []rune, ok bool) {
	const surrogates, gap = 0xd800, 0x800 // are no characters
	for _, line := range lines {
		n, seen := numbers[line]
		if !seen {
			n = rune(len(numbers)) + 1
			if n >= surrogates {
				n += gap
			}
			if n > utf8.MaxRune {
				return nil, false
			}
			numbers[line] = n
		}
		out = append(out, n)
	}
	return out, true
}

func differ() *diffmatchpatch.DiffMatchPatch {
	d := diffmatchpatch.New()
	d.DiffTimeout = compareTime
	return d
}

// change shows lines that gave way to others: those that are alike character by
// character, the rest as removed or added.
func (p *pieces) change(old, new []string, deadline time.Time) {
	for _, at := range pairs(old, new, deadline) {
		n, m := len(old)-at.oldLeft, len(new)-at.newLeft
		p.add(Removed, strings.Join(old[:n], ""))
		p.add(Added, strings.Join(new[:m], ""))
		old, new = old[n:], new[m:]
		if len(old) > 0 && len(new) > 0 {
			p.paragraph(old[0], new[0], deadline)
			old, new = old[1:], new[1:]
		}
	}
}

// paragraph compares two paragraphs that are alike.
func (p *pieces) paragraph(old, new string, deadline time.Time) {
	left := time.Until(deadline)
	if left <= 0 || !utf8.ValidString(old) || !utf8.ValidString(new) {
		p.add(Removed, old)
		p.add(Added, new)
		return
	}
	d := differ()
	d.DiffTimeout = min(d.DiffTimeout, left)
	for _, part := range d.DiffCleanupSemantic(d.DiffMainRunes([]rune(old), []rune(new), false)) {
		switch part.Type {
		case diffmatchpatch.DiffEqual:
			p.add(Same, part.Text)
		case diffmatchpatch.DiffDelete:
			p.add(Removed, part.Text)
		case diffmatchpatch.DiffInsert:
			p.add(Added, part.Text)
		}
	}
}
