package layout

import "safety365/bulletins/page"

// columnNeed is what a column asks for, the room beside its text included.
type columnNeed struct {
	fixed page.Length // so wide and no other; 0: measured
	part  int         // of what the others leave; 0: none
	// tiers are widths that serve worse and worse: at the last nothing is spoilt, at
	// the one before long texts are as narrow as their longest words, then short ones
	// as well, at the first words are hyphenated.
	tiers [4]page.Length
	most  page.Length // all in one line
}

// cellNeed is what a cell asks for, without the room beside its text.
type cellNeed struct {
	pieces []page.Length // lengths of its lines as they were typed
	whole  page.Length   // the longest of them
	word   page.Length   // the longest word
	part   page.Length   // the longest piece of a word that may be hyphenated
	slack  page.Length   // what a line loses on average where it is broken
	number bool
	left   page.Length // of a number, up to its decimal mark
	right  page.Length // and from there
}

// placedNeed is the need of a cell at its place.
type placedNeed struct {
	*cellNeed
	row, col, rows, cols int
}

// finer is how many parts of a line are counted where whole ones are equal.
const finer = 64

// lines estimates the number of lines of a cell in a width, and the same in parts of
// a line, as if the last one of each piece were not rounded up.
func (n *cellNeed) lines(w page.Length) (lines, parts int64) {
	use := max(w-min(n.slack, w/4), page.Pt)
	for _, p := range n.pieces {
		if p <= w {
			lines++
			parts += finer
			continue
		}
		lines += int64((p + use - 1) / use)
		parts += max(finer, int64(p*finer/use))
	}
	return lines, parts
}

// shareOut shares a width out among columns, so that the table is about as low as it
// can be. It returns how much is lacking: 0 if all fits.
func shareOut(w page.Length, cols []columnNeed, cells []placedNeed, pad page.Length) ([]page.Length, page.Length) {
	widths := make([]page.Length, len(cols))
	var fixed, least, floor page.Length
	var auto, parts []int
	for i := range cols {
		c := &cols[i]
		switch {
		case c.fixed > 0:
			widths[i] = c.fixed
			fixed += c.fixed
			continue
		case c.part > 0:
			parts = append(parts, i)
			widths[i] = c.tiers[1]
			floor += c.tiers[1]
		default:
			auto = append(auto, i)
		}
		least += c.tiers[0]
	}
	// Fixed columns leave the others their longest words, if that is half or less.
	if room := max(w-least, w/2); fixed > room || len(auto)+len(parts) == 0 && fixed > 0 {
		if len(auto)+len(parts) == 0 {
			room = w
		}
		all := fixed
		fixed = 0
		for i := range cols {
			if cols[i].fixed > 0 {
				widths[i] = cols[i].fixed.MulDiv(int64(room), int64(all))
				fixed += widths[i]
			}
		}
	}
	rest := w - fixed
	short := max(0, least-rest)
	room := rest
	if len(parts) > 0 {
		var sum page.Length
		for _, i := range auto {
			sum += cols[i].tiers[0]
		}
		room = min(max(rest-floor, sum), rest)
	}
	f := filler{cols: cols, cells: cells, pad: pad, widths: widths}
	f.fill(auto, room, len(parts) == 0)
	for _, i := range auto {
		rest -= widths[i]
	}
	sharePart(cols, parts, widths, max(rest, 0))
	return widths, short
}

// sharePart shares what is left in the stated proportions; a column whose part is
// less than its longest word has that.
func sharePart(cols []columnNeed, parts []int, widths []page.Length, rest page.Length) {
	for len(parts) > 0 {
		sum := int64(0)
		for _, i := range parts {
			sum += int64(cols[i].part)
		}
		var wider []int
		left := rest
		for _, i := range parts {
			widths[i] = rest.MulDiv(int64(cols[i].part), sum)
			if least := cols[i].tiers[1]; widths[i] < least && least <= left && len(parts) > 1 {
				widths[i] = least
				left -= least
				continue
			}
			wider = append(wider, i)
		}
		if len(wider) == len(parts) || len(wider) == 0 {
			return
		}
		parts, rest = wider, left
	}
}

// filler fills measured columns into a room.
type filler struct {
	cols   []columnNeed
	cells  []placedNeed
	pad    page.Length
	widths []page.Length
	budget int
}

func (f *filler) fill(auto []int, room page.Length, stretch bool) {
	if len(auto) == 0 {
		return
	}
	sum := func(of func(c *columnNeed) page.Length) (total page.Length) {
		for _, i := range auto {
			total += of(&f.cols[i])
		}
		return total
	}
	most := sum(func(c *columnNeed) page.Length { return c.most })
	if most <= room {
		for _, i := range auto {
			f.widths[i] = f.cols[i].most
			if stretch && most > 0 {
				f.widths[i] += (room - most).MulDiv(int64(f.cols[i].most), int64(most))
			} else if stretch {
				f.widths[i] = room / page.Length(len(auto))
			}
		}
		return
	}
	var sums [5]page.Length
	for k := range 4 {
		sums[k] = sum(func(c *columnNeed) page.Length { return c.tiers[k] })
	}
	sums[4] = most
	if room <= sums[0] {
		for _, i := range auto {
			f.widths[i] = room.MulDiv(int64(f.cols[i].tiers[0]), int64(max(sums[0], 1)))
		}
		return
	}
	k := 3
	for sums[k] > room {
		k--
	}
	for _, i := range auto {
		c := &f.cols[i]
		next := c.most
		if k < 3 {
			next = c.tiers[k+1]
		}
		f.widths[i] = c.tiers[k] + (room-sums[k]).MulDiv(int64(next-c.tiers[k]), int64(max(sums[k+1]-sums[k], 1)))
	}
	f.improve(auto, k)
}

// mostTrials bounds how many cells are looked at while widths are improved.
const mostTrials = 1_500_000

// improve moves room from column to column as long as that makes the table lower.
func (f *filler) improve(auto []int, tier int) {
	f.budget = mostTrials
	best := f.cost()
	var em page.Length
	for _, i := range auto {
		em += f.widths[i]
	}
	for step := em / 4; step >= em/128 && step > 0; step /= 2 {
		for moved := true; moved && f.budget > 0; {
			moved = false
			for _, from := range auto {
				for _, to := range auto {
					d := min(step, f.widths[from]-f.cols[from].tiers[tier], f.cols[to].most-f.widths[to])
					if from == to || d <= 0 || f.budget <= 0 {
						continue
					}
					f.widths[from] -= d
					f.widths[to] += d
					if cost := f.cost(); cost < best {
						best, moved = cost, true
						continue
					}
					f.widths[from] += d
					f.widths[to] -= d
				}
			}
		}
	}
}

// heightShift puts the height of a table before what else its cost counts.
const heightShift = 34

// cost is the height of the table in lines, and where that is equal in parts of a
// line, so that there is a way down from everywhere.
func (f *filler) cost() int64 {
	stride := 1 + len(f.cells)/3000
	var height, fine, tallest, finest int64
	row := -1
	for i := range f.cells {
		c := &f.cells[i]
		if c.row%stride != 0 {
			continue
		}
		f.budget--
		if c.row != row {
			row = c.row
			height, fine = height+tallest, fine+finest
			tallest, finest = 0, 0
		}
		w := -f.pad
		for k := range c.cols {
			w += f.widths[c.col+k]
		}
		lines, parts := c.lines(w)
		rows := int64(c.rows)
		tallest, finest = max(tallest, (lines+rows-1)/rows), max(finest, parts/rows)
	}
	return (height+tallest)<<heightShift + fine + finest
}
