package paragraph

import (
	"strings"

	"safety365/bulletins/paragraph/segment"
)

// What a break in a Chinese heading costs by where it falls. A line more costs
// 4,000,000, so a word is only cut where there is no other way.
var headingCost = map[segment.Strength]int32{
	segment.Phrase: 0,
	segment.Word:   160_000,
	segment.Part:   400_000,
	segment.Bound:  1_500_000,
}

const (
	tieCost    = 15_000    // of each step of a word break's tie
	insideWord = 6_000_000 // inside a word
)

// headingBreaks puts the breaks of a Chinese heading between its words (GB/T 9704-2012
// 7.3.1: the lines of a title keep words whole).
func (s *Setter) headingBreaks() {
	var text strings.Builder
	at := make([]int, len(s.atoms))
	for i := range s.atoms {
		a := &s.atoms[i]
		if g := &s.gaps[i]; g.space.space {
			text.WriteByte(' ')
		}
		at[i] = text.Len()
		if a.class != object {
			text.WriteString(s.text(a))
		}
	}
	costs := map[int]int32{}
	for _, b := range segment.Breaks(text.String()) {
		costs[b.At] = headingCost[b.Strength] + int32(b.Tie)*tieCost
	}
	for i := range s.gaps {
		g := &s.gaps[i]
		if g.cost < 0 || s.atoms[i].class == word && i > 0 && s.atoms[i-1].class == word {
			continue
		}
		if cost, ok := costs[at[i]]; ok {
			g.cost += cost
		} else {
			g.cost += insideWord
		}
	}
}
