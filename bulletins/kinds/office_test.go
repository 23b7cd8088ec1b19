package kinds

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/themes"
)

const officeYAML = `names: {zh-Hans: 江安市安委办, en: Jiang'an Work Safety Office}
fields:
  code: 江安委办
  issuer: 江安市应急管理局
  contact: [李工 0519-1234567]
  cc: [市消防救援支队]
languages:
  en: {contact: "Mr Li, 0519-1234567"}
kinds:
  official: {to: [各镇人民政府]}
theme: {official: our-red, en: our-plain}
settings: {styles.body.size: 12pt}
proof: proof.csv
people: people.csv
`

const peopleCSV = `姓名,单位,职务,级别,电话,拼音,英文姓名,英文职务,印尼文职务
王海,市应急管理局,局长、党委书记,1,0519-100,Wang Hai,,Director,Kepala Dinas
陈晓,市消防救援支队,支队长,2,0519-200,Chen Xiao,Xiao Chen,Fire Chief,
王伟,一科,科长,3,,,,,
王伟,二科,科员,4,,,,,
`

// officeOf is an office in a folder of its own.
func officeOf(t *testing.T, yaml string, below *Office, files ...string) *Office {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := bulletins.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	o, _ := ReadOffice("office.yaml", yaml, folder, below)
	return o
}

// TestOffice: what a document does not say, the office says.
func TestOffice(t *testing.T) {
	below := officeOf(t, "fields: {city: Jiangan, contact: nobody}\n", nil)
	o := officeOf(t, officeYAML, below, "proof.csv", "wrong,right\n", "people.csv", peopleCSV)
	if len(o.Found) > 0 {
		t.Error(o.Found)
	}
	for _, c := range []struct{ front, key, want string }{
		{"lang: zh-Hans", "issuer", "江安市安委办"},
		{"lang: zh-Hans\nissuer: 我们", "issuer", "我们"},
		{"lang: zh-Hans\nissuer:", "issuer", ""},
		{"lang: en", "issuer", "Jiang'an Work Safety Office"},
		{"lang: id", "issuer", "江安市应急管理局"},
		{"lang: en", "contact", "Mr Li, 0519-1234567"},
		{"lang: zh-Hant", "contact", "李工 0519-1234567"},
		{"lang: zh-Hans\nkind: official", "to", "各镇人民政府"},
		{"lang: zh-Hans", "to", ""},
		{"lang: id", "city", "Jiangan"},
	} {
		doc := o.Apply(bulletins.Parse("a.md", "---\n"+c.front+"\n---\n安全\n", Schema()))
		if got := strings.Join(doc.Meta.List(c.key), "|"); got != c.want {
			t.Errorf("%q: %s %q, want %q", c.front, c.key, got, c.want)
		}
	}
	doc := bulletins.Parse("a.md", "安全", Schema())
	if o.Apply(doc).Meta != o.Apply(doc).Meta {
		t.Error("the same document is completed anew")
	}
	if (*Office)(nil).Apply(doc) != doc {
		t.Error("no office changes a document")
	}
	for _, c := range []struct{ kind, lang, want string }{
		{"official", "zh-Hans", "our-red"}, {"bulletin", "en", "our-plain"}, {"bulletin", "zh-Hans", ""}, {"name-card", "en", ""},
	} {
		if _, got := o.Theme(c.kind, c.lang); got.Text != c.want {
			t.Errorf("%s %s: %q, want %q", c.kind, c.lang, got.Text, c.want)
		}
	}
}

// TestOfficeFaults: what is wrong with an office's file is said at its own lines.
func TestOfficeFaults(t *testing.T) {
	for _, c := range []struct {
		yaml string
		want []string
	}{
		{"fields:\n  isuer: x\n", []string{"2:3 field-unknown"}},
		{"fields:\n  title: x\n", []string{"2:3 field-unknown"}},
		{"names:\n  de: x\n", []string{"2:3 field-unknown"}},
		{"fields:\n  printed: soon\n", []string{"2:12 field-date"}},
		{"fields: {\n  a: [\n", []string{"2:1 front-broken"}},
		{"fields：{}\n", []string{"1:1 front-colon"}},
		{"theme: x\nproof: nowhere.csv\n", []string{"2:8 data-missing"}},
		{"people: ../people.csv\n", []string{"1:9 data-outside"}},
		{"people: people.csv\n", []string{"1:9 people-columns"}},
		{"", nil},
	} {
		o := officeOf(t, c.yaml, nil, "people.csv", "单位,电话\n一科,1\n二科,2\n")
		var got []string
		for _, d := range o.Found {
			at := o.Source.Position(d.Range.Start)
			got = append(got, fmt.Sprintf("%d:%d %s", at.Line, at.Column, d.Code))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.yaml, got, c.want)
		}
	}
}

// composeFor composes a document of an office and lists what is said about it.
func composeFor(t *testing.T, o *Office, text string) (c *Composer, doc *bulletins.Document, found []bulletins.Diagnostic) {
	t.Helper()
	doc = bulletins.Parse("a.md", text, Schema())
	theme, _ := themes.Load(themes.Default, themes.Options{Language: doc.Lang})
	c = NewComposer()
	_, found = c.Compose(o.Apply(doc), theme, nil, Options{Office: o})
	return c, doc, found
}

// TestProofList: each wrong word is found at its place, with its remedy.
func TestProofList(t *testing.T) {
	list := "错,对,备注\n安全生产责任制度,安全生产责任制,统一用法\n截止,截止日期,\n安全生产责,不会,\nsafty,safety,\n"
	o := officeOf(t, "proof: proof.csv\n", nil, "proof.csv", list)
	text := "---\ntitle: 落实安全生产责任制度\nlang: zh-Hans\n---\n\n截止日期前报送，截止前办结。\n\n- Safty 与 safty，saftyx\n- `safty` [链接](safty.pdf)\n\n```\nsafty\n```\n"
	_, doc, found := composeFor(t, o, text)
	var got []string
	for _, d := range found {
		if d.Code == "proof-list" {
			at := doc.Position(d.Range.Start)
			got = append(got, fmt.Sprintf("%d:%d %s→%s", at.Line, at.Column, doc.Text[d.Fix.Range.Start:d.Fix.Range.End], d.Fix.Text))
		}
	}
	slices.Sort(got)
	want := []string{"2:10 安全生产责任制度→安全生产责任制", "6:9 截止→截止日期", "8:11 safty→safety"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	bare := officeOf(t, "proof: proof.csv\n", nil, "proof.csv", "起动,启动\n座落,坐落\n")
	if _, _, found := composeFor(t, bare, "# 题\n\n起动座落\n"); len(slices.DeleteFunc(found, func(d bulletins.Diagnostic) bool { return d.Code != "proof-list" })) != 2 {
		t.Errorf("a list without a head: %v", found)
	}
}

// TestPeopleRegister: names are completed, and compared with the register.
func TestPeopleRegister(t *testing.T) {
	o := officeOf(t, "people: people.csv\n", nil, "people.csv", peopleCSV)
	if len(o.Found) > 0 {
		t.Fatal(o.Found)
	}
	for _, c := range []struct {
		lang, typed string
		want        Person
		code        string
	}{
		{"zh-Hans", "王海", Person{Name: "王海", Posts: []string{"局长", "党委书记"}, Unit: "市应急管理局", Phone: "0519-100", Rank: "1"}, ""},
		{"zh-Hans", "王海（局长）", Person{Name: "王海", Posts: []string{"局长"}, Unit: "市应急管理局", Phone: "0519-100", Rank: "1"}, ""},
		{"zh-Hans", "王海（副局长）", Person{Name: "王海", Posts: []string{"副局长"}, Unit: "市应急管理局", Phone: "0519-100", Rank: "1"}, "person-post"},
		{"zh-Hans", "赵六（主任）", Person{Name: "赵六", Posts: []string{"主任"}}, "person-unlisted"},
		{"en", "王海", Person{Name: "Wang Hai", Posts: []string{"Director"}, Phone: "0519-100", Rank: "1"}, ""},
		{"id", "Wang Hai", Person{Name: "Wang Hai", Posts: []string{"Kepala Dinas"}, Phone: "0519-100", Rank: "1"}, ""},
		{"en", "陈晓", Person{Name: "Xiao Chen", Posts: []string{"Fire Chief"}, Phone: "0519-200", Rank: "2"}, ""},
		{"zh-Hans", "王伟", Person{Name: "王伟"}, ""},
		{"zh-Hans", "{name: 王伟, unit: 二科}", Person{Name: "王伟", Unit: "二科", Posts: []string{"科员"}, Rank: "4"}, ""},
	} {
		_, doc, found := composeFor(t, o, "---\ntitle: 会\nlang: "+c.lang+"\nattendees:\n  - "+c.typed+"\n---\n\n会\n")
		got := People(o.Apply(doc).Meta.Values["attendees"])
		if len(got) != 1 {
			t.Fatalf("%s: %v", c.typed, got)
		}
		got[0].Range = bulletins.Range{}
		if fmt.Sprint(got[0]) != fmt.Sprint(c.want) {
			t.Errorf("%s %s: %v, want %v", c.lang, c.typed, got[0], c.want)
		}
		code := ""
		for _, d := range found {
			if strings.HasPrefix(d.Code, "person-") {
				code = d.Code
				if at := doc.Position(d.Range.Start); at.Line != 5 {
					t.Errorf("%s: %s at line %d", c.typed, d.Code, at.Line)
				}
			}
		}
		if code != c.code {
			t.Errorf("%s: %q, want %q", c.typed, code, c.code)
		}
	}
}

// TestContacts: who is to be asked has a telephone number.
func TestContacts(t *testing.T) {
	o := officeOf(t, "people: people.csv\nfields: {contact: [陈晓]}\n", nil, "people.csv", peopleCSV)
	for _, c := range []struct{ front, want string }{
		{"lang: zh-Hans\ncontact: 王海", "王海 0519-100"},
		{"lang: zh-Hans\ncontact: [王海 110, 赵六]", "王海 110|赵六"},
		{"lang: en", "Xiao Chen 0519-200"},
	} {
		doc := o.Apply(bulletins.Parse("a.md", "---\n"+c.front+"\n---\n会\n", Schema()))
		if got := strings.Join(doc.Meta.List("contact"), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.front, got, c.want)
		}
	}
}

func BenchmarkProofList(b *testing.B) {
	var entries []correction
	for i := range 2000 {
		entries = append(entries, correction{wrong: fmt.Sprintf("安全错词%d", i), right: "x"})
	}
	list := (*proofList)(nil).with(entries)
	text := strings.Repeat("安全生产是企业的生命线，也是安全发展的底线。", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		list.check(text, 0, func(bulletins.Diagnostic) {})
	}
}
