package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// rule is the thin rule above an apparatus: the one above footnotes, but across the
// whole measure, for what is below it belongs to the whole article.
func (a *article) rule() layout.Block {
	rule := a.styles.theme.Footnotes.Rule
	rule.Length = 0
	return &layout.Divider{Style: a.styles.block("apparatusrule", "apparatus"), Look: themes.Divider{Rule: rule}}
}

// pair is a label, by its phrase, and what it labels.
type pair struct{ label, value string }

// pairs sets labelled values in one line, leaving the empty ones out.
func (a *article) pairs(pairs ...pair) []layout.Block {
	style := a.styles.theme.Style("apparatus")
	t := &layout.Text{Style: style, Lang: a.scene.lang}
	add := func(text string, own *themes.Style) {
		if own == style {
			own = nil
		}
		t.Inlines = append(t.Inlines, layout.Inline{Text: text, Style: own, Source: -1})
	}
	for _, p := range pairs {
		if p.value == "" {
			continue
		}
		if len(t.Inlines) > 0 {
			add(a.phrase("part-join"), nil)
		}
		label := a.phrase(p.label)
		if len(label)+len(p.value) < togetherBytes { // else only its last word stays with the value
			label = together(label)
		}
		add(label+together(a.phrase("colon")), a.styles.mark("apparatuslabel", style))
		add(together(wideSpaces(p.value)), nil)
	}
	if len(t.Inlines) == 0 {
		return nil
	}
	return []layout.Block{t}
}

// togetherBytes is the length up to which a text is kept on one line, in bytes.
const togetherBytes = 24

// together keeps a short text on one line: a name, a label.
func together(s string) string {
	if len(s) > togetherBytes {
		return s
	}
	return strings.ReplaceAll(s, " ", "\u00A0")
}

// labelledLine is a value behind its label, or nothing.
func (a *article) labelledLine(label, value string) string {
	if value == "" {
		return ""
	}
	return a.phrase(label) + a.phrase("colon") + value
}

// credits says who made text and pictures: true is the author.
func (a *article) credits() []layout.Block {
	author := a.names("author")
	if author == "" {
		author = a.text("byline")
	}
	name := func(key string) string {
		value := a.within("credit", key)
		if yes, ok := bulletins.ParseBool(value); ok {
			if !yes {
				return ""
			}
			return author
		}
		return value
	}
	words, photo := name("text"), name("photo")
	if words == photo {
		return a.pairs(pair{"credit-both", words})
	}
	return a.pairs(pair{"credit-text", words}, pair{"credit-photo", photo})
}

// entries sets a labelled list of small type.
func (a *article) entries(key string, ordered bool) []layout.Block {
	items := a.list(key)
	if len(items) == 0 {
		return nil
	}
	style := a.styles.theme.Style("apparatus")
	label := a.styles.mark("apparatuslabel", style)
	head := &layout.Text{Style: a.styles.keptNext(style), Lang: a.scene.lang,
		Inlines: []layout.Inline{{Text: strings.TrimSpace(a.phrase(key) + a.phrase("colon")), Style: label, Source: -1}}}
	lists := &a.styles.theme.Lists
	frame := &layout.Frame{Tag: page.RoleL, Ordered: ordered}
	for i, item := range items {
		mark := nth(lists.Bullets, 0)
		if ordered {
			mark = number(nth(lists.Numbers, 0), i+1)
		}
		frame.Blocks = append(frame.Blocks, &layout.Item{
			Label: a.label(mark, a.styles.text("listlabel", style)), Indent: lists.Indent, Gap: lists.Gap,
			Blocks: []layout.Block{a.words(wideSpaces(item), style)},
		})
	}
	return []layout.Block{head, frame}
}
