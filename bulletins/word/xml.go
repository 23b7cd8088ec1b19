package word

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"safety365/bulletins/page"
)

// node is an element of a part that is written, or, with no name, text.
type node struct {
	name  string
	attrs []string // names and values in turn
	kids  []*node
	text  string
}

// el makes an element; kids that are nil are left out.
func el(name string, kids ...*node) *node {
	n := &node{name: name}
	return n.add(kids...)
}

func (n *node) add(kids ...*node) *node {
	for _, k := range kids {
		if k != nil {
			n.kids = append(n.kids, k)
		}
	}
	return n
}

// with adds attributes: names and values in turn.
func (n *node) with(attrs ...string) *node {
	n.attrs = append(n.attrs, attrs...)
	return n
}

// val makes the element with one value that half of the format consists of.
func val(name, value string) *node { return el(name).with("w:val", value) }

func words(s string) *node { return &node{text: s} }

// child returns the first child of a name, or nil.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// own returns the first child of a name, a new one if there is none.
func (n *node) own(name string) *node {
	k := n.child(name)
	if k == nil {
		k = el(name)
		n.add(k)
	}
	return k
}

// attr returns an attribute, or "".
func (n *node) attr(name string) string {
	for i := 0; i+1 < len(n.attrs); i += 2 {
		if n.attrs[i] == name {
			return n.attrs[i+1]
		}
	}
	return ""
}

// set gives an attribute a value.
func (n *node) set(name, value string) {
	for i := 0; i+1 < len(n.attrs); i += 2 {
		if n.attrs[i] == name {
			n.attrs[i+1] = value
			return
		}
	}
	n.with(name, value)
}

func (n *node) write(b *bytes.Buffer) {
	if n.name == "" {
		xml.EscapeText(b, []byte(n.text))
		return
	}
	b.WriteByte('<')
	b.WriteString(n.name)
	for i := 0; i+1 < len(n.attrs); i += 2 {
		b.WriteString(" " + n.attrs[i] + `="`)
		xml.EscapeText(b, []byte(n.attrs[i+1]))
		b.WriteByte('"')
	}
	if len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

func (n *node) String() string {
	var b bytes.Buffer
	n.write(&b)
	return b.String()
}

// part returns the file of an element.
func part(n *node) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	n.write(&b)
	return b.Bytes()
}

// sortKids puts properties in the order that the schema wants: Word refuses others.
func (n *node) sortKids(order string) *node {
	place := func(k *node) int { return strings.Index(order, " "+k.name+" ") }
	for i := 1; i < len(n.kids); i++ {
		for j := i; j > 0 && place(n.kids[j]) < place(n.kids[j-1]); j-- {
			n.kids[j], n.kids[j-1] = n.kids[j-1], n.kids[j]
		}
	}
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }

// fraction returns a length in parts of a point: 20 for twips, 2 for half-points.
func fraction(l page.Length, parts int64) string {
	return strconv.FormatInt(int64(l.MulDiv(parts, int64(page.Pt))), 10)
}

func twips(l page.Length) string { return fraction(l, 20) }

// emu returns a length in the unit of drawings, 1/12700 pt.
func emu(l page.Length) string { return fraction(l, 12700) }
