package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// shownAs is what a reader sees of chars, as a text to compare.
func shownAs(chars []char) string {
	chars = trimSpaces(chars)
	var b strings.Builder
	last := ""
	for i := range chars {
		c := &chars[i]
		if !c.shows() {
			continue
		}
		signs := make([]string, len(c.in))
		for k, m := range c.in {
			signs[k] = m.sign
		}
		slices.Sort(signs)
		if now := strings.Join(slices.Compact(signs), "\x01"); now != last {
			b.WriteString("\x05" + now + "\x06")
			last = now
		}
		if c.kind == atom {
			b.WriteString("\x04" + strings.Join(strings.Fields(c.spell), " ") + "\x07")
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// plainOnly is shownAs without the looks.
func plainOnly(chars []char) string {
	return strings.Trim(plainText(chars), " \t\u3000")
}

// trimSpaces leaves out the spaces that no one sees: those that open or end a
// paragraph.
func trimSpaces(chars []char) []char {
	hidden := func(c *char, cut string) bool {
		return c.kind == unseen || c.kind == plain && strings.Trim(c.text, cut) == ""
	}
	for len(chars) > 0 && hidden(&chars[0], " \t\u3000") {
		chars = chars[1:]
	}
	for len(chars) > 0 && hidden(&chars[len(chars)-1], " \t") {
		chars = chars[:len(chars)-1]
	}
	return chars
}

// tidy puts the marks of neighbours in one order and makes one of those that mean
// the same.
func tidy(chars []char) []char {
	chars = trimFormulas(chars)
	var last []*mark
	own := false
	for i := range chars {
		in := chars[i].in
		if len(in) > 0 && !slices.Equal(in, last) {
			if other := alike(in, last); !slices.Equal(other, in) {
				if !own {
					chars, own = slices.Clone(chars), true
				}
				chars[i].in = other
			}
		}
		last = chars[i].in
	}
	return chars
}

// trimFormulas takes the spaces at the ends of formulas out of them: with those they would
// be none.
func trimFormulas(chars []char) []char {
	of := func(i int) *mark {
		if i < 0 || i >= len(chars) || !innermostLiteral(chars[i].in) {
			return nil
		}
		if m := chars[i].in[len(chars[i].in)-1]; m.kind == bulletins.Formula {
			return m
		}
		return nil
	}
	own := false
	trim := func(i, beside int) {
		if m := of(i); m == nil || of(beside) == m || !chars[i].isSpace() {
			return
		}
		if !own {
			chars, own = slices.Clone(chars), true
		}
		chars[i].in = chars[i].in[:len(chars[i].in)-1]
	}
	for i := range chars {
		trim(i, i-1)
	}
	for i := len(chars) - 1; i >= 0; i-- {
		trim(i, i+1)
	}
	return chars
}

// parted are directives of which two that touch stay two: each is a thing by itself, a
// name, a title, a reading.
var parted = []string{"ruby", "name", "book", "side", "page", "ref"}

// alike returns marks in the order of those before, with theirs in place of equal ones.
func alike(in, last []*mark) []*mark {
	rest := slices.Clone(in)
	var out []*mark
	for _, m := range last {
		i := slices.IndexFunc(rest, func(o *mark) bool { return o == m || o.sign == m.sign && !slices.Contains(parted, m.name) })
		if i < 0 {
			break
		}
		out = append(out, m)
		rest = slices.Delete(rest, i, i+1)
	}
	// Code and formulas hold nothing but text.
	out = append(out, rest...)
	if i := slices.IndexFunc(out, (*mark).literal); i >= 0 && i < len(out)-1 {
		code := out[i]
		out = append(slices.Delete(out, i, i+1), code)
	}
	return out
}
