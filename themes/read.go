package themes

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Limits of a theme file.
const (
	MaxSize  = 1 << 20 // bytes
	MaxDepth = 16      // of nesting
)

// syntaxLine finds the line in a message of the YAML reader.
var syntaxLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// read turns YAML text into nodes. It returns nil when the text cannot be used.
func read(file string, data []byte, r *report) *node {
	if len(data) > MaxSize {
		r.add(file, 1, 1, "theme-too-large", "limit", strconv.Itoa(MaxSize>>10)+" KiB")
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	err := decoder.Decode(&document)
	if err == io.EOF {
		return &node{kind: mapping, file: file, line: 1, col: 1}
	}
	if err == nil {
		if err = decoder.Decode(&second); err == nil {
			r.add(file, second.Line, second.Column, "theme-documents")
		} else if err == io.EOF {
			err = nil
		}
	}
	if err != nil {
		m := syntaxLine.FindStringSubmatch(err.Error())
		line := 1
		if m != nil && m[1] != "" {
			line, _ = strconv.Atoi(m[1])
		}
		r.add(file, line, 1, "theme-syntax", "reason", syntaxLine.ReplaceAllString(err.Error(), ""))
		return nil
	}
	if len(document.Content) == 0 {
		return &node{kind: mapping, file: file, line: 1, col: 1}
	}
	root := convert(file, document.Content[0], 0, r)
	if root.kind == null {
		root.kind = mapping
	}
	return root
}

// convert makes a node of what the YAML reader gives, without what themes do not
// use: anchors, aliases, repeated keys, deep nesting.
func convert(file string, y *yaml.Node, depth int, r *report) *node {
	n := &node{file: file, line: y.Line, col: y.Column, text: y.Value}
	if depth > MaxDepth {
		r.node(n, "theme-depth", "limit", strconv.Itoa(MaxDepth))
		n.bad = true
		return n
	}
	if y.Anchor != "" || y.Kind == yaml.AliasNode {
		r.node(n, "theme-alias", "name", y.Anchor+strings.TrimPrefix(y.Value, "*"))
		n.bad = true
		return n
	}
	switch y.Kind {
	case yaml.SequenceNode:
		n.kind = list
		for _, c := range y.Content {
			item := convert(file, c, depth+1, r)
			n.bad = n.bad || item.bad
			n.items = append(n.items, item)
		}
	case yaml.MappingNode:
		n.kind = mapping
		for i := 0; i+1 < len(y.Content); i += 2 {
			k := y.Content[i]
			if k.Kind != yaml.ScalarNode {
				r.add(file, k.Line, k.Column, "theme-key")
				continue
			}
			if n.child(k.Value) != nil {
				r.add(file, k.Line, k.Column, "theme-repeated", "key", k.Value)
				continue
			}
			n.keys = append(n.keys, key{k.Value, k.Line, k.Column, convert(file, y.Content[i+1], depth+1, r)})
		}
	default:
		if y.Tag == "!!null" {
			n.kind = null
		}
	}
	return n
}
