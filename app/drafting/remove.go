package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// ToggleTask ticks the task at a range, or takes the tick away.
func ToggleTask(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	var own *node
	t.walk(func(n *node) bool {
		if n.kind == item && n.task != bulletins.NoTask && n.from <= rng.End && rng.Start <= n.to {
			if own == nil || n.from <= rng.Start {
				own = n
			}
		}
		return true
	})
	if own == nil {
		return change{}, false
	}
	first := own.kids[0].line
	if first == nil {
		return change{}, false
	}
	at := strings.LastIndexByte(doc.Text[:first.at.Start], '[')
	if at < own.from || at+2 > len(doc.Text) {
		return change{}, false
	}
	sign := "x"
	if own.task == bulletins.TaskDone {
		sign = " "
	}
	return change{Edits: []manuscript.Edit{{Range: bulletins.Range{Start: at + 1, End: at + 2}, Text: sign}},
		After: manuscript.At(first.at.Start), Stay: true}, true
}

// Fix makes the edit that mends what a Diagnostic is about.
func Fix(doc *bulletins.Document, fix *bulletins.Fix) (change, bool) {
	if fix == nil || fix.Range.Start < 0 || fix.Range.Start > fix.Range.End || fix.Range.End > len(doc.Text) {
		return change{}, false
	}
	return change{Edits: []manuscript.Edit{{Range: fix.Range, Text: fix.Text}},
		After: manuscript.At(fix.Range.Start + len(fix.Text))}, true
}

// Unwrap takes the fences of the directive at a range away and keeps what it holds.
func Unwrap(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	n := t.blockAt(rng, directive)
	if n == nil {
		return change{}, false
	}
	all := n.leaves(nil)
	t.unwrap(n)
	if len(all) > 0 {
		t.put(start(all[0]))
	}
	return t.change()
}

// Remove takes out the block, or the picture in the text, at a range.
func Remove(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	var n *node
	t.walk(func(k *node) bool {
		if n == nil && k.kind != root && k.source() == rng {
			n = k
		}
		return true
	})
	if n == nil {
		n = t.blockAt(rng, directive)
	}
	if n != nil {
		t.put(t.drop(n))
		return t.change()
	}
	p := t.find(rng.Start)
	q := t.find(rng.End)
	if p.node == nil || p.node != q.node || p.node.line == nil || p.index == q.index {
		return change{}, false
	}
	t.remove(p.node, p.index, q.index)
	t.put(p)
	return t.inline()
}

// blockAt returns the block of a kind that stands at a range: the one that starts
// there, else the innermost round it.
func (t *tree) blockAt(rng bulletins.Range, kind nodeKind) *node {
	var exact, around *node
	t.walk(func(n *node) bool {
		if n.kind != kind {
			return true
		}
		switch r := n.source(); {
		case r == rng || exact == nil && r.Start == rng.Start:
			exact = n
		case r.Start <= rng.Start && rng.End <= r.End:
			around = n
		}
		return true
	})
	if exact != nil {
		return exact
	}
	return around
}
