package paragraph

import (
	"sort"

	"safety365/bulletins/page"
)

// span is a line as a row of atoms: [from, to).
type span struct {
	from, to  int
	emergency bool
}

// node is a place where a line may begin, with the cheapest way to get there.
type node struct {
	at       int
	line     int
	cost     int64
	previous int32
	hyphens  int   // rows above that end in hyphens, without a break
	bad      bool  // the line before it is an emergency
	reach    int32 // the fullest line from here ends at this legal break
}

// breaker finds the lines of a paragraph whose costs have the lowest sum.
type breaker struct {
	s     *Setter
	nodes []node
	pass  pass
	// Sums over the atoms and gaps before an index; of gaps, the gap at the index is
	// included.
	length  []page.Length
	shrinks [][shrinkRanks]page.Length
	// stretches hold the finite ranks; flex, how much is shared beyond them.
	stretches [][stretchRanks]page.Length
	flex      []page.Length
	breaks    []int32 // legal breaks up to and with an index
	fills     []int32 // atoms that take what their line leaves
}

// lines returns the lines, and false if some line is wider than its measure.
func (b *breaker) lines(s *Setter) ([]span, bool) {
	b.s = s
	b.sum()
	for _, p := range passes {
		if b.pass = p; p.whole && !s.in.Hyphens {
			continue // the next is the same
		}
		if lines, ok := b.try(p.limit, false); ok {
			return lines, true
		}
	}
	lines, _ := b.try(1<<40, true)
	return lines, false
}

// sum fills the running sums.
func (b *breaker) sum() {
	n := len(b.s.atoms)
	b.length = append(b.length[:0], 0)
	b.shrinks, b.stretches, b.flex, b.breaks = b.shrinks[:0], b.stretches[:0], b.flex[:0], b.breaks[:0]
	b.fills = append(b.fills[:0], 0)
	legal, fills := int32(0), int32(0)
	var total page.Length
	var shrink [shrinkRanks]page.Length
	var stretch [stretchRanks]page.Length
	var flex page.Length
	for i := range n {
		g, a := &b.s.gaps[i], &b.s.atoms[i]
		total += g.width + a.width
		b.length = append(b.length, total)
		if b.s.fills(a) {
			fills++
		}
		b.fills = append(b.fills, fills)
		shrink[g.shrinkRank] += g.shrink
		stretch[g.stretchRank] += g.stretch
		flex += g.flex
		b.shrinks = append(b.shrinks, shrink)
		b.stretches = append(b.stretches, stretch)
		b.flex = append(b.flex, flex)
		if g.cost >= 0 || a.forced {
			legal++
		}
		b.breaks = append(b.breaks, legal)
	}
	b.breaks = append(b.breaks, legal+1)
}

// reach returns the number of the last legal break that a line from an atom on can
// go to, compressed as far as it goes.
func (b *breaker) reach(from, line int) int32 {
	room := b.s.in.width(line) - b.s.in.indent(line)
	n := len(b.s.atoms)
	beyond := from + 1 + sort.Search(n-from, func(k int) bool {
		e := from + 1 + k
		return b.length[e]-b.length[from]-b.s.gaps[from].width > room+b.shrinkable(from, e)
	})
	return b.breaks[beyond-1]
}

func (b *breaker) shrinkable(from, to int) page.Length {
	var sum page.Length
	for r := range shrinkRanks {
		sum += b.shrinks[to-1][r] - b.shrinks[from][r]
	}
	return sum
}

// try looks for the best lines in which no gap is stretched beyond limit, in
// thousandths of an em. With overfull, a line that does not fit is taken as it is.
func (b *breaker) try(limit int64, overfull bool) ([]span, bool) {
	n := len(b.s.atoms)
	b.nodes = append(b.nodes[:0], node{previous: -1, reach: b.reach(0, 0)})
	live := 0
	fits := true
	for e := 1; e <= n; e++ {
		forced := e == n || b.s.atoms[e].forced
		if !forced && b.s.gaps[e].cost < 0 {
			continue
		}
		// The cheapest way to get here by how many rows end in hyphens, because a row that
		// is dearer now may be all that is allowed later.
		var best [maxHyphens + 1]node
		found := false
		for i := live; i < len(b.nodes); i++ {
			from := &b.nodes[i]
			cost, verdict := b.cost(from, e, forced, limit)
			if verdict == tooLong {
				if i == live && (live+1 < len(b.nodes) || !overfull) {
					live++
				}
				if !overfull || i+1 < len(b.nodes) || found {
					continue
				}
				cost, fits = emergencyCost*4, false
			} else if verdict == tooShort {
				if from.at > 0 && len(b.s.in.Widths) == 0 {
					break
				}
				continue
			} else if verdict == refused {
				continue
			}
			row := b.hyphens(from, e)
			to := &best[min(row, maxHyphens)]
			if total := from.cost + cost; to.at == 0 || total < to.cost {
				*to = node{at: e, line: from.line + 1, cost: total, previous: int32(i), hyphens: row, bad: verdict == tooLong}
				found = true
			}
		}
		if forced {
			if !found {
				return nil, false
			}
			live = len(b.nodes) // nothing reaches across a forced break
		}
		b.keep(best[:])
		if live >= len(b.nodes) {
			return nil, false
		}
	}
	return b.path(), fits
}

// keep adds the nodes at one break, but for those that cost more than one with fewer
// hyphens.
func (b *breaker) keep(nodes []node) {
	last := len(b.nodes)
	for _, nd := range nodes {
		if nd.at == 0 || len(b.nodes) > last && b.nodes[len(b.nodes)-1].cost <= nd.cost {
			continue
		}
		if nd.at < len(b.s.atoms) && b.s.in.Align == Justify {
			nd.reach = b.reach(nd.at, nd.line)
		}
		b.nodes = append(b.nodes, nd)
	}
}

// path follows the nodes back from the last.
func (b *breaker) path() []span {
	var lines []span
	for i := int32(len(b.nodes) - 1); i > 0; i = b.nodes[i].previous {
		nd := &b.nodes[i]
		emergency := nd.bad || nd.at < len(b.s.gaps) && b.s.gaps[nd.at].cost >= emergencyCost
		lines = append(lines, span{b.nodes[nd.previous].at, nd.at, emergency})
	}
	for i, k := 0, len(lines)-1; i < k; i, k = i+1, k-1 {
		lines[i], lines[k] = lines[k], lines[i]
	}
	return lines
}

type verdict uint8

const (
	fine verdict = iota
	tooLong
	tooShort
	refused
)

// cost returns what the line of atoms [from.at, e) costs.
func (b *breaker) cost(from *node, e int, forced bool, limit int64) (int64, verdict) {
	in := b.s.in
	room := in.width(from.line) - in.indent(from.line)
	natural := b.natural(from.at, e)
	var total int64 = lineCost
	if !forced {
		total += int64(b.s.gaps[e].cost)
	}
	slack := room - natural
	if b.fills[e] > b.fills[from.at] {
		slack = min(slack, 0)
	}
	switch {
	case slack < 0 && in.Balance:
		return 0, tooLong
	case slack < 0:
		used, ok := b.shrinkCost(from.at, e, -slack)
		if !ok {
			return 0, tooLong
		}
		total += used * used
	case in.Align != Justify:
		r := int64(slack.MulDiv(1000, int64(max(room, 1))))
		if in.Balance {
			total += r*r*4 + 4_000_000
		} else if !forced {
			total += r * r / 4
		}
	case !forced:
		used, g := b.stretchCost(from.at, e, slack)
		if g > limit {
			return 0, tooShort
		}
		total += used * used
		if used > fairUse {
			total += skippedCost * int64(max(0, from.reach-b.breaks[e]))
		}
		if b.pushedOut(from.at, e, room) {
			total += pushOutCost
		}
	}
	switch n := b.hyphens(from, e); {
	case b.pass.strict && n > maxHyphens, b.pass.whole && from.hyphens > 0 && e == len(b.s.atoms):
		return 0, refused
	case n > maxHyphens:
		total += hyphenRowsCost
	case n > 1, from.hyphens > 0 && e == len(b.s.atoms):
		total += hyphenRowCost // the last word of a paragraph stays whole
	}
	if e == len(b.s.atoms) && from.at > 0 && !in.Rules.Orphans && b.orphan(from.at) {
		if b.pass.strict {
			return 0, tooShort
		}
		total += orphanCost
	}
	return total, fine
}

// pushedOut reports whether the line [from, e) drives out a character only because
// of the marks after it, although they could have been taken in by compression
// (CLREQ, prohibition rules: push in first, then push out).
func (b *breaker) pushedOut(from, e int, room page.Length) bool {
	to := e + 1
	for to < len(b.s.atoms) && b.s.gaps[to].cost < 0 && to-e < 4 {
		if !b.s.atoms[to].mark() {
			return false
		}
		to++
	}
	if to == e+1 || to > len(b.s.atoms) || to < len(b.s.atoms) && b.s.gaps[to].cost < 0 {
		return false
	}
	over := b.natural(from, to) - room
	if over <= 0 {
		return true
	}
	_, ok := b.shrinkCost(from, to, over)
	return ok
}

// hyphens counts the rows that end in hyphens, up to the line that ends at e.
func (b *breaker) hyphens(from *node, e int) int {
	if e >= len(b.s.gaps) || b.s.gaps[e].hyphen == 0 {
		return 0
	}
	return from.hyphens + 1
}

// natural returns the width of the line of atoms [from, to) before it is adjusted.
func (b *breaker) natural(from, to int) page.Length {
	w := b.length[to] - b.length[from] - b.s.gaps[from].width
	if to < len(b.s.gaps) {
		w += b.s.gaps[to].hyphen
	}
	if f := b.s.in.Runs[b.s.atoms[to-1].run].Format; f != nil {
		w -= f.Tracking // none after the last character
	}
	if b.s.in.Cell > 0 {
		w += b.s.lackOf(from, to)
	}
	if r := &b.s.in.Rules; r.Hanging || r.Protrude {
		w -= b.endMargin(from, to) + b.startMargin(from)
	}
	return w
}

// shrinkCost returns how uneven the line gets by giving up need, and whether it can.
func (b *breaker) shrinkCost(from, to int, need page.Length) (int64, bool) {
	last, first := &b.shrinks[to-1], &b.shrinks[from]
	var used int64
	for r := range shrinkRanks {
		have := last[r] - first[r]
		if have <= 0 {
			continue
		}
		if need <= have {
			return used + int64(need)*shrinkWeight[r]/int64(have), true
		}
		need -= have
		used += shrinkWeight[r]
	}
	return used, need <= 0
}

// stretchCost returns how uneven the line gets by taking up slack, and by how many
// thousandths of an em its gaps grow beyond their ranks.
func (b *breaker) stretchCost(from, to int, slack page.Length) (used, beyond int64) {
	last, first := &b.stretches[to-1], &b.stretches[from]
	for r := range stretchHan {
		have := last[r] - first[r]
		if have <= 0 {
			continue
		}
		if slack <= have {
			return used + int64(slack)*stretchWeight[r]/int64(have), 0
		}
		slack -= have
		used += stretchWeight[r]
	}
	if slack == 0 {
		return used, 0
	}
	flex := b.flex[to-1] - b.flex[from]
	if flex <= 0 {
		empty := int64(slack.MulDiv(emptiness, int64(b.length[to]-b.length[from]+slack)))
		return empty, empty
	}
	beyond = int64(slack.MulDiv(1000, int64(flex)))
	return used + beyond, beyond
}

// orphan reports whether the last line, from atom from on, has only one character
// beside its marks.
func (b *breaker) orphan(from int) bool {
	n := 0
	for _, a := range b.s.atoms[from:] {
		switch a.class {
		case han:
			n++
		case word, object:
			n += 2
		}
	}
	return n < 2
}
