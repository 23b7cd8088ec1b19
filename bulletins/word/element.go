package word

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// element is an element of a part that was read; names are without their namespaces,
// attributes too. Text has no name.
type element struct {
	name  string
	attrs map[string]string
	kids  []*element
	text  string
}

// tree reads a part as a tree. Entities other than those of XML itself do not exist:
// a part with a document type is refused.
func (c *container) tree(name string) (*element, *refusal) {
	data, bad := c.read(name, maxPart)
	if bad != nil || data == nil {
		return nil, bad
	}
	broken := func(reason string) *refusal {
		return refuse("word-broken", "name", c.name, "reason", name+": "+reason)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &element{}
	stack := []*element{root}
	for n := 0; ; n++ {
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, broken(err.Error())
		}
		if n > maxElements || len(stack) > maxDepth {
			return nil, refuse("word-deep", "name", c.name)
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.Directive:
			return nil, refuse("word-entities", "name", c.name)
		case xml.StartElement:
			e := &element{name: t.Name.Local}
			if len(t.Attr) > 0 {
				e.attrs = make(map[string]string, len(t.Attr))
				for _, a := range t.Attr {
					e.attrs[a.Name.Local] = a.Value
				}
			}
			top.kids = append(top.kids, e)
			stack = append(stack, e)
		case xml.EndElement:
			if len(stack) == 1 || top.name != t.Name.Local {
				return nil, broken("</" + t.Name.Local + ">")
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 1 {
				top.kids = append(top.kids, &element{text: string(t)})
			}
		}
	}
	if len(stack) > 1 || len(root.kids) == 0 {
		return nil, broken("EOF")
	}
	for _, k := range root.kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, broken("EOF")
}

// child returns the first child of a name; of nil, nil.
func (e *element) child(names ...string) *element {
	for _, name := range names {
		if e == nil {
			return nil
		}
		var found *element
		for _, k := range e.kids {
			if k.name == name {
				found = k
				break
			}
		}
		e = found
	}
	return e
}

// at returns an attribute; of nil, "".
func (e *element) at(name string) string {
	if e == nil {
		return ""
	}
	return e.attrs[name]
}

// val is the value of a child that has nothing else.
func (e *element) val(name string) string { return e.child(name).at("val") }

// on reports whether a switch is there and on.
func (e *element) on(name string) bool {
	k := e.child(name)
	if k == nil {
		return false
	}
	switch k.at("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// find calls f for each element of a name below e; f says whether to look inside.
func (e *element) find(name string, f func(*element)) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		if k.name == name {
			f(k)
		} else {
			k.find(name, f)
		}
	}
}

// words are all characters below e.
func (e *element) words() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *element) write(b *strings.Builder) {
	b.WriteString(e.text)
	for _, k := range e.kids {
		k.write(b)
	}
}
