package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// law makes the words of a law, with its title before its number, as laws are cited
// in official documents: 《安全生产法》第三十六条.
func (m *maker) law(d *bulletins.Directive, at place) []layout.Block {
	get := func(key string) string { return strings.TrimSpace(d.Attrs.Get(key)) }
	name, article := get("title"), get("article")
	if name == "" {
		m.report(bulletins.Warning, "law-title", d.Range)
	}
	if article == "" {
		m.report(bulletins.Warning, "law-article", d.Range)
	}
	frame := &layout.Frame{Style: m.styles.theme.Style("law"), Tag: page.RoleQuote}
	if name != "" && !strings.ContainsAny(name, "《〈") {
		name = m.phrase("law-title", "title", name)
	}
	if article != "" {
		article = m.phrase("law-article", "article", article)
	}
	if head := name + article; head != "" {
		frame.Blocks = append(frame.Blocks, m.words(head, m.styles.theme.Style("blocktitle")))
	}
	frame.Blocks = append(frame.Blocks, m.framed("law", d.Blocks, at)...)
	if from := get("effective"); from != "" {
		frame.Blocks = append(frame.Blocks, m.words(m.phrase("law-effective", "date", printedDate(m.scene.lang, from)), m.styles.inside("quotesource", at.style)))
	}
	return []layout.Block{frame}
}
