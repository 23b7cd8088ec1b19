package intake

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"safety365/bulletins/intake/script"
)

// script is I41: the whole text in one script.
func (d *draft) script() {
	var config string
	switch d.Script {
	case Hans:
		config = "tw2s"
	case Hant:
		config = "s2t"
	default:
		return
	}
	first := d.choices == nil // what is converted already has no more choices
	if first {
		d.choices = []Choice{}
	}
	whole := script.Guess(d.sample())
	for _, l := range d.lines {
		if !l.open() || !hasWide(l.text) {
			continue
		}
		after := ""
		if d.Script == Hans && cmp.Or(script.Guess(l.text), whole) == Hans {
			after = strings.Map(strayTraditional, l.text)
		} else {
			var choices []script.Choice
			after, choices = script.Convert(l.text, config)
			after = sameMe(l.text, after)
			if first {
				d.chose(l, choices)
			}
		}
		if after != l.text {
			d.change("I41", l, differences(l.text, after))
		}
	}
}

// chose notes what was chosen in a line.
func (d *draft) chose(l *line, choices []script.Choice) {
	for _, c := range choices {
		if len(d.choices) == mostChanges {
			return
		}
		at := l.raw(c.Offset, c.Offset+len(c.From))
		d.choices = append(d.choices, Choice{at.Start, at.End, d.lineAt(at.Start), c.From, c.To, c.Others})
	}
}

// sameMe puts back the 么 of 什么 and 怎么, which a half converted text has and which in
// Taiwan is another way to write 幺.
func sameMe(before, after string) string {
	x, y := []rune(before), []rune(after)
	if len(x) != len(y) || !strings.ContainsRune(before, '么') {
		return after
	}
	for i := range x {
		if x[i] == '么' && y[i] == '幺' {
			y[i] = '么'
		}
	}
	return string(y)
}

// strayTraditional converts a character of a Simplified text that can be no other than
// Traditional. The others, 乾 and 著 say, may be meant, and so may rare ones, of names,
// whose Simplified forms are hardly known.
func strayTraditional(r rune) rune {
	if r >= 0x3400 && script.Guess(string(r)) == Hant {
		if simple := fold(r); ordinary(string(simple)) {
			return simple
		}
	}
	return r
}

// differences are the stretches in which two texts of the same characters but some
// differ; texts of different lengths differ as a whole between what they share at
// their ends.
func differences(a, b string) []edit {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		from := 0
		for from < min(len(x), len(y)) && x[from] == y[from] {
			from++
		}
		to := 0
		for to < min(len(x), len(y))-from && x[len(x)-1-to] == y[len(y)-1-to] {
			to++
		}
		return []edit{{from: len(string(x[:from])), to: len(string(x[:len(x)-to])), after: string(y[from : len(y)-to])}}
	}
	var edits []edit
	at := 0
	for i := 0; i < len(x); i++ {
		start := at
		at += utf8.RuneLen(x[i])
		if x[i] == y[i] {
			continue
		}
		from := i
		for i+1 < len(x) && x[i+1] != y[i+1] {
			i++
			at += utf8.RuneLen(x[i])
		}
		edits = append(edits, edit{from: start, to: at, after: string(y[from : i+1])})
	}
	return edits
}
