package lexicon

import (
	"encoding/binary"
	"errors"
	"sort"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// ErrDamaged is what reading a damaged list gives.
var ErrDamaged = errors.New("lexicon: damaged word list")

// Parts unpacks what make.py wrote.
func Parts(packed []byte) (parts [10][]byte, err error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(16<<20))
	if err != nil {
		return parts, err
	}
	defer d.Close()
	data, err := d.DecodeAll(packed, nil)
	if err != nil {
		return parts, err
	}
	for i := range parts {
		if len(data) < 4 {
			return parts, ErrDamaged
		}
		size := binary.LittleEndian.Uint32(data)
		if uint64(size) > uint64(len(data)-4) {
			return parts, ErrDamaged
		}
		parts[i], data = data[4:4+size], data[4+size:]
	}
	n := len(parts[0])
	if n == 0 || len(parts[1]) != n || len(parts[4]) != n || len(parts[5]) != n || len(parts[2]) != len(parts[3]) {
		return parts, ErrDamaged
	}
	return parts, nil
}

// list is all words in order, and the terms.
type list struct {
	words  string
	starts []uint32 // of each word, and the end
	terms  map[string]bool
	pairs  [1 << 15]uint64 // bits of pairs of neighbours, by pairBit
}

// pairBit is the bit that stands for two characters side by side; several pairs may
// share one.
func pairBit(a, b rune) uint32 { return (uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b) >> 11 }

func (l *list) addPairs(word []rune) {
	for i := 1; i < len(word); i++ {
		bit := pairBit(word[i-1], word[i])
		l.pairs[bit/64] |= 1 << (bit % 64)
	}
}

// MayJoin says whether two characters may stand side by side in a word; if not, they do
// so in none.
func MayJoin(a, b rune) bool {
	bit := pairBit(a, b)
	return words().pairs[bit/64]&(1<<(bit%64)) != 0
}

// Has says whether a text is a word or a term, in Simplified characters.
func Has(word string) bool {
	l := words()
	n := len(l.starts) - 1
	i := sort.Search(n, func(i int) bool { return l.words[l.starts[i]:l.starts[i+1]] >= word })
	return i < n && l.words[l.starts[i]:l.starts[i+1]] == word || l.terms[word]
}

// words unpacks the list when it is first asked for. It is part of the program, so a
// fault in it is one of ours.
var words = sync.OnceValue(func() *list {
	parts, err := Parts(Words)
	if err != nil {
		panic(err)
	}
	l := &list{starts: []uint32{0}, terms: map[string]bool{}}
	var b strings.Builder
	var last []rune
	from := 0
	for i, shared := range parts[0] {
		last = last[:shared]
		for range parts[1][i] {
			last = append(last, rune(parts[2][from])<<8|rune(parts[3][from]))
			from++
		}
		b.WriteString(string(last))
		l.addPairs(last)
		l.starts = append(l.starts, uint32(b.Len()))
	}
	l.words = b.String()
	for line := range strings.Lines(Terms) {
		if line[0] == '#' || line[0] == '=' {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			word = strings.ReplaceAll(word, "·", "")
			l.terms[word] = true
			l.addPairs([]rune(word))
		}
	}
	return l
})
