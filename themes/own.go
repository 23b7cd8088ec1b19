package themes

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Own is a theme of the user's own, made of what a document states over another one.
type Own struct {
	Name    string // of its file, without the extension
	Title   string // what people call it
	Spoken  string // the language of Title
	Extends string // the theme that the document has
	// Old is the file of the theme Extends, if that is to be changed and not extended.
	Old []byte
}

// ValidName reports whether a name can be that of a theme's file.
func ValidName(name string) bool { return plain(name) }

// File writes the theme's file. Opts are those with which the document's theme is
// loaded; their Settings are what the file states.
//
// Sizes, spaces and faces hold for the script of the document's language alone, since
// 小四 is too large for English; what the theme below says for the document's kind, such
// as the landscape pages of ledgers, is restated for that kind alone. Everything else
// holds for all documents. Of an old file the comments stay.
func (o Own) File(opts Options) ([]byte, error) {
	root := &yaml.Node{Kind: yaml.MappingNode}
	if o.Old != nil {
		var document yaml.Node
		if err := yaml.Unmarshal(o.Old, &document); err != nil {
			return nil, err
		}
		if len(document.Content) > 0 && document.Content[0].Kind == yaml.MappingNode {
			root = document.Content[0]
		}
	} else {
		put(root, scalarOf(o.Name), "name")
		put(root, scalarOf(o.Title), "description", o.Spoken)
		put(root, scalarOf(o.Extends), "extends")
	}
	general, own := opts, opts
	general.Settings, general.Sets, general.Kinds = nil, nil, nil
	own.Settings, own.Sets = nil, nil
	ofAll, _ := Load(o.Extends, general)
	ofKind, _ := Load(o.Extends, own)
	for _, s := range opts.Settings {
		var layer []string
		switch {
		case len(opts.Kinds) > 0 && ofAll.Value(s.Path) != ofKind.Value(s.Path):
			layer = []string{"kinds", opts.Kinds[len(opts.Kinds)-1]}
		case byScript(s.Path):
			layer = scriptLayer(opts.Language)
		}
		value, err := s.yaml()
		if err != nil {
			return nil, err
		}
		put(root, value, append(layer, strings.Split(s.Path, ".")...)...)
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	err := encoder.Encode(root)
	return out.Bytes(), err
}

// scripted are the settings that suit one script only.
var scripted = []string{
	"typeset.*", "styles.*.font", "styles.*.latin", "styles.*.size", "styles.*.leading", "styles.*.indent",
	"styles.*.left", "styles.*.right", "styles.*.before", "styles.*.after", "styles.*.align", "styles.*.tracking",
	"lists.numbers", "lists.indent",
}

func byScript(setting string) bool {
	return slices.ContainsFunc(scripted, func(pattern string) bool {
		ok, _ := path.Match(pattern, setting)
		return ok
	})
}

// scriptLayer is the layer for the script of a language; none if that is not known.
func scriptLayer(lang string) []string {
	layers := layersOf(lang)
	if len(layers) == 0 {
		return nil
	}
	return []string{"languages", layers[0]}
}

// yaml is the value as a piece of YAML.
func (s Setting) yaml() (*yaml.Node, error) {
	if s.Value == "" {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}, nil
	}
	if !s.isYAML() {
		return scalarOf(s.Value), nil
	}
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(s.Value), &document); err != nil {
		return nil, err
	}
	return document.Content[0], nil
}

func scalarOf(text string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: text} }

// put states a value at a path of keys, in the place of what stood there.
func put(n, value *yaml.Node, names ...string) {
	name := names[0]
	at := -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			at = i + 1
		}
	}
	if at < 0 {
		n.Content = append(n.Content, scalarOf(name), &yaml.Node{Kind: yaml.MappingNode})
		at = len(n.Content) - 1
	}
	if len(names) == 1 {
		n.Content[at] = value
		return
	}
	if n.Content[at].Kind != yaml.MappingNode {
		n.Content[at] = &yaml.Node{Kind: yaml.MappingNode}
	}
	put(n.Content[at], value, names[1:]...)
}
