package paragraph

import "safety365/bulletins/page"

// shares deals out the slack of a line to its gaps, rank by rank, so that the sum is
// exact to the last unit.
type shares struct {
	shrink  [shrinkRanks]dealer
	stretch [stretchRanks]dealer
	beyond  dealer
	loose   int // thousandths of an em that gaps grow beyond their ranks
}

// dealer hands out total in proportion to weights that sum up to whole.
type dealer struct{ total, whole, seen, dealt page.Length }

func (d *dealer) next(weight page.Length) page.Length {
	if d.total == 0 || weight == 0 {
		return 0
	}
	d.seen += weight
	upto := d.total.MulDiv(int64(d.seen), int64(d.whole))
	n := upto - d.dealt
	d.dealt = upto
	return n
}

// newShares plans how a line takes up slack; negative slack is taken from its gaps.
func newShares(b *breaker, sp span, slack page.Length) shares {
	var s shares
	last := sp.to - 1
	for r := 0; r < shrinkRanks && slack < 0; r++ {
		have := b.shrinks[last][r] - b.shrinks[sp.from][r]
		take := min(have, -slack)
		s.shrink[r] = dealer{total: -take, whole: have}
		slack += take
	}
	for r := 0; r < stretchHan && slack > 0; r++ {
		have := b.stretches[last][r] - b.stretches[sp.from][r]
		give := min(have, slack)
		s.stretch[r] = dealer{total: give, whole: have}
		slack -= give
	}
	switch flex := b.flex[last] - b.flex[sp.from]; {
	case slack > 0 && flex > 0:
		s.beyond = dealer{total: slack, whole: flex}
		s.loose = int(slack.MulDiv(1000, int64(flex)))
	case slack > 0: // nothing in the line can take it up
		s.loose = raggedBeyond + 1
	}
	return s
}

// given returns how much is taken from the gaps in all.
func (s *shares) given() page.Length {
	var sum page.Length
	for r := range s.shrink {
		sum -= s.shrink[r].total
	}
	return sum
}

// next returns what the next gap of the line grows by; gaps are asked in order.
func (s *shares) next(g *gap) page.Length {
	return s.shrink[g.shrinkRank].next(g.shrink) + s.stretch[g.stretchRank].next(g.stretch) + s.beyond.next(g.flex)
}
