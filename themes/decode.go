package themes

import (
	"reflect"
	"strconv"
	"strings"
)

// value is a type that reads itself from a scalar.
type value interface{ parse(text string) *fault }

var valueType = reflect.TypeFor[value]()

// decode fills v from n and reports everything that does not fit, at its place.
// Faulty nodes are marked, so that merging leaves them out.
func decode(n *node, v reflect.Value, path string, r *report) {
	if n.kind == null || n.bad {
		return
	}
	fail := func(code string, args ...string) {
		n.bad = true
		r.node(n, code, append(args, "path", path)...)
	}
	if v.CanAddr() && v.Addr().Type().Implements(valueType) {
		if n.kind != scalar {
			fail("theme-want-value")
			return
		}
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		if f := v.Addr().Interface().(value).parse(n.text); f != nil {
			v.Set(old)
			fail(f.code, f.args...)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		decode(n, v.Elem(), path, r)
	case reflect.Struct:
		if n.kind != mapping {
			fail("theme-want-map")
			return
		}
		decodeStruct(n, v, path, r)
	case reflect.Map:
		if n.kind != mapping {
			fail("theme-want-map")
			return
		}
		decodeMap(n, v, path, r)
	case reflect.Slice:
		if n.kind != list {
			fail("theme-want-list")
			return
		}
		out := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
		for i, item := range n.items {
			decode(item, out.Index(i), path+"."+strconv.Itoa(i+1), r)
			n.bad = n.bad || item.bad
		}
		if !n.bad {
			v.Set(out)
		}
	case reflect.String:
		if n.kind != scalar {
			fail("theme-want-value")
			return
		}
		v.SetString(n.text)
	case reflect.Bool:
		on, ok := switches[strings.ToLower(n.text)]
		if n.kind != scalar || !ok {
			fail("theme-switch", "value", n.text)
			return
		}
		v.SetBool(on)
	default:
		panic("themes: no decoding of " + v.Type().String())
	}
}

var switches = map[string]bool{"on": true, "yes": true, "true": true, "off": false, "no": false, "false": false}

func decodeStruct(n *node, v reflect.Value, path string, r *report) {
	fields := map[string][]int{}
	var known []string
	for _, f := range reflect.VisibleFields(v.Type()) {
		if name := f.Tag.Get("key"); name != "" {
			fields[name] = f.Index
			known = append(known, name)
		}
	}
	for _, k := range n.keys {
		index, ok := fields[k.name]
		if !ok {
			k.value.bad = true
			r.add(n.file, k.line, k.col, "theme-unknown-key", "key", k.name, "path", join(path, k.name),
				"nearest", Nearest(k.name, known), "known", names(known))
			continue
		}
		decode(k.value, v.FieldByIndex(index), join(path, k.name), r)
	}
}

func decodeMap(n *node, v reflect.Value, path string, r *report) {
	v.Set(reflect.MakeMap(v.Type()))
	for _, k := range n.keys {
		name := reflect.New(v.Type().Key())
		if p, ok := name.Interface().(value); ok {
			if f := p.parse(k.name); f != nil {
				k.value.bad = true
				r.add(n.file, k.line, k.col, f.code, append(f.args, "path", join(path, k.name))...)
				continue
			}
		} else {
			name.Elem().SetString(k.name)
		}
		e := reflect.New(v.Type().Elem()).Elem()
		decode(k.value, e, join(path, k.name), r)
		if !k.value.bad {
			v.SetMapIndex(name.Elem(), e)
		}
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
