package paragraph

import (
	"strings"
	"unicode"

	"safety365/bulletins/page"
)

// gap is the glue between two atoms and the cost of breaking a line there.
type gap struct {
	width       page.Length
	shrink      page.Length
	stretch     page.Length // to the limit of its rank
	flex        page.Length // its share in what all gaps of the line are stretched beyond their limits
	shrinkRank  uint8
	stretchRank uint8
	cost        int32 // noBreak: none is allowed
	hyphen      page.Length
	own         page.Length // how much of width is the left atom's own glue
	space       border      // the typed space in it, if space.space
}

// gap returns what stands between two atoms.
func (s *Setter) gap(a, b *atom, between *border) gap {
	rules := &s.in.Rules
	g := gap{cost: s.breakCost(a, b, between)}
	if between.space {
		g.space = *between
	}
	em := s.size(b.run)
	switch {
	case s.in.Runs[b.run].Solid:
		g.cost = noBreak
		g.space.space = false
	case s.literal(a) && s.literal(b):
	case s.formula(a) && s.formula(b) && s.spaceIn(between) == 0:
		if g.width = s.lean(a, b); between.space { // of text in it
			g.width = s.spaceWidth(between.run)
		}
	case a.class == word && b.class == word:
		s.wordGap(&g, a, b, between, em)
	case a.class == word && b.class == han || a.class == han && b.class == word || s.formula(a) != s.formula(b) && a.class == han && b.class == han:
		if s.bordering(a, b) {
			if a.class == han && !s.formula(a) {
				em = s.size(a.run) // of the Han side: code is smaller
			}
			g.width = em.MulDiv(int64(rules.Autospace), 1000)
			g.shrink, g.shrinkRank = g.width/2, shrinkBorder
			g.stretch, g.stretchRank = max(0, em/2-g.width), stretchBorder
			g.flex = em
		}
	default:
		s.markGap(&g, a, b, em)
	}
	return g
}

// wordGap is the space between two words, or nothing inside one.
func (s *Setter) wordGap(g *gap, a, b *atom, between *border, em page.Length) {
	if !between.space {
		return
	}
	if g.width = s.spaceIn(between); g.width > 0 {
		return
	}
	g.width = s.spaceWidth(between.run)
	if s.code(a) && s.code(b) { // letters of one width, and so are spaces
		if between.fixed {
			g.cost = noBreak
		}
		return
	}
	if g.cost == noBreak && isDigit(a.last) && isUnit(s.text(b)) && (!between.fixed || s.in.Rules.UnitSpace > 0) {
		if g.width = em / 4; s.in.Rules.UnitSpace > 0 {
			g.width = em.MulDiv(int64(s.in.Rules.UnitSpace), 1000)
		}
		return
	}
	g.shrink, g.shrinkRank = g.width/3, shrinkWord
	if isChinese(s.in.Lang) {
		g.shrink = max(0, g.width-em/4)
	}
	g.stretch, g.stretchRank = max(0, em/2-g.width), stretchWord
	g.flex = em
	if between.fixed {
		g.cost = noBreak
	}
}

// markGap is what stands between full-width atoms: the glue on their facing sides,
// half an em less where two marks meet.
func (s *Setter) markGap(g *gap, a, b *atom, em page.Length) {
	g.own = a.trail
	g.width = a.trail + b.lead
	if g.space.space && (a.class == word && !b.mark() || b.class == word && !a.mark()) {
		// Typed between a word and a full-width sign without glue of its own.
		g.width = em.MulDiv(int64(s.in.Rules.Autospace), 1000)
		g.own = g.width
	} else if a.class != word && b.class != word {
		g.space.space = false // a space between two Han characters is none
	}
	inCode := s.code(a) && s.code(b)
	if a.class.mark() && b.class.mark() && g.width > 0 && !inCode {
		spare := min(g.width, em/2)
		if s.in.Rules.Compress == CompressTight {
			spare = g.width
		}
		g.width -= spare
		g.own = min(g.own, g.width)
		if b.lead > 0 && a.trail > 0 {
			g.own = 0
		}
	}
	if g.width > 0 && !inCode && !s.numbers(a) {
		g.shrink, g.shrinkRank = g.width, markRank(a, b)
	}
	if g.cost != noBreak || a.class != dash && b.class != dash {
		g.flex = em
	}
	g.stretchRank = stretchHan
}

// numbers reports whether an atom, the last so far, closes the number that opens a
// paragraph: （一）. It keeps its room, so that the texts of such paragraphs begin below
// each other.
func (s *Setter) numbers(a *atom) bool {
	last := len(s.atoms) - 1
	if a.class != close_ || last < 2 || last > 4 || s.atoms[0].class != open {
		return false
	}
	for i := range s.atoms[1:last] {
		if inner := &s.atoms[1+i]; !isDigit(inner.first) && !strings.ContainsRune("一二三四五六七八九十", inner.first) {
			return false
		}
	}
	return true
}

func (a *atom) mark() bool { return a.lead > 0 || a.trail > 0 }

// mark reports whether a class gives up room where it meets another mark.
func (c class) mark() bool { return c >= open && c <= middle }

// markRank returns when the glue of a mark is taken: brackets before commas before
// stops.
func markRank(a, b *atom) uint8 {
	switch {
	case a.class == middle || b.class == middle:
		return shrinkMiddle
	case a.class == open || a.class == close_ || b.class == open || b.class == close_:
		return shrinkBracket
	case a.class == comma || b.class == comma:
		return shrinkComma
	}
	return shrinkStop
}

// bordering reports whether a Han–Latin border takes a gap: letters, digits and code do,
// punctuation does not.
func (s *Setter) bordering(a, b *atom) bool {
	if s.code(a) != s.code(b) || s.formula(a) != s.formula(b) {
		return true // code is read by itself, whatever it begins with, and so is a formula
	}
	r := b.first
	if a.class == word {
		if r = a.last; r == ')' && strings.ContainsRune(s.text(a), '(') {
			return true // dB(A), Lock()
		}
	}
	return !strings.ContainsRune(latinClosers, r) && !strings.ContainsRune(latinOpeners, r) && !strings.ContainsRune("-–—/\\…·", r) || r == '%' || r == '°' || r == '‰' || r == '#' || r == '@' || r == '$' || r == '€' || r == '£'
}

// startLevel and endLevel say from which kinsoku level on a class may not begin or
// end a line.
var (
	startLevel = map[class]Kinsoku{close_: KinsokuBasic, comma: KinsokuBasic, stop: KinsokuBasic, suffix: KinsokuBasic, middle: KinsokuGB, solidus: KinsokuGB, connector: KinsokuGB, dash: KinsokuStrict, ellipsis: KinsokuStrict}
	endLevel   = map[class]Kinsoku{open: KinsokuBasic, prefix: KinsokuBasic, solidus: KinsokuGB}
	strictness = map[Kinsoku]int{KinsokuNone: 0, KinsokuBasic: 1, KinsokuGB: 2, KinsokuStrict: 3}
)

// breakCost returns the cost of a break between two atoms, or noBreak.
func (s *Setter) breakCost(a, b *atom, between *border) int32 {
	level := s.in.Rules.Kinsoku
	if between.fixed {
		return noBreak
	}
	if s.formula(a) && s.formula(b) {
		if s.spaceIn(between) > 0 {
			return formulaCost
		}
		if !between.space {
			return noBreak
		}
	}
	if level != KinsokuNone && (forbids(startLevel, b.class, level) || forbids(endLevel, a.class, level)) {
		return noBreak
	}
	if between.zero || level == KinsokuNone && (a.class != word || b.class != word) {
		return 0
	}
	if a.class == word && b.class == word {
		if !between.space || isDigit(a.last) && (isUnit(s.text(b)) || months[strings.TrimRight(s.word(b), latinClosers)]) {
			return noBreak
		}
		if strictness[level] > 0 && strings.ContainsRune("–—/·•|", b.first) && len(s.text(b)) <= 3 {
			return noBreak // a dash or its like between spaces stays with the word before it
		}
		return 0
	}
	if b.class == word && !between.space && strings.ContainsRune(latinClosers, b.first) && a.class != open {
		return noBreak
	}
	if a.class == word && strings.ContainsRune(latinOpeners, a.last) {
		return noBreak
	}
	if a.class == word && b.class == han && isDigit(a.last) && strings.ContainsRune(counters, b.first) || a.last == '第' && isDigit(b.first) {
		if s.in.Rules.Counters {
			return 0
		}
		return noBreak
	}
	return 0
}

func forbids(table map[class]Kinsoku, c class, level Kinsoku) bool {
	from, ok := table[c]
	return ok && strictness[level] >= strictness[from]
}

func isDigit(r rune) bool { return unicode.IsDigit(r) }

func (s *Setter) literal(a *atom) bool {
	f := s.in.Runs[a.run].Format
	return f != nil && f.Literal
}

func (s *Setter) code(a *atom) bool {
	f := s.in.Runs[a.run].Format
	return f != nil && f.Code
}

// word returns the characters of the word that an atom begins, which may be hyphenated.
func (s *Setter) word(a *atom) string {
	rest := s.in.Runs[a.run].Text[a.start:]
	if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
		return rest[:end]
	}
	return rest
}

// text returns the characters of an atom.
func (s *Setter) text(a *atom) string { return s.in.Runs[a.run].Text[a.start:a.end] }

func (s *Setter) size(run int32) page.Length {
	if f := s.in.Runs[run].Format; f != nil {
		return f.Size
	}
	return 0
}

func (s *Setter) spaceWidth(run int32) page.Length {
	return s.spaceOf(s.in.Runs[run].Format)
}

func (s *Setter) spaceOf(f *Format) page.Length {
	face := f.Latin.Faces[0]
	id, _ := face.Glyph(' ')
	return page.Length(face.Sfnt().Advance(id)).MulDiv(int64(f.Size), int64(face.UnitsPerEm())) + f.Tracking
}
