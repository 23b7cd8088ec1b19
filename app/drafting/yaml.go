package drafting

import (
	"regexp"
	"slices"
	"strings"

	"safety365/bulletins"
)

// yamlText is the YAML of a front matter while it is changed, line by line: a YAML
// package would write all of it anew.
type yamlText struct {
	text  string
	meta  *bulletins.Meta
	base  int      // of text in the document
	keys  []string // the order of the keys of the text itself
	whole bool     // write a value anew with its key, whatever it was like
}

// entry is a key of a mapping with its value: the lines from its own to the next
// key's.
type entry struct {
	key             string
	from, colon, to int // to is behind the line end
	value           *bulletins.Value
}

var yamlKey = regexp.MustCompile(`^( *)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'\[\]{}&*!|>%@,-][^:#]*?|-[^\s:#][^:#]*?) *:(?: |$)`)

// entries finds the keys of a mapping whose lines stand between two places.
func (y *yamlText) entries(from, to, indent int, values map[string]bulletins.Value) []entry {
	var out []entry
	last := from
	for at := from; at < to; {
		end := to
		if i := strings.IndexByte(y.text[at:to], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := strings.TrimRight(y.text[at:end], "\n")
		bare := strings.TrimLeft(line, " ")
		m := yamlKey.FindStringSubmatchIndex(line)
		switch {
		case m != nil && m[3]-m[2] == indent:
			if n := len(out); n > 0 {
				out[n-1].to = last
			}
			e := entry{key: unquoted(line[m[4]:m[5]]), from: at, colon: at + m[5] + strings.IndexByte(line[m[5]:], ':') + 1, to: to}
			if v, ok := values[e.key]; ok {
				e.value = &v
			}
			out = append(out, e)
			last = end
		case bare != "" && (bare[0] != '#' || len(line)-len(bare) > indent):
			last = end
		}
		at = end
	}
	if n := len(out); n > 0 {
		out[n-1].to = last
	}
	return out
}

func unquoted(key string) string {
	if n := len(key); n >= 2 && (key[0] == '"' || key[0] == '\'') {
		return strings.NewReplacer(`\"`, `"`, "''", "'").Replace(key[1 : n-1])
	}
	return key
}

// set returns the text with the value at a path changed. The mapping of the path's
// first key stands between two places.
func (y *yamlText) set(path []string, value Field, indent, from, to int) (string, bool) {
	values := y.meta.Values
	return y.setIn(values, path, value, indent, from, to)
}

func (y *yamlText) setIn(values map[string]bulletins.Value, path []string, value Field, indent, from, to int) (string, bool) {
	all := y.entries(from, to, indent, values)
	i := slices.IndexFunc(all, func(e entry) bool { return e.key == path[0] })
	if len(path) > 1 && (i < 0 || all[i].value == nil || all[i].value.Map == nil) {
		for k := len(path) - 1; k > 0 && value != nil; k-- {
			value = Map{{path[k], value}}
		}
		if value == nil {
			return "", false
		}
		path = path[:1]
	}
	switch {
	case i < 0 && value == nil:
		return "", false
	case i < 0:
		return y.put(all, path[0], value, indent, from), true
	case len(path) > 1:
		return y.setInside(&all[i], path[1:], value, indent)
	case value == nil:
		return y.text[:all[i].from] + y.text[all[i].to:], true
	}
	return y.replace(&all[i], value, indent), true
}

// put adds a key behind those that come before it.
func (y *yamlText) put(all []entry, key string, value Field, indent, from int) string {
	at := from
	if indent > 0 && len(all) > 0 {
		at = all[len(all)-1].to
	} else {
		own := slices.Index(y.keys, key)
		for _, e := range all {
			if k := slices.Index(y.keys, e.key); own < 0 || k >= 0 && k < own {
				at = e.to
			}
		}
	}
	before := y.text[:at]
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += "\n"
	}
	return before + strings.Repeat(" ", indent) + yamlWord(key, false) + ":" + yamlValue(value, indent, false) + "\n" + y.text[at:]
}

// setInside changes a value in the mapping of an entry.
func (y *yamlText) setInside(e *entry, path []string, value Field, indent int) (string, bool) {
	at := e.value.Range.Start - y.base
	if at < 0 || at > len(y.text) {
		return "", false
	}
	if len(path) == 1 && value == nil && len(e.value.Map) == 1 { // the last of its values
		return y.text[:e.from] + y.text[e.to:], true
	}
	if y.whole || at < len(y.text) && y.text[at] == '{' {
		return y.flow(e, path, value, indent)
	}
	line := strings.LastIndexByte(y.text[:at], '\n') + 1
	inner := len(y.text[line:]) - len(strings.TrimLeft(y.text[line:], " "))
	if line <= e.from || inner <= indent {
		return y.flow(e, path, value, indent)
	}
	return y.setIn(e.value.Map, path, value, inner, line, e.to)
}

// flow writes a mapping in braces anew; the values that stay keep how they are written.
func (y *yamlText) flow(e *entry, path []string, value Field, indent int) (string, bool) {
	if len(path) > 1 {
		return "", false
	}
	var parts []string
	add := func(key, v string) { parts = append(parts, yamlWord(key, true)+": "+v) }
	done := value == nil
	for _, key := range e.value.Keys {
		v := e.value.Map[key]
		switch {
		case key == path[0] && value != nil:
			add(key, flowValue(value))
			done = true
		case key != path[0]:
			add(key, flowValue(FieldOf(v)))
		}
	}
	if !done {
		add(path[0], flowValue(value))
	}
	text := " {" + strings.Join(parts, ", ") + "}"
	end := e.value.Range.End - y.base
	if y.whole || end < e.colon || end > e.to || strings.Contains(y.text[e.colon:end], "\n") && y.text[e.value.Range.Start-y.base] != '{' {
		return y.text[:e.colon] + text + "\n" + y.text[e.to:], true
	}
	return y.text[:e.colon] + text + y.text[end:], true
}

// replace writes another value for a key. A text in the place of a text keeps its
// quotes, and the comment behind it.
func (y *yamlText) replace(e *entry, value Field, indent int) string {
	if v := e.value; v != nil && !y.whole {
		from, to := v.Range.Start-y.base, v.Range.End-y.base
		if from >= e.colon && to <= e.to && from <= to {
			old := y.text[from:to]
			switch f := value.(type) {
			case Text, Flag:
				if v.List == nil && v.Map == nil && old != "" && !strings.ContainsAny(old[:1], "|>") {
					return y.text[:from] + rewritten(old, f) + y.text[to:]
				}
			case List, Items:
				if v.List != nil && strings.HasPrefix(old, "[") {
					return y.text[:from] + flowValue(f) + y.text[to:]
				}
			}
		}
	}
	if e.value != nil && e.value.List == nil && e.value.Map == nil && e.value.Text == "" && !y.whole {
		if rest := strings.TrimRight(y.text[e.colon:e.to], "\n"); strings.TrimSpace(rest) == "" || strings.HasPrefix(strings.TrimSpace(rest), "#") {
			switch value.(type) {
			case Text, Flag:
				return y.text[:e.colon] + yamlValue(value, indent, false) + y.text[e.colon:]
			}
		}
	}
	return y.text[:e.colon] + yamlValue(value, indent, false) + "\n" + y.text[e.to:]
}
