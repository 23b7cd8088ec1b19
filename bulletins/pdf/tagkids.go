package pdf

import (
	"strconv"

	"safety365/bulletins/page"
)

// kids collects what an element holds: marked content, links, elements.
type kids struct {
	s    *structure
	home int32 // the page of plain MCIDs; -1: none yet
	n    int
	list []byte
}

// add adds the content of a node, and its children in their order.
func (k *kids) add(t page.TagID) {
	s := k.s
	for _, i := range s.order[s.start[t]:s.start[t+1]] {
		k.mark(s.d.w.marks[i])
	}
	for _, i := range s.linkOf[t] {
		if n, ok := s.wrapped[i]; ok {
			k.item(refTo(k.list, s.d.tags+n))
		} else {
			k.item(append(k.list, s.objr(i)...))
		}
	}
	for _, c := range s.children(t) {
		if s.owner[c] == c {
			k.item(refTo(k.list, s.element(c)))
		} else {
			k.add(c)
		}
	}
	if t == page.RootTag {
		for _, i := range s.stray {
			k.item(refTo(k.list, s.d.tags+s.wrapped[i]))
		}
	}
}

func (k *kids) mark(m mark) {
	if k.home < 0 {
		k.home = m.page
	}
	if m.page == k.home {
		k.item(strconv.AppendInt(append(k.list, ' '), int64(m.mcid), 10))
		return
	}
	b := refTo(append(k.list, "<</Type/MCR/Pg"...), k.s.d.skel.pages[m.page])
	b = strconv.AppendInt(append(b, "/MCID "...), int64(m.mcid), 10)
	k.item(append(b, ">>"...))
}

func (k *kids) item(list []byte) { k.list, k.n = list, k.n+1 }

func (k *kids) append(b []byte) []byte {
	if k.home >= 0 {
		b = refTo(append(b, "/Pg"...), k.s.d.skel.pages[k.home])
	}
	switch k.n {
	case 0:
		return b
	case 1:
		return append(append(b, "/K"...), k.list...)
	}
	return append(append(append(b, "/K["...), k.list...), ']')
}
