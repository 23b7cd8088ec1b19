package library

import (
	"cmp"
	"slices"
	"strings"

	"safety365/app/drafting"
	"safety365/app/library/shelf"
	"safety365/app/library/thumbs"
	"safety365/app/manuscript"
	"safety365/app/press"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// style is a house style, a theme, for people.
type style struct {
	name  string // of the theme
	title string
	about string // title and a few words about it
}

// choice is a kind in a house style.
type choice struct {
	kind  *kinds.Kind
	style style
}

// matches says whether a choice has all the words somewhere: in its kind's name or
// description, in the language of the window or of the document, or in its style's.
func (c *choice) matches(words []string, lang string) bool {
	text := strings.ToLower(strings.Join([]string{
		c.kind.Name, c.kind.Title(ui.Language()), c.kind.Description(ui.Language()), c.kind.Title(lang), c.kind.Description(lang),
		groupTitle(c.kind.Group), c.style.name, c.style.title, c.style.about,
	}, "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

func builtinStyles() []style {
	var out []style
	for _, name := range themes.Names() {
		if says, ok := themes.Describe(name, nil); ok {
			out = append(out, newStyle(name, says))
		}
	}
	return out
}

// newStyle takes the title from a description such as "Plain: headings at the left".
func newStyle(name string, says map[string]string) style {
	words := cmp.Or(says[ui.Language()], says["en"], name)
	title, _, ok := strings.Cut(words, "：")
	if !ok {
		title, _, _ = strings.Cut(words, ":")
	}
	return style{name: name, title: strings.TrimSpace(title), about: words}
}

// ownStyles are the user's own, of a folder or for all documents.
func ownStyles(folder string) []style {
	var out []style
	for _, t := range press.OwnThemes(folder) {
		out = append(out, newStyle(t.Name, t.Texts))
	}
	return out
}

// text is what a document begins with: the kind's starter or the user's own text, its
// front matter naming kind and style where they are not understood.
func (g *Gallery) text(c choice) string {
	text := g.own
	if !g.fromText {
		text, _ = kinds.Starter(c.kind.Name, g.lang)
	}
	text = withField(text, "kind", c.kind.Name, kinds.Names()[0])
	return withField(text, "theme", c.style.name, kinds.ThemeFor(c.kind.Name, g.language()))
}

// withField sets a value of the front matter. One that is understood is not written,
// but replaces another that is.
func withField(text, key, value, understood string) string {
	doc := bulletins.Parse("", text, kinds.Schema())
	stated := doc.Meta.Text(key)
	if stated == value || stated == "" && value == understood {
		return text
	}
	change, ok := drafting.SetField(doc, []string{key}, drafting.Text(value))
	if !ok {
		return text
	}
	return applied(doc.Text, change)
}

// applied is a text after a change.
func applied(text string, c manuscript.Change) string {
	for _, e := range slices.Backward(c.Edits) {
		text = text[:e.Range.Start] + e.Text + text[e.Range.End:]
	}
	return text
}

// fileName is what a new document's file is called: like the user's text, or like the
// kind.
func (g *Gallery) fileName(c choice) string {
	title := ""
	if g.fromText {
		title = press.Identify(bulletins.Parse("", g.own, kinds.Schema())).Title
	}
	return cmp.Or(shelf.CleanName(title), shelf.CleanName(c.kind.Title(g.lang)), c.kind.Name)
}

// source is what a choice's thumbnail shows.
func (g *Gallery) source(c choice) thumbs.Source {
	key := previewKey{c.kind.Name, g.lang, g.fromText}
	text, ok := g.previews[key]
	if !ok {
		text = g.own[:min(len(g.own), thumbs.MaxText)]
		if !g.fromText {
			text, _ = kinds.Starter(c.kind.Name, g.lang)
		}
		text = withField(text, "kind", c.kind.Name, kinds.Names()[0])
		g.previews[key] = text
	}
	return thumbs.Source{Text: text, Dir: g.o.Folder, Theme: c.style.name}
}

// previewKey is what the text of a thumbnail depends on.
type previewKey struct {
	kind, lang string
	own        bool
}
