package bulletins

import "gopkg.in/yaml.v3"

// value converts a node. Aliases are refused: they serve nothing here and can
// blow a small file up.
func (r *frontReader) value(n *yaml.Node, depth int) Value {
	start := r.offset(n.Line, n.Column)
	switch {
	case depth > maxMetaDepth:
		r.report(note(Error, "front-too-deep", Range{start, start + 1}, "limit", itoa(maxMetaDepth)))
		return Value{Range: Range{start, start}}
	case n.Kind == yaml.AliasNode:
		r.report(note(Error, "front-alias", Range{start, start + 1 + len(n.Value)}, "name", n.Value))
		return Value{Range: Range{start, start + 1 + len(n.Value)}}
	case n.Kind == yaml.MappingNode:
		return r.mapping(n, depth)
	case n.Kind == yaml.SequenceNode:
		v := Value{Range: Range{start, start}, List: []Value{}}
		for _, item := range n.Content {
			e := r.value(item, depth+1)
			v.List = append(v.List, e)
			v.Range.End = max(v.Range.End, e.Range.End)
		}
		v.Range.End = r.closeFlow(v.Range.End, n, ']')
		return v
	}
	v := Value{Range: r.scalarRange(n), Text: n.Value}
	if n.Tag == "!!null" {
		v.Text = ""
	}
	return v
}

func (r *frontReader) mapping(n *yaml.Node, depth int) Value {
	start := r.offset(n.Line, n.Column)
	v := Value{Range: Range{start, start}, Map: map[string]Value{}}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		at := r.scalarRange(key)
		if key.Kind != yaml.ScalarNode {
			r.report(note(Error, "front-key", at))
			continue
		}
		e := r.value(n.Content[i+1], depth+1)
		v.Range.End = max(v.Range.End, at.End, e.Range.End)
		if _, ok := v.Map[key.Value]; ok {
			r.report(note(Error, "front-duplicate", at, "key", key.Value))
			continue
		}
		v.Keys = append(v.Keys, key.Value)
		v.Map[key.Value] = e
	}
	v.Range.End = r.closeFlow(v.Range.End, n, '}')
	return v
}

// closeFlow moves the end of a flow collection past its closing bracket.
func (r *frontReader) closeFlow(end int, n *yaml.Node, bracket byte) int {
	if n.Style&yaml.FlowStyle == 0 {
		return end
	}
	end = max(end, r.offset(n.Line, n.Column)+1)
	for i := end; i < r.block.yamlEnd; i++ {
		switch r.source[i] {
		case bracket:
			return i + 1
		case ' ', '\t', '\n', ',':
		default:
			return end
		}
	}
	return end
}
