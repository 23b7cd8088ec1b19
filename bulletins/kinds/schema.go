package kinds

import (
	"maps"
	"sync"

	"safety365/bulletins"
)

// Schema is what documents may use, whatever their kind. It is the same pointer
// each time, as a Parser likes it.
var Schema = sync.OnceValue(func() *bulletins.Schema {
	all := maps.Clone(fields)
	for _, name := range Names() {
		k, _ := Lookup(name)
		maps.Copy(all, k.Own)
	}
	rules := map[string]bulletins.DirectiveRule{}
	for name, d := range directives {
		rules[name] = d.rule
	}
	return &bulletins.Schema{Fields: all, Directives: rules}
})

// Fields of the simple shapes.
var (
	text      = bulletins.Field{Type: bulletins.TextField}
	texts     = bulletins.Field{Type: bulletins.ListField}
	external  = bulletins.Field{Type: bulletins.TextField, Name: true} // the name of something outside
	externals = bulletins.Field{Type: bulletins.ListField, Name: true}
	date      = bulletins.Field{Type: bulletins.DateField}
	whole     = bulletins.Field{Type: bulletins.NumberField}
	truth     = bulletins.Field{Type: bulletins.BoolField}
	free      = bulletins.Field{Type: bulletins.AnyField}
)

// person is an entry of a list of people; a text is a name, with posts in brackets
// behind it: 张三（局长、书记）.
var person = fieldsOf{"name": text, "posts": texts, "unit": text, "phone": text}

// people are a list of persons.
var people = bulletins.Field{Type: bulletins.ListField, Fields: person}

// choice is a field that is one of several words.
func choice(words ...string) bulletins.Field {
	return bulletins.Field{Type: bulletins.ChoiceField, Choices: words}
}

func group(fields fieldsOf) bulletins.Field {
	return bulletins.Field{Type: bulletins.MapField, Fields: fields}
}

// fields are the front matter keys.
var fields = fieldsOf{
	"lang":  {Type: bulletins.LanguageField},
	"kind":  external,
	"theme": external,
	// What the theme shall be like in this document; themes checks it.
	"settings": {Type: bulletins.AnyField, Name: true},

	"title":       text,
	"subtitle":    text,
	"short_title": text, // for the running head
	"column":      texts,
	"series":      group(fieldsOf{"name": text, "issue": whole, "total": whole}),
	"issuer":      texts, // several: a joint document
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
	"review":           group(fieldsOf{"first": texts, "second": texts, "final": texts}),
	"credit":           group(fieldsOf{"text": free, "photo": free}), // true, or a name
	"hotline":          text,
	"contact":          texts,
	"related":          texts,
	"attachments":      texts,
	"copyright_notice": text,
	"rights":           text,
	"site_imprint":     texts,

	// Meetings.
	"chair":     people,
	"speakers":  people,
	"attendees": people,
	"absent":    people,
	"observers": people,
	"recorder":  people,
	"venue":     group(fieldsOf{"name": text, "address": text, "map": external}),
	"time":      text, // as it is printed, beside event_date

	// Official documents (GB/T 9704-2012, 7.2 to 7.4).
	"to":             texts, // 主送
	"cc":             texts, // 抄送
	"copy_no":        text,  // 份号
	"classification": text,  // 密级和保密期限
	"urgency":        text,  // 紧急程度
	"signer":         people,
	"letterhead":     choice("printed", "preprinted"),
	"seal":           choice("space", "image", "none"),
	"seal_image":     externals, // of joint issuers one each
	"signature":      text,      // the name over the date, if it is not the issuer's
	"note":           text,      // 附注
	"printed_by":     text,      // 印发机关
	"printed":        date,      // 印发日期
	"code":           text,      // 机关代字: what the office's numbers begin with
	"copies":         whole,     // 共印

	// What a document belongs to.
	"campaign": group(fieldsOf{"name": text, "year": whole, "phase": text}),
	"sector":   text,
	"audience": texts,
	"cases":    texts,

	"made_from": external, // an older document of the folder

	// Rules that this document may break, by their codes, with the reason.
	"waive": free,

	// What intake found doubtful.
	"import_warnings": texts,
}
