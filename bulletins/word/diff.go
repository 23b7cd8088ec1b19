package word

import (
	"unicode"
	"unicode/utf8"
)

// edit is a stretch of a text that became another: [from, to) of the old one, [with,
// until) of the new one, counted in tokens.
type edit struct{ from, to, with, until int }

// mostEdits bounds the work on two texts: past it they count as wholly different.
const mostEdits = 1500

// diff lists how a becomes b with the fewest tokens changed (Myers, An O(ND) Difference
// Algorithm and Its Variations, 1986).
func diff[T comparable](a, b []T) []edit {
	pre := 0
	for pre < len(a) && pre < len(b) && a[pre] == b[pre] {
		pre++
	}
	post := 0
	for post < len(a)-pre && post < len(b)-pre && a[len(a)-1-post] == b[len(b)-1-post] {
		post++
	}
	x, y := a[pre:len(a)-post], b[pre:len(b)-post]
	if len(x) == 0 && len(y) == 0 {
		return nil
	}
	out := middle(x, y)
	for i := range out {
		out[i].from, out[i].to, out[i].with, out[i].until = out[i].from+pre, out[i].to+pre, out[i].with+pre, out[i].until+pre
	}
	return out
}

// middle is diff of texts that begin and end differently.
func middle[T comparable](a, b []T) []edit {
	whole := []edit{{0, len(a), 0, len(b)}}
	if len(a) == 0 || len(b) == 0 {
		return whole
	}
	most := min(len(a)+len(b), mostEdits)
	reach := make([]int, 2*most+3) // by diagonal: how far in a
	mid := most + 1
	var trail [][]int
	found := -1
search:
	for d := 0; d <= most; d++ {
		trail = append(trail, append([]int(nil), reach[mid-d-1:mid+d+2]...))
		for k := -d; k <= d; k += 2 {
			x := reach[mid+k-1] + 1
			if k == -d || k != d && reach[mid+k-1] < reach[mid+k+1] {
				x = reach[mid+k+1]
			}
			for x < len(a) && x-k < len(b) && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			reach[mid+k] = x
			if x >= len(a) && x-k >= len(b) {
				found = d
				break search
			}
		}
	}
	if found < 0 {
		return whole
	}
	var out []edit
	x, y := len(a), len(b)
	for d := found; d > 0; d-- {
		t := trail[d] // of diagonals -d-1 … d+1
		at := func(k int) int { return t[k+d+1] }
		k := x - y
		before := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			before = k + 1
		}
		px := at(before)
		py := px - before
		step := edit{px, px + 1, py, py}
		if before == k+1 {
			step = edit{px, px, py, py + 1}
		}
		if n := len(out); n > 0 && out[n-1].from == step.to && out[n-1].with == step.until {
			out[n-1].from, out[n-1].with = step.from, step.with
		} else {
			out = append(out, step)
		}
		x, y = px, py
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// tokens cuts a text into words and single characters; ends are where they end.
func tokens(s string) (list []string, ends []int) {
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if isLetter(c) {
			for i+n < len(s) {
				next, m := utf8.DecodeRuneInString(s[i+n:])
				if !isLetter(next) {
					break
				}
				n += m
			}
		}
		list, ends = append(list, s[i:i+n]), append(ends, i+n)
		i += n
	}
	return list, ends
}

// isLetter reports whether a character is part of a word, as Han characters are not.
func isLetter(c rune) bool {
	return (unicode.IsLetter(c) || unicode.IsDigit(c)) && !unicode.Is(unicode.Han, c)
}

// change of a text in bytes.
type textEdit struct {
	from, to int // of the old text
	with     string
}

// compareTexts lists how a text became another. Changes with one character between them
// are one change: a person changed the whole.
func compareTexts(old, now string) []textEdit {
	a, ends := tokens(old)
	b, until := tokens(now)
	place := func(ends []int, i int) int {
		if i == 0 {
			return 0
		}
		return ends[i-1]
	}
	var out []textEdit
	last := -1
	for _, e := range diff(a, b) {
		from, to := place(ends, e.from), place(ends, e.to)
		with, upto := place(until, e.with), place(until, e.until)
		if n := len(out); n > 0 && e.from-last <= 1 && out[n-1].to != out[n-1].from && e.to != e.from {
			out[n-1].with += old[out[n-1].to:from] + now[with:upto]
			out[n-1].to = to
		} else {
			out = append(out, textEdit{from, to, now[with:upto]})
		}
		last = e.to
	}
	return out
}

// likeness is how much two texts have in common, in per cent.
func likeness(a, b string) int {
	x, _ := tokens(a)
	y, _ := tokens(b)
	if len(x)+len(y) == 0 {
		return 100
	}
	changed := 0
	for _, e := range diff(x, y) {
		changed += e.to - e.from + e.until - e.with
	}
	return 100 - 100*changed/(len(x)+len(y))
}
