package kinds

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/themes"
)

// OfficeFile is the name of the file that an office is set up in.
const OfficeFile = "office.yaml"

// Office is what an office has set up once for all its documents, in a file like this:
//
//	names: {zh-Hans: 江安市安全生产委员会办公室, en: Jiang'an Work Safety Office}
//	fields: {code: 江安委办, contact: [李工 0519-1234567], city: Jiang'an}
//	languages: {en: {cc: [Fire brigade]}}
//	kinds: {official: {to: [各镇人民政府]}}
//	theme: {official: our-red, zh-Hans: our-style}
//	settings: {styles.body.size: 12pt}
//	proof: proof.csv
//	people: people.xlsx
//
// What a document says itself counts, and an empty value of its own is one. After it
// come the values for its kind, those for its language, the office's name as the
// issuer, those for all; then the office below, which the user has for all folders.
type Office struct {
	Found  []bulletins.Diagnostic // in Source.Text
	Source *bulletins.Document    // the file
	Below  *Office                // what counts where this one says nothing; nil: nothing does

	folder *bulletins.Folder
	proof  *proofList
	people *register

	mu   sync.Mutex
	last completed
}

// completed is the front matter of a document as the office completes it. It stays the
// same pointer as long as the document's does, as a Composer likes it.
type completed struct {
	from, to *bulletins.Meta
	lang     string
	found    []bulletins.Diagnostic
}

// ownAlone are keys that only a document itself can state.
var ownAlone = []string{"kind", "lang", "theme", "settings", "title", "number", "waive", "made_from", "import_warnings"}

// officeFields are the keys of an office's file.
var officeFields = sync.OnceValue(func() fieldsOf {
	each := maps.Clone(Schema().Fields)
	maps.DeleteFunc(each, func(key string, _ bulletins.Field) bool { return slices.Contains(ownAlone, key) })
	byKind, byLanguage, names := fieldsOf{}, fieldsOf{}, fieldsOf{}
	for _, name := range Names() {
		byKind[name] = group(each)
	}
	for _, lang := range assets.Languages {
		byLanguage[lang], names[lang] = group(each), text
	}
	return fieldsOf{
		"fields": group(each), "languages": group(byLanguage), "kinds": group(byKind), "names": group(names),
		"theme": free, "settings": free, "proof": text, "people": text,
	}
})

// ReadOffice reads an office's file. The folder, which may be nil, has the lists that it
// names; files are those that were looked at.
func ReadOffice(name, text string, folder *bulletins.Folder, below *Office) (o *Office, files []string) {
	o = &Office{Source: bulletins.ReadValues(name, text, officeFields()), Below: below, folder: folder}
	o.Found = slices.Clone(o.Source.Diagnostics)
	if below != nil {
		o.proof, o.people = below.proof, below.people
	}
	if t := o.list("proof", &files); t != nil {
		o.proof = o.proof.with(proofRows(t))
	}
	if t := o.list("people", &files); t != nil {
		o.people = o.people.with(o.readPeople(t))
	}
	return o, files
}

func (o *Office) report(severity bulletins.Severity, code string, at bulletins.Range, args ...string) {
	o.Found = append(o.Found, problem(severity, code, at, args...))
}

// values are what the file says under a key, and a key in that.
func (o *Office) values(keys ...string) map[string]bulletins.Value {
	at := o.Source.Meta.Values
	for _, key := range keys {
		at = at[key].Map
	}
	return at
}

// Text is a value that the office has for all documents, "" if it has none.
func (o *Office) Text(key string) string {
	if o == nil {
		return ""
	}
	if v, ok := o.values("fields")[key]; ok {
		return oneLine(v.Text)
	}
	return o.Below.Text(key)
}

// Theme is the house style that the office has for documents of a kind and language,
// with the office that says so and the place in its file. One that is named for a
// language or for everything is not for kinds with a style of their own.
func (o *Office) Theme(kind, lang string) (*Office, bulletins.Value) {
	if o == nil {
		return nil, bulletins.Value{}
	}
	v := o.Source.Meta.Values["theme"]
	k, known := Lookup(kind)
	if named := v.Map[kind]; named.Text != "" {
		return o, named
	}
	if !known || k.Theme == "" {
		if v.Map != nil {
			v = v.Map[assets.Closest(lang)]
		}
		if v.Text != "" {
			return o, v
		}
	}
	return o.Below.Theme(kind, lang)
}

// Settings are those that the office lays over themes, the strongest last.
func (o *Office) Settings() []themes.Setting {
	if o == nil {
		return nil
	}
	return append(o.Below.Settings(), themes.SettingsOf(o.Source)...)
}

// Apply returns the document as the office completes it. A nil Office changes nothing.
func (o *Office) Apply(doc *bulletins.Document) *bulletins.Document {
	if o == nil {
		return doc
	}
	own := *doc
	own.Meta = o.complete(doc).to
	return &own
}

// complete fills in what a document does not say.
func (o *Office) complete(doc *bulletins.Document) completed {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.last.from == doc.Meta && o.last.lang == doc.Lang {
		return o.last
	}
	meta := &bulletins.Meta{Range: doc.Meta.Range, Keys: slices.Clone(doc.Meta.Keys), Values: maps.Clone(doc.Meta.Values)}
	for at := o; at != nil; at = at.Below {
		at.fill(meta, doc.Lang)
	}
	o.last = completed{from: doc.Meta, to: meta, lang: doc.Lang}
	o.people.complete(meta, doc.Lang, func(d bulletins.Diagnostic) { o.last.found = append(o.last.found, d) })
	return o.last
}

// fill adds the values of one file.
func (o *Office) fill(meta *bulletins.Meta, lang string) {
	kind, lang := strings.TrimSpace(meta.Text("kind")), assets.Closest(lang)
	if kind == "" {
		kind = all[0].Name
	}
	name := map[string]bulletins.Value{}
	if v := o.values("names")[lang]; v.Text != "" {
		name["issuer"] = v
	}
	for _, values := range []map[string]bulletins.Value{o.values("kinds", kind), o.values("languages", lang), name, o.values("fields")} {
		for _, key := range slices.Sorted(maps.Keys(values)) {
			if _, said := meta.Values[key]; !said && !slices.Contains(ownAlone, key) {
				meta.Keys = append(meta.Keys, key)
				meta.Values[key] = unplaced(values[key])
			}
		}
	}
}

// unplaced is a value that stands nowhere in the document: at its very beginning.
func unplaced(v bulletins.Value) bulletins.Value {
	v.Range = bulletins.Range{}
	if v.List != nil {
		v.List = slices.Clone(v.List)
		for i, e := range v.List {
			v.List[i] = unplaced(e)
		}
	}
	if v.Map != nil {
		v.Map = maps.Clone(v.Map)
		for key, e := range v.Map {
			v.Map[key] = unplaced(e)
		}
	}
	return v
}

// about is what the office's register says of the people of a document.
func (o *Office) about(doc *bulletins.Document) []bulletins.Diagnostic {
	if o == nil {
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if doc.Meta != o.last.to {
		return nil
	}
	return o.last.found
}
