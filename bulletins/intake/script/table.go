package script

import (
	"encoding/json"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"safety365/assets/opencc"
)

// matcher finds the entry that a text begins with: its length in bytes, 0 if there is
// none, its length in characters, and its values with spaces between.
type matcher interface {
	match(text string) (n, runes int, values string)
}

// table is one of OpenCC's files.
type table struct {
	entries map[string]string
	lengths [(utf8.MaxRune + 1) / 256]*[256]uint64 // of the entries that begin with a character, a bit each
	pairs   [1 << 13]uint64                        // bits of what longer entries begin with, by pairBit
}

// pairBit is the bit that stands for two characters that an entry begins with; several
// pairs may share one.
func pairBit(a, b rune) uint32 { return (uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b) >> 13 }

func (t *table) match(text string) (int, int, string) {
	first, size := utf8.DecodeRuneInString(text)
	page := t.lengths[first/256]
	if page == nil || page[first%256] == 0 {
		return 0, 0, ""
	}
	mask := page[first%256]
	if mask > 1<<1 {
		second, _ := utf8.DecodeRuneInString(text[size:])
		if bit := pairBit(first, second); t.pairs[bit/64]&(1<<(bit%64)) == 0 {
			mask &= 1 << 1
		}
	}
	most := bits.Len64(mask) - 1
	var ends [64]int
	n := 0
	for at := 0; n < most && at < len(text); {
		if at > 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
		}
		at += size
		n++
		ends[n] = at
	}
	for ; n > 0; n-- {
		if mask>>n&1 == 0 {
			continue
		}
		if values, ok := t.entries[text[:ends[n]]]; ok {
			return ends[n], n, values
		}
	}
	return 0, 0, ""
}

// ordered are tables of which the first that has an entry is asked.
type ordered []matcher

func (o ordered) match(text string) (int, int, string) {
	for _, m := range o {
		if n, runes, values := m.match(text); n > 0 {
			return n, runes, values
		}
	}
	return 0, 0, ""
}

// union are tables that are as one: the longest entry counts.
type union []matcher

func (u union) match(text string) (n, runes int, values string) {
	for _, m := range u {
		if n2, runes2, values2 := m.match(text); n2 > n {
			n, runes, values = n2, runes2, values2
		}
	}
	return n, runes, values
}

// chains are the configurations, read when they are asked for, in the order of
// Configs. They are part of the program, so a fault in them is one of ours.
var chains = func() []func() *chain {
	var all []func() *chain
	for _, name := range Configs {
		all = append(all, sync.OnceValue(func() *chain {
			c, err := readChain(name)
			if err != nil {
				panic(err)
			}
			return c
		}))
	}
	return all
}()

// spec is a dictionary in a configuration: a table, or a group of them.
type spec struct {
	Type, File string
	Policy     string `json:"match_policy"`
	Dicts      []spec
}

// readChain reads a configuration.
func readChain(name string) (*chain, error) {
	var config struct {
		Normalization []struct{ Dict spec }
		Segmentation  *struct{ Dict spec }
		Conversion    []struct{ Dict spec } `json:"conversion_chain"`
	}
	data, err := opencc.Files.ReadFile("config/" + name + ".json")
	if err == nil {
		err = json.Unmarshal(data, &config)
	}
	if err != nil {
		return nil, err
	}
	c := &chain{}
	for _, part := range append(config.Normalization, config.Conversion...) {
		m, err := part.Dict.matcher()
		if err != nil {
			return nil, err
		}
		c.steps = append(c.steps, step{m})
	}
	if config.Segmentation != nil {
		c.words, err = config.Segmentation.Dict.matcher()
	}
	return c, err
}

func (s spec) matcher() (matcher, error) {
	if s.Type == "text" {
		return open(s.File)
	}
	var all []matcher
	for _, d := range s.Dicts {
		m, err := d.matcher()
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	if s.Policy == "union" {
		return union(all), nil
	}
	return ordered(all), nil
}

// opened are the tables that were unpacked.
var opened = struct {
	sync.Mutex
	tables map[string]*table
}{tables: map[string]*table{}}

// open unpacks a table, once.
func open(file string) (*table, error) {
	opened.Lock()
	defer opened.Unlock()
	if t := opened.tables[file]; t != nil {
		return t, nil
	}
	packed, err := opencc.Files.ReadFile("tables/" + file + ".zst")
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(16<<20))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	data, err := d.DecodeAll(packed, nil)
	if err != nil {
		return nil, err
	}
	t := parse(string(data))
	opened.tables[file] = t
	return t, nil
}

// parse reads lines of key, tab and values.
func parse(text string) *table {
	lines := strings.Count(text, "\n")
	t := &table{entries: make(map[string]string, lines)}
	for line := range strings.Lines(text) {
		key, values, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || key == "" || key[0] == '#' {
			continue
		}
		t.entries[key] = values
		first, size := utf8.DecodeRuneInString(key)
		if size < len(key) {
			second, _ := utf8.DecodeRuneInString(key[size:])
			bit := pairBit(first, second)
			t.pairs[bit/64] |= 1 << (bit % 64)
		}
		page := &t.lengths[first/256]
		if *page == nil {
			*page = new([256]uint64)
		}
		(*page)[first%256] |= 1 << min(utf8.RuneCountInString(key), 63)
	}
	return t
}
