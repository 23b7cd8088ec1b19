package script

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Configs are the names that Convert knows.
var Configs = []string{"t2s", "tw2s", "hk2s", "s2t", "s2tw", "s2twp", "s2hk"}

// Choice is a place where the text did not tell which of several values was meant.
type Choice struct {
	Offset int    // where From stands in the text, in bytes
	Result int    // where To stands in the result, in bytes
	From   string // what stood there
	To     string // what was taken
	Others []string
}

// Convert turns a text into the script that a configuration says, and lists the choices
// that were made, in their order. With a name that is not among Configs the text stays
// as it is.
func Convert(text, config string) (string, []Choice) {
	i := slices.Index(Configs, config)
	if i < 0 {
		return text, nil
	}
	return chains[i]().convert(text)
}

// chain is a configuration.
type chain struct {
	words matcher // where the text is cut before the second step, or nil
	steps []step
}

// step puts the values of its tables for what stands in a text.
type step struct{ matcher }

// mark is a choice on its way through the steps: where it stands now, and what else it
// might have been.
type mark struct {
	start, end int
	others     []string
}

// change is a place where a step altered the length of the text.
type change struct{ inStart, inEnd, outStart, outEnd int }

func (c *chain) convert(text string) (string, []Choice) {
	out, marks, ends := text, []mark(nil), []int{len(text)}
	history := make([][]change, 0, len(c.steps))
	for i, s := range c.steps {
		if i == 1 && c.words != nil { // the first step makes compatible characters plain
			ends = cut(out, c.words)
		}
		r := run{step: s, in: out, old: marks}
		r.out.Grow(len(out) + len(out)/32)
		start := 0
		for k, end := range ends {
			r.segment(start, end)
			start, ends[k] = end, r.out.Len()
		}
		out, marks = r.out.String(), r.marks
		history = append(history, r.changes)
	}
	choices := make([]Choice, 0, len(marks))
	for _, m := range marks {
		start, end := m.start, m.end
		for _, changes := range slices.Backward(history) {
			start, end = back(changes, start, false), back(changes, end, true)
		}
		choice := Choice{Offset: start, Result: m.start, From: text[start:end], To: out[m.start:m.end]}
		for _, o := range m.others {
			if o != choice.To && !slices.Contains(choice.Others, o) {
				choice.Others = append(choice.Others, o)
			}
		}
		if len(choice.Others) > 0 {
			choices = append(choices, choice)
		}
	}
	return out, choices
}

// run is one step on its way through a text.
type run struct {
	step
	in      string
	old     []mark // of the steps before; those that are not yet passed
	out     strings.Builder
	marks   []mark
	changes []change
}

// segment converts a part of the text that nothing reaches across.
func (r *run) segment(start, end int) {
	plain := start // from where nothing was found
	for at := start; at < end; {
		n, runes, values := r.match(r.in[at:end])
		if n == 0 {
			at += size(r.in[at:])
			continue
		}
		r.copy(plain, at)
		r.put(at, n, runes, values)
		at += n
		plain = at
	}
	r.copy(plain, end)
}

// copy takes a part over as it is.
func (r *run) copy(start, end int) {
	by := r.out.Len() - start
	for len(r.old) > 0 && r.old[0].start < end {
		m := r.old[0]
		r.old = r.old[1:]
		r.marks = append(r.marks, mark{m.start + by, m.end + by, r.alone(m.others)})
	}
	r.out.WriteString(r.in[start:end])
}

// put puts the first of some values in the place of an entry. A longer entry settles
// the choices in it.
func (r *run) put(at, n, runes int, values string) {
	value, others, several := strings.Cut(values, " ")
	from := r.out.Len()
	r.out.WriteString(value)
	now := mark{start: from, end: r.out.Len()}
	open := several
	if several {
		now.others = strings.Split(others, " ")
	}
	for len(r.old) > 0 && r.old[0].start < at+n {
		m := r.old[0]
		r.old = r.old[1:]
		if m.start == at && m.end == at+n || runes == 1 {
			now.others, open = append(now.others, r.alone(m.others)...), true
		}
	}
	if open {
		r.marks = append(r.marks, now)
	}
	if len(value) != n {
		r.changes = append(r.changes, change{at, at + n, from, r.out.Len()})
	}
}

// alone converts words by themselves.
func (r *run) alone(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		single := run{step: r.step, in: w}
		single.segment(0, len(w))
		out[i] = single.out.String()
	}
	return out
}

// cut cuts a text where entries begin and end; between them it stays whole.
func cut(text string, words matcher) []int {
	ends := make([]int, 0, len(text)/6)
	plain := 0
	for at := 0; at < len(text); {
		n, _, _ := words.match(text[at:])
		if n == 0 {
			at += size(text[at:])
			continue
		}
		if at > plain {
			ends = append(ends, at)
		}
		at += n
		plain = at
		ends = append(ends, at)
	}
	if plain < len(text) {
		ends = append(ends, len(text))
	}
	return ends
}

// back finds where a place of the result stood before a step; inside something that
// was altered it is the beginning of that, or its end.
func back(changes []change, at int, end bool) int {
	i, _ := slices.BinarySearchFunc(changes, at, func(c change, at int) int {
		if c.outEnd > at || c.outEnd == at && !end && c.outStart == at {
			return 1
		}
		return -1
	})
	by := 0
	if i > 0 {
		by = changes[i-1].inEnd - changes[i-1].outEnd
	}
	if i < len(changes) && changes[i].outStart < at {
		if end {
			return changes[i].inEnd
		}
		return changes[i].inStart
	}
	return at + by
}

// size returns the length of the character that a text begins with.
func size(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	return n
}
