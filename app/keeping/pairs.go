package keeping

import (
	"strings"
	"time"
)

// pair is two paragraphs of which one became the other, told by how many lines are
// left from there on. The last pair of a list is {0, 0}: the end of both.
type pair struct{ oldLeft, newLeft int }

const (
	alikeFrom = 0.4    // what counts as the same paragraph, changed
	maxPairs  = 40_000 // comparisons of a paragraph with another
)

// pairs finds which lines became which, in order, so that as much as possible is
// alike. Long lists are paired line by line.
func pairs(old, new []string, deadline time.Time) (out []pair) {
	end := pair{0, 0}
	switch {
	case len(old) == 0 || len(new) == 0 || time.Now().After(deadline):
		return []pair{end}
	case len(old)*len(new) > maxPairs:
		a, b := len(old), len(new)
		for i := range min(a, b) {
			if alike(gramsOf(old[i]), gramsOf(new[i])) >= alikeFrom {
				out = append(out, pair{a - i, b - i})
			}
		}
		return append(out, end)
	}
	// best[i][j] is the most that old[i:] and new[j:] can be alike.
	best := make([][]float64, len(old)+1)
	for i := range best {
		best[i] = make([]float64, len(new)+1)
	}
	score := likeness(old, new)
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(new) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+score[i][j])
		}
	}
	for i, j := 0, 0; i < len(old) && j < len(new); {
		switch {
		case score[i][j] > 0 && best[i][j] == best[i+1][j+1]+score[i][j]:
			out = append(out, pair{len(old) - i, len(new) - j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return append(out, end)
}

// likeness compares every line with every other; what is not alike enough counts
// nothing.
func likeness(old, new []string) [][]float64 {
	a, b := make([]grams, len(old)), make([]grams, len(new))
	for i, line := range old {
		a[i] = gramsOf(line)
	}
	for j, line := range new {
		b[j] = gramsOf(line)
	}
	out := make([][]float64, len(old))
	for i := range a {
		out[i] = make([]float64, len(new))
		for j := range b {
			if s := alike(a[i], b[j]); s >= alikeFrom {
				out[i][j] = s
			}
		}
	}
	return out
}

// grams counts the pairs of neighbouring characters of a line. For most lines they
// tell enough: no more than the first thousand are taken.
type grams struct {
	count map[[2]rune]int
	total int
}

func gramsOf(line string) grams {
	g := grams{count: map[[2]rune]int{}}
	last := rune(-1)
	for _, r := range strings.TrimSpace(line) {
		if last >= 0 {
			g.count[[2]rune{last, r}]++
			g.total++
		} else {
			g.count[[2]rune{-1, r}]++ // a line of one character has one, too
			g.total++
		}
		last = r
		if g.total > 1000 {
			break
		}
	}
	return g
}

// alike is 1 for lines with the same pairs and 0 for those with none in common.
func alike(a, b grams) float64 {
	if a.total+b.total == 0 {
		return 0 // empty lines are not worth pairing
	}
	if len(a.count) > len(b.count) {
		a, b = b, a
	}
	common := 0
	for g, n := range a.count {
		common += min(n, b.count[g])
	}
	return 2 * float64(common) / float64(a.total+b.total)
}
