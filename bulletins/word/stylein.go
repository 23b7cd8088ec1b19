package word

import (
	"strconv"
	"strings"
)

// trait is a look that text has or has not.
type trait int

const (
	bold trait = iota
	italic
	strike
	struckTwice
	capitals
	smallCapitals
	hidden
	traits
)

var traitNames = [traits]string{"b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish"}

// quality is a look with a value.
type quality int

const (
	raised quality = iota
	dotted
	underlined
	marked
	qualities
)

var qualityNames = [qualities]string{"vertAlign", "em", "u", "highlight"}

// styleIn is what matters of a style.
type styleIn struct {
	name, based, id string
	outline         int // 1 … 9; 0: none
	align           string
	size            int
	indent          int          // of all lines at the left, in twips
	traits          [traits]int8 // 1: has it, -1: has it not, 0: says nothing
	qualities       [qualities]string
	font            string
	list, deep      string
	ruled, upright  bool // a table's: has rules, has upright ones
	resolved        bool
}

func (s *styleIn) has(t trait) bool { return s.traits[t] > 0 }

// value is that of a look; "": it has not.
func (s *styleIn) value(q quality) string {
	if s.qualities[q] == "none" || s.qualities[q] == "baseline" {
		return ""
	}
	return s.qualities[q]
}

func (t *content) readStyles(root *element) {
	t.standard = &styleIn{size: 20, resolved: true}
	if root != nil {
		look(t.standard, root.child("docDefaults", "rPrDefault", "rPr"), root.child("docDefaults", "pPrDefault", "pPr"))
	}
	root.find("style", func(e *element) {
		s := &styleIn{name: strings.ToLower(e.val("name")), based: e.val("basedOn"), id: e.at("styleId")}
		look(s, e.child("rPr"), e.child("pPr"))
		s.ruled, s.upright = rules(e.child("tblPr", "tblBorders"))
		t.styles[s.id] = s
		if e.at("default") == "1" && e.at("type") == "paragraph" {
			t.styles[""] = s
		}
	})
	for id := range t.styles {
		t.resolve(id, 0)
	}
}

// look takes what properties say into a style.
func look(s *styleIn, run, par *element) {
	if n, err := strconv.Atoi(run.val("sz")); err == nil {
		s.size = n
	}
	for i, name := range traitNames {
		switch {
		case run.on(name):
			s.traits[i] = 1
		case run.child(name) != nil:
			s.traits[i] = -1
		}
	}
	for i, name := range qualityNames {
		if v := run.val(name); v != "" {
			s.qualities[i] = v
		}
	}
	if f := run.child("rFonts").at("ascii"); f != "" {
		s.font = f
	}
	if v := par.val("jc"); v != "" {
		s.align = v
	}
	if n, err := strconv.Atoi(par.val("outlineLvl")); err == nil {
		s.outline = (n + 1) % 10
	}
	if n := par.child("numPr"); n != nil {
		if v := n.val("numId"); v != "" {
			s.list = v
		}
		if v := n.val("ilvl"); v != "" {
			s.deep = v
		}
	}
	ind := par.child("ind")
	for _, side := range []string{"left", "start"} {
		if n, err := strconv.Atoi(ind.at(side)); err == nil {
			s.indent = n
		}
	}
}

// over lays the look of a style of characters over that of a paragraph; what both have
// is taken back (ISO 29500-1, 17.7.3).
func (s *styleIn) over(chars *styleIn) {
	for i, v := range chars.traits {
		switch {
		case v > 0 && s.traits[i] > 0:
			s.traits[i] = -1
		case v != 0:
			s.traits[i] = v
		}
	}
	for i, v := range chars.qualities {
		if v != "" {
			s.qualities[i] = v
		}
	}
	if chars.font != "" {
		s.font = chars.font
	}
}

// resolve gives a style what those have that it is based on.
func (t *content) resolve(id string, deep int) *styleIn {
	s := t.styles[id]
	if s == nil || deep > 32 {
		return t.standard
	}
	if s.resolved {
		return s
	}
	s.resolved = true
	base := t.standard
	if s.based != "" && s.based != id {
		base = t.resolve(s.based, deep+1)
	}
	if s.size == 0 {
		s.size = base.size
	}
	for i, v := range base.traits {
		if s.traits[i] == 0 {
			s.traits[i] = v
		}
	}
	for i, v := range base.qualities {
		if s.qualities[i] == "" {
			s.qualities[i] = v
		}
	}
	if s.font == "" {
		s.font = base.font
	}
	if s.align == "" {
		s.align = base.align
	}
	if s.outline == 0 {
		s.outline = base.outline
	}
	if s.indent == 0 {
		s.indent = base.indent
	}
	if s.list == "" {
		s.list = base.list
	}
	if s.deep == "" {
		s.deep = base.deep
	}
	s.ruled, s.upright = s.ruled || base.ruled, s.upright || base.upright
	return s
}
