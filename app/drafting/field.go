package drafting

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// SetField sets a value of the front matter, which may stand in a map; nil removes it.
// Everything else keeps its bytes, comments too. A new key takes the place that the
// kind of the document gives it. The selection stays where it is in the text.
func SetField(doc *bulletins.Document, path []string, value Field) (change, bool) {
	if len(path) == 0 || slices.Contains(path, "") {
		return change{}, false
	}
	text := doc.Text
	yaml, before, after, ok := frontOf(doc)
	if !ok {
		return change{}, false
	}
	old := valueAt(doc.Meta, path)
	if old == nil && value == nil || old != nil && value != nil && says(*old, value) {
		return change{}, false
	}
	for _, whole := range []bool{false, true} {
		y := yamlText{text: yaml, meta: doc.Meta, base: len(before), whole: whole, keys: keyOrder(doc)}
		fresh, ok := y.set(path, value, 0, 0, len(yaml))
		if !ok {
			continue
		}
		out := before + fresh + after
		if strings.TrimSpace(fresh) == "" {
			out = strings.TrimPrefix(text[doc.Meta.Range.End:], "\n")
		}
		line, _, _ := strings.Cut(after, "\n")
		if agrees(doc, before+fresh+line+"\n", path, value) {
			c := change{Edits: []manuscript.Edit{between(text, out)}, Stay: true}
			c.After = manuscript.At(c.Edits[0].Range.Start + len(c.Edits[0].Text))
			return c, true
		}
	}
	return change{}, false
}

// frontOf returns the YAML of a document and what stands before and after it. A
// document without front matter gets one.
func frontOf(doc *bulletins.Document) (yaml, before, after string, ok bool) {
	text := doc.Text
	end := doc.Meta.Range.End
	if end == 0 {
		if first, _, _ := strings.Cut(text, "\n"); strings.TrimRight(first, " \t") == "---" {
			if slices.ContainsFunc(doc.Diagnostics, func(d bulletins.Diagnostic) bool { return d.Code == "front-unclosed" }) {
				return "", "", "", false // what is there must be mended first
			}
		}
		after = "---\n"
		if text != "" && text[0] != '\n' {
			after += "\n"
		}
		return "", "---\n", after + text, true
	}
	start := strings.IndexByte(text, '\n') + 1
	stop := strings.LastIndexByte(strings.TrimSuffix(text[:end], "\n"), '\n') + 1
	return text[start:stop], text[:start], text[stop:], true
}

// valueAt returns the value at a path, or nil.
func valueAt(meta *bulletins.Meta, path []string) *bulletins.Value {
	v := bulletins.Value{Map: meta.Values}
	for _, key := range path {
		inner, ok := v.Map[key]
		if !ok {
			return nil
		}
		v = inner
	}
	return &v
}

// says whether a value is what a Field asks for.
func says(v bulletins.Value, f Field) bool {
	switch f := f.(type) {
	case Text:
		return v.List == nil && v.Map == nil && v.Text == string(f)
	case Flag:
		b, ok := bulletins.ParseBool(v.Text)
		return v.List == nil && v.Map == nil && ok && b == bool(f)
	case List:
		if v.List == nil || len(v.List) != len(f) {
			return false
		}
		for i := range f {
			if !says(v.List[i], Text(f[i])) {
				return false
			}
		}
		return true
	case Map:
		if v.Map == nil || len(v.Map) != len(f) {
			return false
		}
		for _, e := range f {
			if inner, ok := v.Map[e.Key]; !ok || !says(inner, e.Value) {
				return false
			}
		}
		return true
	}
	return false
}

// agrees says whether a front matter has the value at the path and all others as they
// were.
func agrees(doc *bulletins.Document, text string, path []string, value Field) bool {
	meta := bulletins.Parse("", text, nil).Meta
	v := valueAt(meta, path)
	if value == nil && v != nil || value != nil && (v == nil || !says(*v, value)) {
		return false
	}
	was, is := plainMap(doc.Meta.Values), plainMap(meta.Values)
	forget(was, path)
	forget(is, path)
	return reflect.DeepEqual(was, is)
}

// plainMap is values without their places.
func plainMap(values map[string]bulletins.Value) map[string]any {
	out := map[string]any{}
	for k, v := range values {
		out[k] = plainValue(v)
	}
	return out
}

func plainValue(v bulletins.Value) any {
	switch {
	case v.Map != nil:
		return plainMap(v.Map)
	case v.List != nil:
		out := make([]any, len(v.List))
		for i := range v.List {
			out[i] = plainValue(v.List[i])
		}
		return out
	}
	return v.Text
}

// forget takes the value at a path out, with the maps that hold nothing else.
func forget(values map[string]any, path []string) {
	if len(path) == 1 {
		delete(values, path[0])
		return
	}
	inner, ok := values[path[0]].(map[string]any)
	if !ok {
		if values[path[0]] == "" { // a key without a value becomes a map
			delete(values, path[0])
		}
		return
	}
	inner = maps.Clone(inner)
	forget(inner, path[1:])
	if values[path[0]] = inner; len(inner) == 0 {
		delete(values, path[0])
	}
}

// keyOrder is the order of keys in a new front matter.
func keyOrder(doc *bulletins.Document) []string {
	keys := []string{"lang", "kind", "theme"}
	name := doc.Meta.Text("kind")
	if name == "" {
		name = kinds.Names()[0]
	}
	if k, ok := kinds.Lookup(name); ok {
		keys = append(keys, k.Fields...)
	}
	return keys
}
