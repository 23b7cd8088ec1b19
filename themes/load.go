package themes

import (
	"embed"
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strings"
)

//go:embed files/*.yaml
var builtin embed.FS

// Default is the theme that is taken when the one asked for cannot be had.
const Default = "bulletin"

// Options say for whom a theme is resolved.
type Options struct {
	Language string    // BCP 47
	Kinds    []string  // names of the document's kind, the widest first
	Settings []Setting // of the document
	Sets     []Setting // of the command line
	// Open returns a file of the user's, such as "office.yaml", from the document's
	// folder or the configuration folder. For one that is in neither it returns an
	// error that is fs.ErrNotExist. Nil: there are only the built-in themes.
	Open func(name string) ([]byte, error)
}

// Load resolves a theme. The Theme is never nil: what is wrong is left out, and an
// unknown theme is replaced by [Default].
func Load(name string, opts Options) (*Theme, []Problem) {
	l := loader{opts: opts}
	name = strings.TrimSuffix(name, ".yaml")
	root := l.chain(name, false, &node{}, nil)
	if root == nil {
		name = Default
		root = l.chain(name, true, &node{}, nil)
	}
	root = merge(root, l.sheet)
	description := root.child("description")
	for _, name := range header {
		root = root.without(name)
	}
	for _, s := range slices.Concat(opts.Settings, opts.Sets) {
		if layer := s.node(&l.report); layer != nil {
			root = l.lay(root, layer, reflect.TypeFor[settings]())
		}
	}
	t := resolve(name, opts.Language, root, &l.report)
	t.Description = texts(description)
	return t, distinct(l.report.problems)
}

// header are the keys of a file that are not handed down.
var header = []string{"name", "description", "extends", "hidden", "languages", "kinds"}

type loader struct {
	opts   Options
	report report
	sheet  *node // what the kind asks of page and furniture in all themes of the chain
}

// chain reads a theme with all that it extends, and merges it for the language. It
// returns nil when there is nothing usable; at is where the theme is named.
func (l *loader) chain(name string, builtinOnly bool, at *node, seen []string) *node {
	file, data, err := l.open(name, builtinOnly)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		known := Names()
		l.report.node(at, "theme-unknown", "name", name, "nearest", Nearest(name, known), "known", strings.Join(known, ", "))
		return nil
	case err != nil:
		l.report.node(at, "theme-unreadable", "name", name, "reason", err.Error())
		return nil
	case slices.Contains(seen, file) || len(seen) >= maxLike:
		l.report.node(at, "theme-extends-cycle", "cycle", strings.Join(append(seen, file), " → "))
		return nil
	}
	n := read(file, data, &l.report)
	if n == nil || n.bad {
		return nil
	}
	builtin := strings.HasPrefix(file, builtinFolder)
	var below *node
	if extends := n.child("extends"); extends != nil && extends.kind == scalar && extends.text != "" {
		parent := strings.TrimSuffix(extends.text, ".yaml")
		below = l.chain(parent, builtin || parent == name, extends, append(slices.Clone(seen), file))
	}
	if below == nil && file != builtinFolder+"base.yaml" {
		below = l.chain("base", true, n, nil)
	}
	for _, name := range header {
		below = below.without(name)
	}
	root := l.lay(below, n, reflect.TypeFor[fileSpec]())
	root = l.over(root, "languages", layersOf(l.opts.Language))
	l.keepSheet(n.child("kinds"))
	return l.over(root, "kinds", l.opts.Kinds)
}

// keepSheet keeps what layers for kinds ask of page and furniture: a poster or a ledger has
// its sheet in every house style, unless that has a layer for the kind of its own.
func (l *loader) keepSheet(layers *node) {
	for _, name := range l.opts.Kinds {
		for _, part := range []string{"page", "furniture"} {
			if asked := layers.at(name, part); asked != nil {
				l.sheet = merge(l.sheet, (*node)(nil).with(part, asked))
			}
		}
	}
}

// over lays those layers of a group over the rest that apply, in order.
func (l *loader) over(root *node, group string, names []string) *node {
	layers := root.child(group)
	if layers == nil || layers.kind != mapping {
		return root
	}
	for _, name := range names {
		for _, k := range layers.keys {
			if strings.EqualFold(k.name, name) {
				root = merge(root, l.roles(root, k.value))
			}
		}
	}
	return root
}

// lay checks a layer alone and merges it over those below.
func (l *loader) lay(below, layer *node, schema reflect.Type) *node {
	decode(layer, reflect.New(schema).Elem(), "", &l.report)
	return merge(below, l.roles(below, layer))
}

// roles sees to it that a role which is new in a layer says what it is like: most
// often it is a known one misspelt.
func (l *loader) roles(below, layer *node) *node {
	known := below.child("styles")
	styles := layer.child("styles")
	if known == nil || styles == nil || styles.bad {
		return layer
	}
	var words []string
	for _, k := range known.keys {
		words = append(words, k.name)
	}
	for _, k := range styles.keys {
		if known.child(k.name) == nil && k.value.child("like") == nil && !k.value.bad {
			l.report.add(styles.file, k.line, k.col, "theme-role", "role", k.name, "nearest", Nearest(k.name, words), "known", names(words))
			layer = layer.with("styles", layer.child("styles").without(k.name))
		}
	}
	return layer
}

// distinct drops what was reported twice.
func distinct(problems []Problem) []Problem {
	var out []Problem
	for _, p := range problems {
		same := func(o Problem) bool {
			return o.File == p.File && o.Line == p.Line && o.Column == p.Column && o.Code == p.Code && o.Args["path"] == p.Args["path"]
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, p)
		}
	}
	return out
}
