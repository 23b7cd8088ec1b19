package drafting

import (
	"safety365/bulletins"
)

// outdent takes an item a level up, or out of its list; what hangs on it stays with it.
func (t *tree) outdent(own *node) {
	l := own.parent
	at := own.index()
	behind := l.kids[at+1:]
	l.kids = l.kids[:at:at]
	l.touch()
	own.parent = nil
	outer := l.parent
	if outer.kind == item { // one level up
		if len(behind) > 0 {
			rest := l.like()
			rest.gap = behind[0].gap
			rest.insert(0, behind...)
			behind[0].gap = 0
			own.insert(len(own.kids), rest)
		}
		up := outer.parent
		own.gap = 1
		if i := outer.index(); i > 0 {
			own.gap = outer.gap
		} else if len(up.kids) > 1 {
			own.gap = up.kids[1].gap
		}
		own.task = outer.asked(own.task)
		up.insert(outer.index()+1, own)
		if len(l.kids) == 0 {
			t.drop1(l)
		}
		return
	}
	i := l.index()
	kids := own.kids
	own.kids = nil
	var out []*node
	for k, n := range kids {
		n.gap = 2
		if k == 0 && len(l.kids) == 0 {
			n.gap = l.gap
		}
		n.raw = nil
		out = append(out, n)
	}
	if len(behind) > 0 {
		rest := l.like()
		rest.gap = 2
		rest.start = l.start
		behind[0].gap = 0
		rest.insert(0, behind...)
		out = append(out, rest)
	}
	outer.insert(i+1, out...)
	if len(l.kids) == 0 {
		outer.kids = append(outer.kids[:i:i], outer.kids[i+1:]...)
		l.parent = nil
	}
	if next := i + len(out) + 1; next < len(outer.kids) {
		outer.kids[next].gap = max(2, outer.kids[next].gap)
	}
	if i < len(outer.kids) && l.parent == nil && i+len(out) < len(outer.kids) {
		outer.kids[i+len(out)].gap = max(2, outer.kids[i+len(out)].gap)
	}
	for _, n := range out {
		n.touch()
	}
}

// asked returns whether an item beside this one is a task.
func (n *node) asked(own bulletins.TaskState) bulletins.TaskState {
	if n.task == bulletins.NoTask {
		return bulletins.NoTask
	}
	return max(own, bulletins.TaskOpen)
}

// like returns an empty list of the same kind.
func (n *node) like() *node {
	return &node{kind: list, ordered: n.ordered, start: 1, delim: n.delim, same: n.same}
}

// indent puts an item under the one before it.
func (t *tree) indent(own *node) bool {
	l := own.parent
	at := own.index()
	if at == 0 || l.kids[at-1].kind != item {
		return false
	}
	up := l.kids[at-1]
	own.cut()
	if k := len(up.kids); k > 0 && up.kids[k-1].kind == list && up.kids[k-1].ordered == l.ordered {
		inner := up.kids[k-1]
		own.gap = 1
		if len(inner.kids) > 1 {
			own.gap = inner.kids[1].gap
		}
		inner.insert(len(inner.kids), own)
		return true
	}
	inner := l.like()
	inner.gap = 1
	if own.gap > 1 {
		inner.gap = own.gap
	}
	own.gap = 0
	inner.insert(0, own)
	up.end = 0
	up.insert(len(up.kids), inner)
	return true
}
