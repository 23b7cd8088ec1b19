package hyphen

import "strings"

// patterns are Liang's: a pattern is letters with a level between each two, and a
// place where the highest level of all patterns that match there is odd may break.
type patterns struct {
	nodes      []node            // a trie; node 0 is the root
	levels     []byte            // of all patterns, one after the other
	exceptions map[string]uint64 // points of whole words
}

// node is a letter of patterns. Its siblings are the other letters at its place.
type node struct {
	child, sibling uint16
	letter         byte
	length         uint8 // of the levels of the pattern that ends here, 0 for none
	levels         uint32
}

// additional is the line of hyph-en-us.tex that parts Liang's own patterns from G. D. C.
// Kuiken's. The latter find a few points more and many wrong ones (de-f-i-n-i-tion,
// dri-ver, ma-te-r-ial), so they are not taken; TUGboat's exceptions, made for the
// former, stand in for them.
const additional = "% hyphen.tex patterns end here"

// readPatterns reads files in TeX's notation; later exceptions replace earlier ones.
func readPatterns(files ...string) *patterns {
	p := &patterns{
		nodes:      make([]node, 1, 24<<10),
		levels:     make([]byte, 0, 48<<10),
		exceptions: make(map[string]uint64, 2<<10),
	}
	for _, text := range files {
		add := func(string) {}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, additional) {
				add = func(string) {}
			}
			line, _, _ = strings.Cut(line, "%")
			for field := range strings.FieldsSeq(line) {
				field, ends := strings.CutSuffix(field, "}")
				switch field {
				case "":
				case `\patterns{`:
					add = p.addPattern
				case `\hyphenation{`:
					add = p.addException
				default:
					add(field)
				}
				if ends {
					add = func(string) {}
				}
			}
		}
	}
	return p
}

// addPattern adds a pattern such as .un1der5s: levels stand before their letter, the
// dot is the border of the word.
func (p *patterns) addPattern(s string) {
	at, first := uint16(0), len(p.levels)
	p.levels = append(p.levels, 0)
	for i := range len(s) {
		if c := s[i]; '0' <= c && c <= '9' {
			p.levels[len(p.levels)-1] = c - '0'
		} else {
			at = p.next(at, c)
			p.levels = append(p.levels, 0)
		}
	}
	p.nodes[at].levels, p.nodes[at].length = uint32(first), uint8(len(p.levels)-first)
}

// next returns the node of a letter after a node, a new one if need be.
func (p *patterns) next(at uint16, letter byte) uint16 {
	if n := p.after(at, letter); n != 0 {
		return n
	}
	n := uint16(len(p.nodes))
	p.nodes = append(p.nodes, node{letter: letter, sibling: p.nodes[at].child})
	p.nodes[at].child = n
	return n
}

// after returns the node of a letter after a node, 0 for none.
func (p *patterns) after(at uint16, letter byte) uint16 {
	n := p.nodes[at].child
	for n != 0 && p.nodes[n].letter != letter {
		n = p.nodes[n].sibling
	}
	return n
}

func (p *patterns) addException(s string) {
	if word, mask := spelled(strings.ToLower(s)); len(word) <= maxLetters {
		p.exceptions[word] = mask
	}
}

// spelled takes the points out of a word with hyphens.
func spelled(s string) (word string, mask uint64) {
	n := 0
	for i := range len(s) {
		if s[i] == '-' {
			mask |= 1 << n
		} else {
			n++
		}
	}
	return strings.ReplaceAll(s, "-", ""), mask
}

// points returns the points of a word of at most maxLetters.
func (p *patterns) points(word []byte) uint64 {
	if mask, ok := p.exceptions[string(word)]; ok {
		return mask
	}
	var dotted [maxLetters + 2]byte
	n := 1 + copy(dotted[1:], word)
	dotted[0], dotted[n] = '.', '.'
	var highest [maxLetters + 4]byte // before each of dotted
	for from := range n + 1 {
		at := uint16(0)
		for i := from; i <= n; i++ {
			if at = p.after(at, dotted[i]); at == 0 {
				break
			}
			node := &p.nodes[at]
			for k, level := range p.levels[node.levels : node.levels+uint32(node.length)] {
				highest[from+k] = max(highest[from+k], level)
			}
		}
	}
	mask := uint64(0)
	for i := 1; i < len(word); i++ {
		mask |= uint64(highest[i+1]&1) << i
	}
	return mask
}
