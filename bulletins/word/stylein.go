package word

import (
	"strconv"
	"strings"
)

// styleIn is what matters of a style.
type styleIn struct {
	name, based  string
	outline      int // 1 … 9; 0: none
	align        string
	size         int
	bold, italic *bool
	list, deep   string
	resolved     bool
}

func (t *content) readStyles(root *element) {
	if root != nil {
		t.standard = &styleIn{size: 20, resolved: true}
		look(t.standard, root.child("docDefaults", "rPrDefault", "rPr"), nil)
	} else {
		t.standard = &styleIn{size: 20, resolved: true}
	}
	root.find("style", func(e *element) {
		s := &styleIn{name: strings.ToLower(e.val("name")), based: e.val("basedOn")}
		look(s, e.child("rPr"), e.child("pPr"))
		id := e.at("styleId")
		t.styles[id] = s
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
	if run.child("b") != nil {
		on := run.on("b")
		s.bold = &on
	}
	if run.child("i") != nil {
		on := run.on("i")
		s.italic = &on
	}
	if v := par.val("jc"); v != "" {
		s.align = v
	}
	if n, err := strconv.Atoi(par.val("outlineLvl")); err == nil && n < 9 {
		s.outline = n + 1
	}
	if n := par.child("numPr"); n != nil {
		s.list, s.deep = n.val("numId"), n.val("ilvl")
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
	if s.bold == nil {
		s.bold = base.bold
	}
	if s.italic == nil {
		s.italic = base.italic
	}
	if s.align == "" {
		s.align = base.align
	}
	if s.outline == 0 {
		s.outline = base.outline
	}
	if s.list == "" {
		s.list, s.deep = base.list, base.deep
	}
	return s
}
