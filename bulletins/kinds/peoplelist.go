package kinds

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
)

// An office's register of people is a table with a row for each post that somebody
// holds: name, unit, posts, rank, telephone, pinyin, and what they are called in English
// and Indonesian. The columns may have Chinese, English or Indonesian heads.

// listed is somebody in the register.
type listed struct {
	name, pinyin, rank, phone string
	names, units              map[string]string   // by language: "", en, id
	posts                     map[string][]string // by language
}

// register is an office's register of people. A nil one knows nobody.
type register struct {
	people []*listed
	byName map[string][]*listed // by name, pinyin and foreign names
}

var peopleWords = map[string][]string{
	"name":    {"姓名", "名字", "name", "nama"},
	"unit":    {"单位", "單位", "部门", "部門", "单位名称", "unit", "department", "unit kerja", "instansi"},
	"posts":   {"职务", "職務", "职务职称", "岗位", "posts", "post", "position", "jabatan"},
	"rank":    {"级别", "級別", "排序", "序号", "rank", "urutan"},
	"phone":   {"电话", "電話", "联系电话", "聯絡電話", "手机", "手機", "phone", "telephone", "telepon", "telp"},
	"pinyin":  {"拼音", "汉语拼音", "漢語拼音", "pinyin"},
	"name-en": {"英文姓名", "英文名", "name_en", "name (en)", "english name"},
	"name-id": {"印尼文姓名", "印尼文名", "name_id", "name (id)", "nama (id)"},
	"post-en": {"英文职务", "英文職務", "posts_en", "post_en", "post (en)"},
	"post-id": {"印尼文职务", "印尼文職務", "posts_id", "post_id", "post (id)", "jabatan (id)"},
	"unit-en": {"英文单位", "英文單位", "unit_en", "unit (en)"},
	"unit-id": {"印尼文单位", "印尼文單位", "unit_id", "unit (id)"},
}

// readPeople reads a register.
func (o *Office) readPeople(t *sheets.Table) []*listed {
	columns := columnsOf(t, peopleWords)
	if _, ok := columns["name"]; !ok {
		o.report(bulletins.Warning, "people-columns", o.Source.Meta.Values["people"].Range, "name", o.Source.Meta.Text("people"))
		return nil
	}
	var out []*listed
	for row := range t.Rows {
		at := func(key string) string { return cellOf(t, row, columns, key) }
		p := &listed{
			name: at("name"), pinyin: at("pinyin"), rank: at("rank"), phone: at("phone"),
			names: map[string]string{"en": at("name-en"), "id": at("name-id")},
			units: map[string]string{"": at("unit"), "en": at("unit-en"), "id": at("unit-id")},
			posts: map[string][]string{"": splitList(at("posts")), "en": splitList(at("post-en")), "id": splitList(at("post-id"))},
		}
		if p.name != "" {
			out = append(out, p)
		}
	}
	return out
}

// splitList parts posts that stand in one cell.
func splitList(text string) []string {
	return filled(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,，;；", r) }))
}

// with returns the register with more people, who are found before those that it has.
func (r *register) with(people []*listed) *register {
	out := &register{people: people, byName: map[string][]*listed{}}
	if r != nil {
		out.people = slices.Concat(people, r.people)
	}
	for _, p := range out.people {
		for _, name := range []string{p.name, p.pinyin, p.names["en"], p.names["id"]} {
			if key := nameKey(name); key != "" && !slices.Contains(out.byName[key], p) {
				out.byName[key] = append(out.byName[key], p)
			}
		}
	}
	return out
}

// nameKey is a name without spaces and letter case: 王 华 is 王华.
func nameKey(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), "")) }

// complete fills in what a front matter does not say about people, and reports those
// whom the register does not have, or not in their posts.
func (r *register) complete(meta *bulletins.Meta, lang string, report func(bulletins.Diagnostic)) {
	if r == nil {
		return
	}
	lang = assets.Closest(lang)
	if strings.HasPrefix(lang, "zh") {
		lang = ""
	}
	schema := Schema().Fields
	for _, key := range meta.Keys {
		v := meta.Values[key]
		if key == "contact" {
			meta.Values[key] = r.contacts(v, lang)
			continue
		}
		if f := schema[key]; f.Type != bulletins.ListField || f.Fields == nil || f.Fields["posts"].Type != bulletins.ListField || len(f.Fields) != len(person) {
			continue
		}
		if v.List == nil {
			if v.Text == "" && v.Map == nil {
				continue
			}
			v = bulletins.Value{Range: v.Range, List: []bulletins.Value{v}}
		}
		list := make([]bulletins.Value, len(v.List))
		for i, e := range v.List {
			list[i] = r.completed(e, lang, report)
		}
		v.List = list
		meta.Values[key] = v
	}
}

// contacts gives names that stand alone their telephone numbers.
func (r *register) contacts(v bulletins.Value, lang string) bulletins.Value {
	if v.List != nil {
		v.List = slices.Clone(v.List)
		for i, e := range v.List {
			v.List[i] = r.contacts(e, lang)
		}
		return v
	}
	if all := r.byName[nameKey(v.Text)]; len(all) == 1 && all[0].phone != "" {
		v.Text = all[0].called(lang, oneLine(v.Text)) + " " + all[0].phone
	}
	return v
}

// called is the name in a language; in Chinese it is the one that is typed.
func (p *listed) called(lang, typed string) string {
	if lang == "" {
		return typed
	}
	return cmp.Or(p.names[lang], p.pinyin, typed)
}

// completed is one of them with what the register says.
func (r *register) completed(v bulletins.Value, lang string, report func(bulletins.Diagnostic)) bulletins.Value {
	list := People(v)
	if len(list) != 1 || placeholder(list[0].Name) != nil {
		return v
	}
	said := list[0]
	p := r.find(said)
	if p == nil {
		if len(r.byName[nameKey(said.Name)]) == 0 {
			report(problem(bulletins.Info, "person-unlisted", v.Range, "name", said.Name))
		}
		return v
	}
	name, posts, unit := p.called(lang, said.Name), said.Posts, said.Unit
	if len(posts) == 0 {
		posts = p.posts[lang]
	} else if other := otherPost(posts, p); other != "" {
		report(problem(bulletins.Warning, "person-post", v.Range, "name", said.Name, "post", other, "listed", strings.Join(p.posts[p.spoken(lang)], "、")))
	} else if own := p.posts[lang]; len(own) > 0 && len(posts) == len(p.posts[""]) && slices.Contains(p.posts[""], posts[0]) {
		posts = own
	}
	unit = cmp.Or(unit, p.units[lang])
	own := personValue(v, name, unit, cmp.Or(said.Phone, p.phone), posts)
	if p.rank != "" {
		own.Map["rank"] = bulletins.Value{Range: v.Range, Text: p.rank}
	}
	return own
}

// find is the only one of a name, or that one of them whose unit or post is said.
func (r *register) find(said Person) *listed {
	all := r.byName[nameKey(said.Name)]
	if len(all) == 1 {
		return all[0]
	}
	for _, p := range all {
		for unit := range maps.Values(p.units) {
			if unit != "" && unit == said.Unit {
				return p
			}
		}
	}
	for _, p := range all {
		if len(said.Posts) > 0 && otherPost(said.Posts, p) == "" {
			return p
		}
	}
	return nil
}

// otherPost is a post that somebody does not hold by the register, whatever language it
// is said in; somebody without posts there may have any.
func otherPost(posts []string, p *listed) string {
	var known []string
	for own := range maps.Values(p.posts) {
		known = append(known, own...)
	}
	if len(known) == 0 {
		return ""
	}
	for _, post := range posts {
		if placeholder(post) == nil && !slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, post) }) {
			return post
		}
	}
	return ""
}

// spoken is the language that the posts are said in.
func (p *listed) spoken(lang string) string {
	if len(p.posts[lang]) > 0 {
		return lang
	}
	return ""
}

// personValue is somebody as a value of a front matter, at the place of another.
func personValue(at bulletins.Value, name, unit, phone string, posts []string) bulletins.Value {
	v := bulletins.Value{Range: at.Range, Map: maps.Clone(at.Map), Keys: slices.Clone(at.Keys)}
	if v.Map == nil {
		v.Map = map[string]bulletins.Value{}
	}
	put := func(key string, value bulletins.Value) {
		if _, ok := v.Map[key]; !ok {
			v.Keys = append(v.Keys, key)
		}
		v.Map[key] = value
	}
	for _, part := range []struct{ key, text string }{{"name", name}, {"unit", unit}, {"phone", phone}} {
		if part.text != "" {
			put(part.key, bulletins.Value{Range: at.Map[part.key].Range, Text: part.text})
		}
	}
	if len(posts) > 0 {
		list := bulletins.Value{Range: at.Map["posts"].Range, List: []bulletins.Value{}}
		for _, post := range posts {
			list.List = append(list.List, bulletins.Value{Range: list.Range, Text: post})
		}
		put("posts", list)
	}
	return v
}
