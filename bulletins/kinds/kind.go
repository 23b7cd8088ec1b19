package kinds

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// Kind is a kind of document.
type Kind struct {
	Name string
	// Fields are the front matter keys that a form offers for it, in order.
	Fields []string

	head  func(a *article) []layout.Block // before the text, with the title
	tail  func(a *article) []layout.Block // after it
	check func(meta *bulletins.Meta, report func(bulletins.Diagnostic))
}

// all is the table of kinds; the first is the default.
var all = []*Kind{&bulletin}

// Names lists the kinds, the default first.
func Names() []string {
	var out []string
	for _, k := range all {
		out = append(out, k.Name)
	}
	return out
}

// Lookup finds a kind by its name.
func Lookup(name string) (*Kind, bool) {
	i := slices.IndexFunc(all, func(k *Kind) bool { return k.Name == name })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// Title is the kind's name for people.
func (k *Kind) Title(lang string) string { return assets.Phrase(lang, "kind-"+k.Name) }

// Description says in a line what the kind is for.
func (k *Kind) Description(lang string) string {
	return assets.Phrase(lang, "kind-"+k.Name+"-description")
}

//go:embed starters/*.md
var starters embed.FS

// Starter returns the text that a new document of a kind begins with.
func Starter(kind, lang string) (string, error) {
	if _, ok := Lookup(kind); !ok {
		return "", fmt.Errorf("kinds: no kind %q; there are %s", kind, strings.Join(Names(), ", "))
	}
	known := assets.Closest(lang)
	if known == "" {
		return "", fmt.Errorf("kinds: no starter in %q; there are %s", lang, strings.Join(assets.Languages, ", "))
	}
	data, err := starters.ReadFile("starters/" + kind + "." + known + ".md")
	return string(data), err
}
