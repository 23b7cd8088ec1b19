package word

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
)

// hands are those of a reviewer: they change the body of a file that Write made.
type hands struct {
	*rand.Rand
	w       *writer
	tracked bool
	ids     int
}

// edits are what a reviewer does to a paragraph that has text; false: it cannot be done
// there.
var edits = []struct {
	name string
	do   func(h *hands, list []*spot, i int) bool
}{
	{"word replaced", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], h.inside(list[i]), 2, "换了") }},
	{"character at the start", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], 0, 0, "始") }},
	{"character at the end", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], len(list[i].text()), 0, "末") }},
	{"characters between", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], h.inside(list[i]), 0, "插a*b") }},
	{"line break", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], h.inside(list[i]), 0, "\n") }},
	{"words out", func(h *hands, list []*spot, i int) bool { return h.reword(list[i], h.inside(list[i]), 3, "") }},
	{"paragraph out", (*hands).remove},
	{"paragraph new", (*hands).add},
	{"paragraph split", (*hands).split},
	{"paragraphs joined", (*hands).join},
	{"paragraph moved", (*hands).move},
	{"row out", func(h *hands, list []*spot, i int) bool { return h.row(list[i], true) }},
	{"row new", func(h *hands, list []*spot, i int) bool { return h.row(list[i], false) }},
}

// spot is a paragraph and where it stands.
type spot struct {
	p    *node
	in   []*node // from the body to what holds it
	runs []*node
}

func (s *spot) text() []rune {
	var out []rune
	for _, r := range s.runs {
		out = append(out, []rune(r.child("w:t").kids[0].text)...)
	}
	return out
}

// spots lists the paragraphs that have plain text.
func (h *hands) spots() []*spot {
	var out []*spot
	var walk func(n *node, in []*node)
	walk = func(n *node, in []*node) {
		if n.name != "w:p" {
			for _, k := range n.kids {
				walk(k, append(slices.Clone(in), n))
			}
			return
		}
		s := &spot{p: n, in: in}
		for _, k := range n.kids {
			if t := k.child("w:t"); k.name == "w:r" && t != nil && len(t.kids) == 1 && k.kids[len(k.kids)-1] == t {
				s.runs = append(s.runs, k)
			}
		}
		if strings.TrimSpace(string(s.text())) != "" {
			out = append(out, s)
		}
	}
	walk(h.w.into, nil)
	walk(h.w.notes, nil)
	return out
}

func (h *hands) inside(s *spot) int { return h.IntN(len(s.text()) + 1) }

// who are the attributes of a change.
func (h *hands) who() []string {
	h.ids++
	return []string{"w:id", itoa(9000 + h.ids), "w:author", []string{"程砚", "骆怀远"}[h.ids%2], "w:date", "2026-03-06T10:00:00Z"}
}

// reword takes characters out of a run and puts others there.
func (h *hands) reword(s *spot, at, count int, with string) bool {
	var r *node
	for _, r = range s.runs {
		n := len([]rune(r.child("w:t").kids[0].text))
		if at <= n {
			break
		}
		at -= n
	}
	text := []rune(r.child("w:t").kids[0].text)
	until := min(at+count, len(text))
	if at > until || at == until && with == "" {
		return false
	}
	look := r.child("w:rPr")
	run := func(name, text string) *node {
		out := el("w:r", look)
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				out.add(el("w:br"))
			}
			if line != "" {
				out.add(el(name, words(line)).with("xml:space", "preserve"))
			}
		}
		if text == "" {
			return nil
		}
		return out
	}
	parts := []*node{run("w:t", string(text[:at]))}
	if h.tracked {
		if at < until {
			parts = append(parts, el("w:del", run("w:delText", string(text[at:until]))).with(h.who()...))
		}
		if with != "" {
			parts = append(parts, el("w:ins", run("w:t", with)).with(h.who()...))
		}
	} else {
		parts = append(parts, run("w:t", with))
	}
	parts = append(parts, run("w:t", string(text[until:])))
	parts = slices.DeleteFunc(parts, func(n *node) bool { return n == nil })
	i := slices.Index(s.p.kids, r)
	s.p.kids = slices.Replace(s.p.kids, i, i+1, parts...)
	return true
}

func (s *spot) holder() *node { return s.in[len(s.in)-1] }

// alone says whether a paragraph is the only one of a cell or a note, which stays.
func (s *spot) alone() bool {
	n := 0
	for _, k := range s.holder().kids {
		if k.name == "w:p" {
			n++
		}
	}
	return n < 2 || s.holder().name == "w:footnote"
}

// plain says that a paragraph holds nothing but text.
func (s *spot) plain() bool {
	for _, k := range s.p.kids {
		switch k.name {
		case "w:pPr", "w:bookmarkStart", "w:bookmarkEnd":
		case "w:r":
			if !slices.Contains(s.runs, k) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// ends tracks a change of a paragraph's end.
func (h *hands) ends(p *node, name string) {
	props := p.child("w:pPr")
	p.kids[slices.Index(p.kids, props)] = el("w:pPr", append(slices.Clone(props.kids), el("w:rPr", el(name).with(h.who()...)))...)
}

func (h *hands) remove(list []*spot, i int) bool {
	s := list[i]
	if s.alone() || !s.plain() {
		return false
	}
	if !h.tracked {
		k := slices.Index(s.holder().kids, s.p)
		s.holder().kids = slices.Delete(s.holder().kids, k, k+1)
		return true
	}
	h.deleteAll(s)
	h.ends(s.p, "w:del")
	return true
}

// deleteAll tracks that all text of a paragraph goes.
func (h *hands) deleteAll(s *spot) {
	who := h.who()
	for k, n := range s.p.kids {
		if n.name == "w:r" {
			out := el("w:r", n.child("w:rPr"), el("w:delText", words(n.child("w:t").kids[0].text)).with("xml:space", "preserve"))
			s.p.kids[k] = el("w:del", out).with(who...)
		}
	}
}

// written puts a paragraph that looks like another below it.
func (h *hands) below(s *spot, text string) *node {
	props := s.p.child("w:pPr")
	if props == nil {
		props = el("w:pPr")
	}
	run := el("w:r", el("w:t", words(text)).with("xml:space", "preserve"))
	p := el("w:p", props, run)
	if h.tracked {
		who := h.who()
		p.kids[1] = el("w:ins", run).with(who...)
		h.ends(p, "w:ins")
	}
	k := slices.Index(s.holder().kids, s.p)
	s.holder().kids = slices.Insert(s.holder().kids, k+1, p)
	return p
}

func (h *hands) add(list []*spot, i int) bool {
	h.below(list[i], "新加的一段，各科室照办。")
	return true
}

// split cuts a paragraph in two in its first run.
func (h *hands) split(list []*spot, i int) bool {
	s := list[i]
	text := []rune(s.runs[0].child("w:t").kids[0].text)
	if len(text) < 2 || !s.plain() || s.p.child("w:pPr") == nil {
		return false
	}
	at := 1 + h.IntN(len(text)-1)
	first := slices.Index(s.p.kids, s.runs[0])
	look := s.runs[0].child("w:rPr")
	half := func(t []rune) *node {
		return el("w:r", look, el("w:t", words(string(t))).with("xml:space", "preserve"))
	}
	rest := append([]*node{s.p.child("w:pPr"), half(text[at:])}, s.p.kids[first+1:]...)
	s.p.kids = append(slices.Clone(s.p.kids[:first]), half(text[:at]))
	if h.tracked {
		h.ends(s.p, "w:ins")
	}
	k := slices.Index(s.holder().kids, s.p)
	s.holder().kids = slices.Insert(s.holder().kids, k+1, el("w:p", rest...))
	return true
}

// join puts the text of the next paragraph behind that of one.
func (h *hands) join(list []*spot, i int) bool {
	s := list[i]
	k := slices.Index(s.holder().kids, s.p)
	if i+1 >= len(list) || k+1 >= len(s.holder().kids) || s.holder().kids[k+1] != list[i+1].p || s.p.child("w:pPr") == nil {
		return false
	}
	if h.tracked {
		h.ends(s.p, "w:del")
		return true
	}
	for _, n := range list[i+1].p.kids {
		if n.name != "w:pPr" {
			s.p.add(n)
		}
	}
	s.holder().kids = slices.Delete(s.holder().kids, k+1, k+2)
	return true
}

// move puts a paragraph behind another of the same text.
func (h *hands) move(list []*spot, i int) bool {
	s := list[i]
	var to *spot
	for _, other := range list {
		if other != s && other.holder() == s.holder() && h.IntN(3) == 0 {
			to = other
		}
	}
	if to == nil || s.alone() || !s.plain() || s.holder().name != "w:body" {
		return false
	}
	if h.tracked {
		text := string(s.text())
		h.deleteAll(s)
		h.ends(s.p, "w:del")
		h.below(to, text)
		return true
	}
	s.holder().kids = slices.DeleteFunc(s.holder().kids, func(n *node) bool { return n == s.p })
	k := slices.Index(to.holder().kids, to.p)
	s.holder().kids = slices.Insert(s.holder().kids, k+1, s.p)
	return true
}

// row takes a row of a table out, or puts one like it below.
func (h *hands) row(s *spot, out bool) bool {
	n := len(s.in)
	if n < 3 || s.in[n-1].name != "w:tc" || s.in[n-2].name != "w:tr" {
		return false
	}
	tr, tbl := s.in[n-2], s.in[n-3]
	k, rows := slices.Index(tbl.kids, tr), 0
	for _, r := range tbl.kids {
		if r.name == "w:tr" {
			rows++
		}
	}
	props := tr.child("w:trPr")
	if rows < 3 || props == nil || props.child("w:tblHeader") != nil || bytes.Contains([]byte(tbl.String()), []byte("w:vMerge")) {
		return false
	}
	change := func(tr *node, name string) *node {
		c := el("w:tr", el("w:trPr", append(slices.Clone(props.kids), el(name).with(h.who()...))...))
		for _, k := range tr.kids {
			if k.name != "w:trPr" {
				c.add(k)
			}
		}
		return c
	}
	switch {
	case out && h.tracked:
		for _, q := range h.spots() {
			if slices.Contains(q.in, tr) {
				if !q.plain() {
					return false
				}
				h.deleteAll(q)
			}
		}
		tbl.kids[k] = change(tr, "w:del")
	case out:
		tbl.kids = slices.Delete(tbl.kids, k, k+1)
	default:
		fresh := el("w:tr", props)
		for _, tc := range tr.kids {
			if tc.name == "w:tc" {
				run := el("w:r", el("w:t", words("新行")))
				p := el("w:p", el("w:pPr"), run)
				if h.tracked {
					p.kids[1] = el("w:ins", run).with(h.who()...)
				}
				fresh.add(el("w:tc", tc.child("w:tcPr"), p))
			}
		}
		if h.tracked {
			fresh = change(fresh, "w:ins")
		}
		tbl.kids = slices.Insert(tbl.kids, k+1, fresh)
	}
	return true
}

// file packs what was changed.
func (h *hands) file() []byte {
	var parts []string
	for _, f := range h.w.parts() {
		parts = append(parts, f.name, string(f.data))
	}
	return made(parts...)
}
