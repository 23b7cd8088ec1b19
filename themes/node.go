package themes

import "slices"

type kind uint8

const (
	scalar kind = iota
	list
	mapping
	null // a key without a value: takes back what the layers below say
)

// node is a piece of YAML that knows where it was written. Nodes are not changed
// once their layer has been checked; merging makes new ones.
type node struct {
	kind      kind
	file      string
	line, col int
	text      string // of a scalar
	keys      []key  // of a mapping
	items     []*node
	bad       bool // found at fault when its layer was checked; merging leaves it out
}

type key struct {
	name      string
	line, col int
	value     *node
}

// child returns the value under a key, or nil.
func (n *node) child(name string) *node {
	if n == nil || n.kind != mapping {
		return nil
	}
	for i := range n.keys {
		if n.keys[i].name == name {
			return n.keys[i].value
		}
	}
	return nil
}

// names lists the keys of a mapping.
func (n *node) names() []string {
	var out []string
	if n != nil {
		for i := range n.keys {
			out = append(out, n.keys[i].name)
		}
	}
	return out
}

// at follows a path of keys.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		n = n.child(name)
	}
	return n
}

// with returns a copy of a mapping in which the given key has that value.
func (n *node) with(name string, value *node) *node {
	out := &node{kind: mapping}
	if n != nil && n.kind == mapping {
		*out = *n
		out.keys = slices.Clone(n.keys)
	}
	for i := range out.keys {
		if out.keys[i].name == name {
			out.keys[i].value = value
			return out
		}
	}
	out.keys = append(out.keys, key{name, value.line, value.col, value})
	return out
}

// without returns a copy of a mapping that lacks a key.
func (n *node) without(name string) *node {
	if n.child(name) == nil {
		return n
	}
	out := *n
	out.keys = slices.DeleteFunc(slices.Clone(n.keys), func(k key) bool { return k.name == name })
	return &out
}

// inks are keys of which a colour has one: stating one drops the others below.
var inks = []string{"gray", "cmyk", "spot"}

// merge lays high over low: mappings are merged key by key, everything else is
// replaced. Faulty parts of high are left out.
func merge(low, high *node) *node {
	switch {
	case high == nil || high.bad:
		return low
	case high.kind != mapping:
		return high
	case low == nil || low.kind != mapping:
		low = &node{kind: mapping, file: high.file, line: high.line, col: high.col}
	}
	out := *low
	out.keys = slices.Clone(low.keys)
	out.file, out.line, out.col = high.file, high.line, high.col
	isInk := func(k key) bool { return slices.Contains(inks, k.name) && !k.value.bad }
	if slices.ContainsFunc(high.keys, isInk) {
		out.keys = slices.DeleteFunc(out.keys, func(k key) bool { return isInk(k) && high.child(k.name) == nil })
	}
	for _, k := range high.keys {
		if k.value.bad {
			continue
		}
		i := slices.IndexFunc(out.keys, func(o key) bool { return o.name == k.name })
		if i < 0 {
			out.keys = append(out.keys, key{k.name, k.line, k.col, merge(nil, k.value)})
			continue
		}
		out.keys[i] = key{k.name, k.line, k.col, merge(out.keys[i].value, k.value)}
	}
	return &out
}
