package themes

import (
	"errors"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"safety365/bulletins/page"
)

// TestLayers sees that each layer comes over the ones below it.
func TestLayers(t *testing.T) {
	open := func(name string) ([]byte, error) {
		texts := map[string]string{
			"office.yaml":   "extends: bulletin\nstyles: {h1: {before: 1pt}, body: {size: 12pt}}\nlanguages: {en: {styles: {body: {size: 13pt}}}, zh: {styles: {h1: {after: 2pt}}}, ZH-hant: {styles: {h1: {after: 3pt}}}}\n",
			"branch.yaml":   "extends: office.yaml\nstyles: {h1: {right: 1pt}}\n",
			"bulletin.yaml": "description: {en: ours}\nextends: bulletin\npage: {size: A5}\n",
			"bare.yaml":     "styles: {h1: {left: 1pt}}\n",
		}
		if text, ok := texts[name]; ok {
			return []byte(text), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	for _, c := range []struct {
		name, lang, want string
		got              func(*Theme) string
	}{
		{"branch", "zh-Hans", "12 1 2 1", h1},
		{"branch", "zh-Hant-HK", "12 1 3 1", h1},
		{"branch", "zh-TW", "12 1 3 1", h1},
		{"branch", "zh_CN", "12 1 2 1", h1},
		{"branch", "en-GB", "13 1 9.295 1", h1},
		{"branch", "id", "12 1 8.58 1", h1}, // a theme's own value comes over what it extends says for a language
		{"branch", "", "12 1 8.58 1", h1},
		{"office", "en", "13 1 9.295 0", h1},
		{"bare.yaml", "en", "10.5 19.52 7.508 0", h1},
		{"bulletin", "en", "419.528×595.276", func(t *Theme) string { return t.Page.Size.String() }},
	} {
		theme, problems := Load(c.name, Options{Language: c.lang, Open: open})
		if len(problems) > 0 {
			t.Errorf("%s %s: %+v", c.name, c.lang, problems)
		}
		if got := c.got(theme); got != c.want {
			t.Errorf("%s %s: %q, not %q", c.name, c.lang, got, c.want)
		}
	}
	if texts, choose := Describe("bulletin", open); texts["en"] != "ours" || !choose {
		t.Error(texts, choose)
	}
	if texts, choose := Describe("base", nil); texts["en"] == "" || choose {
		t.Error(texts, choose)
	}
	if texts, _ := Describe("nowhere", open); texts != nil {
		t.Error(texts)
	}
}

func h1(t *Theme) string {
	s := t.Style("h1")
	return t.Style("body").Size.String() + " " + s.Before.String() + " " + s.After.String() + " " + s.Right.String()
}

// TestKinds sees that the layer of a kind comes over those of the language, and the
// document's settings over it.
func TestKinds(t *testing.T) {
	open := func(string) ([]byte, error) {
		return []byte("styles: {h1: {before: 1pt, after: 1pt, right: 0}}\nlanguages: {en: {styles: {h1: {after: 2pt}}}}\nkinds: {letter: {styles: {h1: {after: 3pt, left: 4pt}}}}\n"), nil
	}
	for kind, want := range map[string]string{"letter": "10.5 1 3 4", "": "10.5 1 2 0", "order": "10.5 1 2 0"} {
		theme, problems := Load("office", Options{Language: "en", Kinds: []string{kind}, Open: open})
		h := theme.Style("h1")
		if got := strings.Join([]string{theme.Style("body").Size.String(), h.Before.String(), h.After.String(), h.Left.String()}, " "); got != want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s; %v", kind, got, want, problems)
		}
	}
}

// TestKept sees that what is wrong leaves the value below as it was.
func TestKept(t *testing.T) {
	theme, problems := Load("mine", Options{Language: "zh-Hans", Open: user("page: {bleed: lots, size: A5}\nstyles: {body: {size: big, indent: 3em}, h1: {color: none-such}}\n")})
	b := theme.Style("body")
	if len(problems) != 3 || theme.Page.Bleed.String() != "8.504" || b.Size.String() != "10.5" || b.Indent.String() != "31.5" || theme.Page.Size.H.String() != "595.276" {
		t.Errorf("%v %v %v", problems, theme.Page, b)
	}
}

func TestStyle(t *testing.T) {
	theme, _ := Load("bulletin", Options{Language: "zh-Hans"})
	if theme.Style("h1") != theme.Style("h1") {
		t.Error("a style has two pointers")
	}
	s := theme.Style("redhead")
	if s != theme.Style("redhead") || s.Role != "redhead" || s.Size != theme.Style("body").Size || theme.Has("redhead") || !theme.Has("h1") {
		t.Errorf("%+v", s)
	}
	title := theme.Style("title")
	strong := theme.Inline("strong", title)
	if strong != theme.Inline("strong", title) || !strong.Bold || strong.Font != "title" || strong.Size != title.Size || strong.Align != Center {
		t.Errorf("%+v", strong)
	}
	nested := theme.Inline("sup", theme.Inline("sup", title))
	if nested.Size.String() != "7.92" || nested.Raise.String() != "11.616" || theme.Inline("nowhere", title) != title {
		t.Errorf("%v %v", nested.Size, nested.Raise)
	}
	mark := theme.Inline("footnotemark", title)
	if mark.Size.String() != "16.5" || mark.Color != theme.Color("accent") || mark.Leading != title.Leading {
		t.Errorf("%+v", mark)
	}
	if got := theme.Unknown(); len(got) != 2 || got[0] != "nowhere" || got[1] != "redhead" {
		t.Error(got)
	}
	if theme.Tone("own") != theme.Tone("info") || theme.Tone("danger").Bar != theme.Color("red") {
		t.Error("tones")
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, role := range []string{"a", "b", "c", "h1"} {
				theme.Inline("strong", theme.Style(role))
			}
		})
	}
	group.Wait()
}

func TestFurniture(t *testing.T) {
	one := func(s string) *Slots { return &Slots{Left: s} }
	r := Running{First: one("first"), Odd: one("odd"), Last: one("last")}
	for _, c := range []struct {
		number, last int
		mirror       bool
		want         Slots
	}{
		{1, 9, false, *one("first")}, {1, 1, false, *one("last")}, {3, 0, false, *one("odd")}, {2, 9, false, *one("odd")},
		{2, 9, true, Slots{Right: "odd"}}, {9, 9, true, *one("last")},
	} {
		if got := r.At(c.number, c.last, c.mirror); got != c.want {
			t.Errorf("%+v: %+v", c, got)
		}
	}
	if !(Running{}).At(1, 1, true).Empty() {
		t.Error("nothing is not empty")
	}
}

// FuzzLoad sees that no text makes Load panic or return without a usable theme.
func FuzzLoad(f *testing.F) {
	for _, m := range mistakes {
		if len(m.text) < 1000 {
			f.Add(m.text, "styles.h1.size", "18pt")
		}
	}
	base, err := builtin.ReadFile("files/base.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		f.Fatal(err)
	}
	f.Add(string(base), "typeset.measure", "99999em")
	f.Add("styles: {body: {size: 999pt, leading: 99999em}}", "page.margins.top", "99999em")
	f.Add("", "colors.accent", "{cmyk: [1, 2, 3, 4]}")
	f.Fuzz(func(t *testing.T, text, path, value string) {
		theme, _ := Load("mine", Options{Language: "en", Open: user(text), Sets: []Setting{{Path: path, Value: value}}})
		if theme.Style("body").Size <= 0 || theme.Style("body").Leading <= 0 || theme.Area(1).W <= 0 || theme.Area(2).H <= 0 {
			t.Errorf("%+v %+v", theme.Style("body"), theme.Page)
		}
	})
}

// TestSheetOfKind: what a kind asks of its sheet holds in themes that say what theirs is
// in general, and yields to one that speaks of the kind.
func TestSheetOfKind(t *testing.T) {
	own := map[string]string{
		"a.yaml": "extends: base\npage: {size: A5}\n",
		"b.yaml": "extends: base\nkinds: {poster: {page: {size: A5}}}\n",
	}
	opening := func(name string) ([]byte, error) {
		if text, ok := own[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	for _, c := range []struct {
		name, kind string
		wide       int64
	}{{"a", "poster", 297_000}, {"b", "poster", 148_000}, {"a", "bulletin", 148_000}, {"edaran", "rectification-ledger", 297_000}, {"edaran", "surat-edaran", 215_000}} {
		theme, problems := Load(c.name, Options{Language: "id", Kinds: []string{c.kind}, Open: opening})
		if len(problems) > 0 || theme.Page.Size.W != page.MM(c.wide) {
			t.Errorf("%s for %s: %s wide, %v", c.name, c.kind, theme.Page.Size.W, problems)
		}
	}
}
