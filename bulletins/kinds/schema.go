package kinds

import (
	"sync"

	"safety365/bulletins"
)

// Schema is what documents may use, whatever their kind. It is the same pointer
// each time, as a Parser likes it.
var Schema = sync.OnceValue(func() *bulletins.Schema {
	return &bulletins.Schema{Fields: fields, Directives: directives}
})

// Fields of the simple shapes.
var (
	text  = bulletins.Field{Type: bulletins.TextField}
	texts = bulletins.Field{Type: bulletins.ListField}
	date  = bulletins.Field{Type: bulletins.DateField}
	whole = bulletins.Field{Type: bulletins.NumberField}
	free  = bulletins.Field{Type: bulletins.AnyField}
)

func group(fields map[string]bulletins.Field) bulletins.Field {
	return bulletins.Field{Type: bulletins.MapField, Fields: fields}
}

// fields are the front matter keys.
var fields = map[string]bulletins.Field{
	"lang":  {Type: bulletins.LanguageField},
	"kind":  text,
	"theme": text,
	// What the theme shall be like in this document; themes checks it.
	"settings": free,

	"title":       text,
	"subtitle":    text,
	"short_title": text, // for the running head
	"column":      texts,
	"series":      group(map[string]bulletins.Field{"name": text, "issue": whole, "total": whole}),
	"issuer":      text,
	"number":      text,
	"published":   date,
	"event_date":  date,
	"source":      text,
	"author":      texts,
	"byline":      text,
	"keywords":    texts,
	"abstract":    text,
	"lead":        text,

	"editor":           texts,
	"review":           group(map[string]bulletins.Field{"first": texts, "second": texts, "final": texts}),
	"credit":           group(map[string]bulletins.Field{"text": free, "photo": free}), // true, or a name
	"hotline":          text,
	"contact":          texts,
	"related":          texts,
	"attachments":      texts,
	"copyright_notice": text,
	"rights":           text,
	"site_imprint":     texts,

	// What intake found doubtful.
	"import_warnings": texts,
}

// directives are the ::: blocks and :inline[…] pieces.
var directives = map[string]bulletins.DirectiveRule{
	"callout": {Block: true, Attrs: map[string]bulletins.Field{
		"title": text,
		"tone":  {Type: bulletins.ChoiceField, Choices: []string{"info", "success", "warning", "danger"}},
	}},
	"quote": {Block: true, Attrs: map[string]bulletins.Field{
		"speaker": text, "post": text, "source": text, "verified": {Type: bulletins.BoolField},
	}},
	"signature": {Block: true, Attrs: map[string]bulletins.Field{"name": text, "date": text}},
	"table":     {Block: true, Attrs: tableAttrs},
	"landscape": {Block: true},
	"pagebreak": {Block: true, Empty: true},
	"columns": {Block: true, Attrs: map[string]bulletins.Field{
		"n": {Type: bulletins.NumberField}, "gap": text, "rule": {Type: bulletins.BoolField},
	}},
	"dropcap":     {Block: true, Attrs: map[string]bulletins.Field{"lines": {Type: bulletins.NumberField}}},
	"sidenote":    {Block: true},
	"columnbreak": {Block: true, Empty: true},
	"toc":         {Block: true, Empty: true, Attrs: map[string]bulletins.Field{"title": text, "depth": {Type: bulletins.NumberField}}},

	"lang": {Inline: true, Bare: true},
	"sup":  {Inline: true},
	"sub":  {Inline: true},
	"mark": {Inline: true},
	"em":   {Inline: true},
	"name": {Inline: true},
	"book": {Inline: true},
	"sc":   {Inline: true},
	"side": {Inline: true},
	"ruby": {Inline: true, Bare: true},
	"page": {Inline: true},
	"ref":  {Inline: true},
}
