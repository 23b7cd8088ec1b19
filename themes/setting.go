package themes

import (
	"encoding/json"
	"safety365/bulletins"
	"strconv"
	"strings"
)

// Setting is one value laid over a theme: "styles.h1.size" and "18pt". A value
// that begins with { or [ is YAML; an empty one takes back what the theme says.
type Setting struct {
	Path, Value  string
	File         string // for problems: the document, or "--set"
	Line, Column int    // from 1; 0 is unknown
	Words        bool   // Value is what it says, whatever it begins with
}

// Sets reads the arguments of --set, path=value each.
func Sets(args []string) []Setting {
	var out []Setting
	for _, arg := range args {
		path, value, ok := strings.Cut(arg, "=")
		if !ok {
			path = arg + "=" // reported by Load
		}
		out = append(out, Setting{Path: path, Value: value, File: "--set"})
	}
	return out
}

// SettingsOf returns what the front matter of a document says under "settings".
func SettingsOf(d *bulletins.Document) []Setting {
	var out []Setting
	var walk func(path string, v bulletins.Value)
	walk = func(path string, v bulletins.Value) {
		if v.Map != nil {
			for _, k := range v.Keys {
				walk(join(path, k), v.Map[k])
			}
			return
		}
		at := d.Position(v.Range.Start)
		s := Setting{Path: path, Value: v.Text, Words: true, File: d.Name, Line: at.Line, Column: at.Column}
		if v.List != nil {
			s.Value, s.Words = flow(v), false
		}
		out = append(out, s)
	}
	if d.Meta != nil && d.Meta.Values["settings"].Map != nil {
		walk("", d.Meta.Values["settings"])
	}
	return out
}

// flow writes a list as YAML; JSON strings are YAML strings.
func flow(v bulletins.Value) string {
	if v.List == nil {
		b, _ := json.Marshal(v.Text)
		return string(b)
	}
	var parts []string
	for _, item := range v.List {
		parts = append(parts, flow(item))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// node makes a layer of a setting, or nil if it has no form.
func (s Setting) node(r *report) *node {
	names := strings.Split(s.Path, ".")
	for _, name := range names {
		if name == "" || strings.ContainsAny(name, "= \t\n") {
			r.add(s.File, s.Line, s.Column, "theme-set", "value", strings.TrimSuffix(s.Path, "="))
			return nil
		}
	}
	if len(names) > MaxDepth {
		r.add(s.File, s.Line, s.Column, "theme-depth", "limit", strconv.Itoa(MaxDepth))
		return nil
	}
	text := strings.TrimSpace(s.Value)
	n := &node{text: text}
	switch {
	case text == "":
		n.kind = null
	case s.isYAML():
		var own report
		n = read(s.File, []byte(text), &own)
		for _, p := range own.problems {
			p.Line, p.Column = s.Line, s.Column
			r.problems = append(r.problems, p)
		}
		if n == nil {
			return nil
		}
	}
	s.place(n)
	for i := len(names) - 1; i >= 0; i-- {
		up := &node{kind: mapping, keys: []key{{name: names[i], line: s.Line, col: s.Column, value: n}}}
		s.place(up)
		n = up
	}
	return n
}

// isYAML reports whether the value is a list or mapping in YAML.
func (s Setting) isYAML() bool {
	text := strings.TrimSpace(s.Value)
	return !s.Words && text != "" && (text[0] == '{' || text[0] == '[')
}

// place gives a node and all in it the place of the setting.
func (s Setting) place(n *node) {
	n.file, n.line, n.col = s.File, s.Line, s.Column
	for i := range n.keys {
		n.keys[i].line, n.keys[i].col = s.Line, s.Column
		s.place(n.keys[i].value)
	}
	for _, item := range n.items {
		s.place(item)
	}
}
