package drafting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

// Type puts typed characters in the place of the selection. They are shown as they
// were typed: what would be a mark gets a backslash. Only a list or a heading begun
// in an empty paragraph, as by "- " or "# ", is made one, as a step of its own.
//
// What is typed at the end of bold text is bold, and so with other looks; at the start
// of a paragraph it has the look of what follows. A link ends with its words.
func Type(doc *bulletins.Document, sel selection, text string) (change, bool) {
	if c, ok := typeFast(doc, sel, text); ok {
		return c, true
	}
	return typeLook(doc, sel, text, nil)
}

// TypeWith is Type with just the looks given: those that were switched on or off with
// nothing selected.
func TypeWith(doc *bulletins.Document, sel selection, text string, looks Inlines) (change, bool) {
	return typeLook(doc, sel, text, &looks)
}

func typeLook(doc *bulletins.Document, sel selection, text string, looks *Inlines) (change, bool) {
	text = clean(text)
	if strings.Contains(text, "\n") {
		return Paste(doc, sel, text)
	}
	t, ok := erased(doc, sel)
	if !ok || text == "" {
		return change{}, false
	}
	if t.caret.node.line == nil {
		t.enter()
		t.wide = true
	}
	n := t.caret.node
	if n.kind != code {
		text = strings.ReplaceAll(text, "\t", " ")
	}
	if opening := strings.TrimLeft(text, " \t\u3000"); t.opens() && n.kind != code && opening != text {
		if text = opening; text == "" && !t.wide { // spaces that open a paragraph show nothing
			return change{}, false
		}
	}
	t.freshen()
	in := t.style(t.caret)
	if looks != nil && n.kind != code {
		in = looks.marks(in)
	}
	t.put(t.add(t.caret, typed(text, in)))
	c, ok := t.proved()
	if !t.wide && ok {
		c.Mode = typing
		if strings.HasSuffix(text, " ") && looks == nil {
			c.Then = habit(doc, c)
		}
	}
	return c, ok
}

// opens says whether the caret stands before all that its paragraph shows.
func (t *tree) opens() bool {
	return len(trimSpaces(t.load(t.caret.node)[:t.caret.index])) == 0
}

// freshen has the char before the caret written anew if it was escaped: what follows
// it may make that needless.
func (t *tree) freshen() {
	n, i := t.caret.node, t.caret.index
	if i == 0 || n.kind == code {
		return
	}
	chars := t.load(n)
	if c := chars[i-1]; (strings.HasPrefix(c.spell, `\`) && c.kind == plain || strings.HasPrefix(c.spell, "&#")) && c.text != "" && firstRune(c.text) != utf8.RuneError {
		n.line.chars = append([]char(nil), chars...)
		n.line.chars[i-1].spell = ""
	} else if c.kind == broken && c.spell == "<br>" {
		n.line.chars = append([]char(nil), chars...)
		n.line.chars[i-1].spell = ""
	}
}

// style returns the marks that a char put in at a place has.
func (t *tree) style(p pos) []*mark {
	chars := t.load(p.node)
	if p.node.kind == code || p.node.line == nil {
		return nil
	}
	i := p.index - 1
	for i >= 0 && !chars[i].shows() {
		i--
	}
	if i < 0 || chars[i].kind == broken {
		if i < 0 {
			for i = p.index; i < len(chars) && !chars[i].shows(); {
				i++
			}
		} else {
			i = p.index
		}
		if i >= len(chars) || chars[i].kind != plain {
			return nil
		}
		return goingOn(chars[i].in)
	}
	in := chars[i].in
	if i+1 < len(chars) && within(in, chars[i+1].in) { // in the middle of a link
		return in
	}
	return goingOn(in)
}

// within says whether all marks are round what follows too.
func within(in, next []*mark) bool {
	for i, m := range in {
		if i >= len(next) || next[i] != m {
			return false
		}
	}
	return true
}

// goingOn returns the marks that text typed behind them has too.
func goingOn(in []*mark) []*mark {
	var out []*mark
	for _, m := range in {
		if m.goesOn() {
			out = append(out, m)
		}
	}
	return out
}

// outsideCode leaves out code and formulas, which hold nothing but text.
func outsideCode(in []*mark) []*mark { return slices.DeleteFunc(slices.Clone(in), (*mark).literal) }

// marks returns marks for the looks, taken from those at hand where there are any.
func (s Inlines) marks(in []*mark) []*mark {
	var out []*mark
	for _, m := range in {
		if i, ok := m.look(); !ok || s.Has(i) {
			out = append(out, m)
		}
	}
	for i := range looks {
		l := Inline(i)
		has := false
		for _, m := range out {
			k, ok := m.look()
			has = has || ok && k == l
		}
		if s.Has(l) && !has {
			out = append(out, newMark(l))
		}
	}
	return out
}

// clean makes typed or pasted text fit to stand in a document.
func clean(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\r' || c == '\u2028' || c == '\u2029' || c == '\v' || c == '\f':
			return '\n'
		case c == '\n' || c == '\t':
			return c
		case unicode.IsControl(c) || c == '\ufeff' || 0xfdd0 <= c && c <= 0xfdef:
			return -1
		}
		return c
	}, text)
}
