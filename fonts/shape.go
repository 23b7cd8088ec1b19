package fonts

import (
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Direction is the direction of a line.
type Direction uint8

const (
	LTR Direction = iota // left to right
	TTB                  // top to bottom
)

// Glyph is a shaped glyph, in font units with y upwards.
type Glyph struct {
	ID      GID
	Cluster int // byte offset of its first character in the shaped text
	Advance int // along the line: rightwards, or downwards in TTB
	XOffset int
	YOffset int
}

// Shaper shapes text. It is not safe for concurrent use; every goroutine has its
// own and keeps it, for it remembers what it shaped.
type Shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[fontKey]*harfbuzz.Font
	shaped map[shapeKey][]Glyph
	runes  []rune
}

type fontKey struct {
	face    *Face
	extents bool
}

type shapeKey struct {
	face     *Face
	dir      Direction
	lang     string
	features string
	text     string
}

// maxShaped bounds the memory of a Shaper; past it the memory is dropped.
const maxShaped = 1 << 16

// NewShaper returns a Shaper without memories.
func NewShaper() *Shaper {
	return &Shaper{buffer: harfbuzz.NewBuffer(), fonts: map[fontKey]*harfbuzz.Font{}, shaped: map[shapeKey][]Glyph{}}
}

// Shape returns the glyphs of text, all of one script, in one face. Features is a
// comma-separated list of OpenType feature settings ("tnum,-kern"). The result
// is shared: do not change it. Characters that the face lacks give glyph 0.
func (s *Shaper) Shape(face *Face, text, lang string, dir Direction, features string) []Glyph {
	key := shapeKey{face, dir, lang, features, text}
	if g, ok := s.shaped[key]; ok {
		return g
	}
	if len(s.shaped) >= maxShaped {
		clear(s.shaped)
	}
	g := s.shape(key)
	s.shaped[key] = g
	return g
}

func (s *Shaper) shape(key shapeKey) []Glyph {
	s.runes = append(s.runes[:0], []rune(key.text)...)
	f := s.font(fontKey{key.face, key.dir == TTB || hasMark(s.runes) && key.face.Sfnt().Table("GPOS") == nil})
	if f == nil {
		return nil
	}
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneGraphemes
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight,
		Script:    script(s.runes),
		Language:  language.NewLanguage(key.lang),
	}
	if key.dir == TTB {
		b.Props.Direction = harfbuzz.TopToBottom
	}
	b.AddRunes(s.runes, 0, -1)
	b.Shape(f, parseFeatures(key.features))

	offsets := make([]int, 0, len(s.runes)+1)
	for i := range key.text {
		offsets = append(offsets, i)
	}
	out := make([]Glyph, len(b.Info))
	for i, info := range b.Info {
		p := b.Pos[i]
		g := Glyph{ID: GID(info.Glyph), Advance: int(p.XAdvance), XOffset: int(p.XOffset), YOffset: int(p.YOffset)}
		if key.dir == TTB {
			g.Advance = -int(p.YAdvance)
		}
		if info.Cluster < len(offsets) {
			g.Cluster = offsets[info.Cluster]
		}
		out[i] = g
	}
	return out
}

func (s *Shaper) font(key fontKey) *harfbuzz.Font {
	f, ok := s.fonts[key]
	if !ok {
		if parsed := key.face.shapingFont(key.extents); parsed != nil {
			f = harfbuzz.NewFont(font.NewFace(parsed))
		}
		s.fonts[key] = f
	}
	return f
}

func hasMark(text []rune) bool {
	for _, r := range text {
		if r >= 0x300 && unicode.IsMark(r) {
			return true
		}
	}
	return false
}

// script returns the script of the first character that has one of its own.
func script(text []rune) language.Script {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if sc := language.LookupScript(r); sc != language.Common && sc != language.Inherited {
				return sc
			}
		}
	}
	for _, r := range text {
		if r >= 0x2E80 {
			return language.Han // full-width marks by themselves
		}
	}
	return language.Latin
}

func parseFeatures(list string) []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && list[to] != ',' {
			to++
		}
		if f, err := harfbuzz.ParseFeature(list[from:to]); err == nil {
			out = append(out, f)
		}
		from = to + 1
	}
	return out
}
