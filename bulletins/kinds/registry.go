package kinds

import (
	"maps"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// directive is a ::: block or an :inline[…] piece: what it may say, and what makes it.
type directive struct {
	rule bulletins.DirectiveRule
	// make composes a block; nil: it is what stands in it, or a piece inside a line.
	make func(*maker, *bulletins.Directive, place) []layout.Block
}

// directives is the table of them. It is filled at run time, for what stands in one
// may be another.
var directives map[string]directive

func init() {
	directives = map[string]directive{
		"callout": {blockRule(fieldsOf{
			"title": text, "tone": choice("info", "success", "warning", "danger"),
		}), (*maker).callout},
		"quote": {blockRule(fieldsOf{
			"speaker": text, "post": text, "source": text, "verified": truth,
		}), (*maker).quotation},
		"signature":  {blockRule(fieldsOf{"name": text, "date": text}), (*maker).signature},
		"table":      {blockRule(tableAttrs), (*maker).tablesAcross},
		"landscape":  {blockRule(nil), (*maker).landscape},
		"columns":    {blockRule(fieldsOf{"n": whole, "gap": text, "rule": truth}), (*maker).columns},
		"dropcap":    {blockRule(fieldsOf{"lines": whole}), (*maker).dropCap},
		"sidenote":   {blockRule(nil), (*maker).sideBlock},
		"vertical":   {blockRule(verticalAttrs), (*maker).vertical},
		"attachment": {blockRule(fieldsOf{"title": text, "issued": truth}), (*maker).attachment},

		"facts":                {blockRule(recordAttrs()), (*maker).record},
		"contact":              {blockRule(recordAttrs()), (*maker).record},
		"agenda":               {blockRule(recordAttrs()), (*maker).record},
		"attendees":            {blockRule(recordAttrs()), (*maker).record},
		"group-table":          {blockRule(recordAttrs()), (*maker).record},
		"responsibility-chain": {blockRule(recordAttrs()), (*maker).record},
		"targets":              {blockRule(recordAttrs()), (*maker).record},
		"steps":                {blockRule(fieldsOf{"title": text}), (*maker).steps},
		"timeline":             {blockRule(fieldsOf{"title": text}), (*maker).timeline},
		"measures":             {blockRule(fieldsOf{"title": text}), (*maker).measures},
		"law":                  {blockRule(fieldsOf{"title": text, "article": text, "effective": date}), (*maker).law},

		"photos":  {blockRule(fieldsOf{"caption": text}), (*maker).photos},
		"qr":      {emptyRule(fieldsOf{"text": external, "caption": text, "size": text}), (*maker).qr},
		"review":  {emptyRule(fieldsOf{"first": text, "second": text, "final": text}), (*maker).review},
		"imprint": {blockRule(nil), (*maker).imprint},

		"include": {emptyRule(fieldsOf{"file": external}), (*maker).include},
		"advice":  {blockRule(fieldsOf{"title": text}), (*maker).advice},
		"quiz":    {blockRule(quizAttrs), (*maker).bank},
		"sign-in": {blockRule(fieldsOf{"rows": whole}), (*maker).signInSheet},

		"pagebreak":   {emptyRule(nil), (*maker).pageBreak},
		"columnbreak": {emptyRule(nil), (*maker).columnBreak},
		"toc":         {emptyRule(fieldsOf{"title": text, "depth": whole}), (*maker).contents},

		"lang": {nameRule(true), nil},
		"sup":  {inlineRule(false), nil},
		"sub":  {inlineRule(false), nil},
		"mark": {inlineRule(false), nil},
		"em":   {inlineRule(false), nil},
		"name": {inlineRule(false), nil},
		"book": {inlineRule(false), nil},
		"sc":   {inlineRule(false), nil},
		"side": {inlineRule(false), nil},
		"ruby": {inlineRule(true), nil},
		"page": {nameRule(false), nil},
		"ref":  {nameRule(false), nil},
	}
}

// recordAttrs are those of a table and a title.
func recordAttrs() fieldsOf {
	all := maps.Clone(tableAttrs)
	all["title"] = text
	return all
}

// fieldsOf are attributes by their names.
type fieldsOf = map[string]bulletins.Field

func blockRule(attrs fieldsOf) bulletins.DirectiveRule {
	return bulletins.DirectiveRule{Block: true, Attrs: attrs}
}

func emptyRule(attrs fieldsOf) bulletins.DirectiveRule {
	return bulletins.DirectiveRule{Block: true, Empty: true, Attrs: attrs}
}

func inlineRule(bare bool) bulletins.DirectiveRule {
	return bulletins.DirectiveRule{Inline: true, Bare: bare}
}

// nameRule is inlineRule for content that names something.
func nameRule(bare bool) bulletins.DirectiveRule {
	return bulletins.DirectiveRule{Inline: true, Bare: bare, Name: true}
}

// directive makes a directive; of one that is not known what stands in it.
func (m *maker) directive(d *bulletins.Directive, at place) []layout.Block {
	var out []layout.Block
	if known := directives[d.Name]; known.make != nil {
		out = known.make(m, d, at)
	} else {
		out = m.blocks(d.Blocks, at.inside())
	}
	if id := d.Attrs.Get("id"); id != "" {
		identify(out, id)
	}
	return out
}

func (m *maker) pageBreak(*bulletins.Directive, place) []layout.Block {
	return []layout.Block{&layout.Break{}}
}

func (m *maker) columnBreak(*bulletins.Directive, place) []layout.Block {
	return []layout.Block{&layout.ColumnBreak{}}
}

func (m *maker) tablesAcross(d *bulletins.Directive, at place) []layout.Block {
	return across(d.Attrs.Get("span"), m.tables(d, at))
}
