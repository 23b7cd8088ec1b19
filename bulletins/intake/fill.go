package intake

import "safety365/bulletins/intake/script"

// Limits of the search: how many texts a site may have been, how many steps it takes to
// list them, and how many steps all sites of a text may take.
const (
	mostCandidates = 60_000
	mostTries      = 4 * mostCandidates
	mostEffort     = 6_000_000
)

// filler fills the unknown bytes of a reading in every way that gives characters.
type filler struct {
	page   *gbk
	octets []octet
	bytes  []byte
	text   []rune
	before byte
	out    []string
	tries  int
}

// texts lists the texts, nil if they are too many. before is the byte in front of the
// site.
func (f *filler) texts(effort *int) []string {
	if *effort <= 0 {
		return nil
	}
	f.fill(0)
	*effort -= f.tries
	if len(f.out) > mostCandidates || f.tries > mostTries {
		return nil
	}
	return f.out
}

func (f *filler) fill(i int) {
	if f.tries++; len(f.out) > mostCandidates || f.tries > mostTries {
		return
	}
	if i == len(f.octets) {
		f.out = append(f.out, string(f.text))
		return
	}
	o := f.octets[i]
	if !o.unknown {
		f.try(i, o.b)
		return
	}
	// The byte was shown as "?", so it is a first byte by its value.
	for b := 0x81; b <= 0xfe; b++ {
		f.try(i, byte(b))
	}
}

func (f *filler) try(i int, b byte) {
	previous := f.before
	if i > 0 {
		previous = f.bytes[i-1]
	}
	if o := f.octets[i]; o.letters != "" {
		key := f.page.of(previous, b)
		if key == 0 || !reads(key, o.letters) || !script.Differs(key) {
			return
		}
	}
	f.bytes[i] = b
	if i%2 == 0 {
		f.fill(i + 1)
		return
	}
	r := f.page.of(f.bytes[i-1], b)
	if r == 0 {
		return
	}
	f.text = append(f.text, r)
	f.fill(i + 1)
	f.text = f.text[:len(f.text)-1]
}
