package shelf

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order says how documents are sorted.
type Order uint8

const (
	ByModified Order = iota // newest first
	ByName                  // of the file; Chinese by pinyin, by strokes where the window is in traditional Chinese
	ByTitle
	ByDate // newest first, those without one last
)

// View says which documents are wanted and how they are sorted.
type View struct {
	Order   Order
	Reverse bool
	Words   string // all of them stand in the title, the name, the kind or the date
}

// View returns the documents as wanted.
func (s *Shelf) View(v View) []*Entry {
	words := strings.Fields(fold(v.Words))
	s.mu.Lock()
	out := make([]*Entry, 0, len(s.books))
	for _, b := range s.books {
		if hasAll(b.words, words) {
			out = append(out, b.Entry)
		}
	}
	s.mu.Unlock()
	s.sort.by(out, v.Order, s.o.Lang)
	if v.Reverse {
		slices.Reverse(out)
	}
	return out
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// fold makes texts that differ in case or width alone the same.
func fold(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\u3000':
			return ' '
		case c >= '\uff01' && c <= '\uff5e':
			c -= '\uff01' - '!'
		}
		return unicode.ToLower(c)
	}, text)
}

// day is the date as it is written in a front matter.
func (e *Entry) day() string {
	if e.Date.IsZero() {
		return ""
	}
	return e.Date.Format("2006-01-02")
}

// sorting compares names as people do and remembers what it worked out.
type sorting struct {
	mu       sync.Mutex
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string]string
}

func (s *sorting) by(list []*Entry, order Order, lang string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := func(a, b *Entry) int { return cmp.Compare(s.key(a.Name, lang), s.key(b.Name, lang)) }
	compare := map[Order]func(a, b *Entry) int{
		ByModified: func(a, b *Entry) int { return b.Modified.Compare(a.Modified) },
		ByName:     name,
		ByTitle:    func(a, b *Entry) int { return cmp.Compare(s.key(a.Label(), lang), s.key(b.Label(), lang)) },
		ByDate:     func(a, b *Entry) int { return b.Date.Compare(a.Date) },
	}[order]
	slices.SortFunc(list, func(a, b *Entry) int {
		return cmp.Or(compare(a, b), name(a, b), cmp.Compare(a.Path, b.Path))
	})
}

// key is a string whose bytes sort as the name does in a language.
func (s *sorting) key(name, lang string) string {
	if key, ok := s.keys[name]; ok {
		return key
	}
	if s.collator == nil {
		tag := language.MustParse("zh-u-co-pinyin")
		if lang == "zh-Hant" {
			tag = language.MustParse("zh-Hant-u-co-stroke")
		}
		s.collator = collate.New(tag, collate.Numeric, collate.IgnoreCase)
	}
	if s.keys == nil || len(s.keys) > maxHeads {
		s.keys = map[string]string{}
	}
	key := string(s.collator.KeyFromString(&s.buffer, name))
	s.buffer.Reset()
	s.keys[name] = key
	return key
}
