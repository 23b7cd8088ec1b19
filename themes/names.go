package themes

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode"
)

const builtinFolder = "themes/files/"

// open finds a theme: the user's first, unless only built-in ones count.
func (l *loader) open(name string, builtinOnly bool) (file string, data []byte, err error) {
	if !plain(name) {
		return "", nil, fs.ErrNotExist
	}
	if !builtinOnly && l.opts.Open != nil {
		data, err = l.opts.Open(name + ".yaml")
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return name + ".yaml", data, err
		}
	}
	data, err = builtin.ReadFile("files/" + name + ".yaml")
	return builtinFolder + name + ".yaml", data, err
}

// plain reports whether a name is one of a file in a folder, and no path.
func plain(name string) bool {
	if name == "" || len(name) > 100 || name[0] == '.' {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r)
	})
}

// Names lists the built-in themes that can be chosen, [Default] first.
func Names() []string {
	entries, _ := builtin.ReadDir("files")
	out := []string{Default}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
		if name != Default && !isHidden(name) {
			out = append(out, name)
		}
	}
	return out
}

func isHidden(name string) bool {
	data, _ := builtin.ReadFile("files/" + name + ".yaml")
	hidden := read(name, data, nil).child("hidden")
	return hidden != nil && switches[hidden.text]
}

// Describe returns what a theme says of itself, by language; nil if there is no
// such theme. The second result tells whether it is meant to be chosen.
func Describe(name string, open func(name string) ([]byte, error)) (map[string]string, bool) {
	l := loader{opts: Options{Open: open}}
	file, data, err := l.open(strings.TrimSuffix(name, ".yaml"), false)
	if err != nil {
		return nil, false
	}
	root := read(file, data, nil)
	if root == nil {
		return nil, false
	}
	hidden := root.child("hidden")
	return texts(root.child("description")), hidden == nil || !switches[hidden.text]
}

// texts returns the scalars of a mapping, never nil.
func texts(n *node) map[string]string {
	out := map[string]string{}
	if n != nil {
		for _, k := range n.keys {
			if k.value.kind == scalar && !k.value.bad {
				out[k.name] = k.value.text
			}
		}
	}
	return out
}
