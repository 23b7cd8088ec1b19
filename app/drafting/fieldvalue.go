package drafting

import (
	"maps"
	"reflect"

	"safety365/bulletins"
)

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
	case Items:
		if len(v.List) != len(f) {
			return false
		}
		for i := range f {
			if !says(v.List[i], f[i]) {
				return false
			}
		}
		return len(f) > 0
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
