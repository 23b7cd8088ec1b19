package themes

import (
	"strings"
	"testing"
)

// set makes settings of path=value.
func set(pairs ...string) []Setting { return Sets(pairs) }

// TestOwn: the file states what the document did, sizes for its script and what the kind
// has of its own for that; a document of the same sort looks as it did.
func TestOwn(t *testing.T) {
	settings := set("page.size=A5", "page.margins.top=20mm", "typeset.size=小四", "styles.body.leading=1.6em", "styles.h1.color=blue",
		"typeset.hanging=on", "furniture.footer.odd.left=", "colors.accent.cmyk=[95, 60, 0, 20]", "colors.accent.srgb=#005387")
	opts := Options{Language: "zh-Hant", Kinds: []string{"checklist"}, Settings: settings}
	text, err := Own{Name: "江安", Title: "江安簡報", Spoken: "zh-Hant", Extends: "bulletin"}.File(opts)
	if err != nil {
		t.Fatal(err)
	}
	const want = `name: 江安
description:
  zh-Hant: 江安簡報
extends: bulletin
page:
  size: A5
kinds:
  checklist:
    page:
      margins:
        top: 20mm
languages:
  zh:
    typeset:
      size: 小四
      hanging: on
    styles:
      body:
        leading: 1.6em
styles:
  h1:
    color: blue
furniture:
  footer:
    odd:
      left:
colors:
  accent:
    cmyk: [95, 60, 0, 20]
    srgb: '#005387'
`
	if string(text) != want {
		t.Errorf("the file says\n%s", text)
	}
	own := Options{Language: "zh-Hant", Kinds: opts.Kinds, Open: user(string(text))}
	saved, problems := Load("mine", own)
	stated, _ := Load("bulletin", opts)
	if len(problems) > 0 || saved.Page != stated.Page || saved.Style("body").Size != stated.Style("body").Size ||
		saved.Style("h1").Color != stated.Style("h1").Color || !saved.Typeset.Hanging {
		t.Errorf("%v\n%+v\n%+v", problems, saved.Page, stated.Page)
	}
	own.Language, own.Kinds = "en", nil
	english, _ := Load("mine", own)
	plain, _ := Load("bulletin", Options{Language: "en"})
	if english.Style("body").Size != plain.Style("body").Size || english.Page.Top != plain.Page.Top || english.Page.Size.W != stated.Page.Size.W {
		t.Errorf("in English the body is %v, the page %v", english.Style("body").Size, english.Page)
	}
}

// TestOwnChanged: a theme of the user's own is changed in its file, comments stay.
func TestOwnChanged(t *testing.T) {
	const old = "# ours\nname: mine\nextends: plain\npage:\n  size: A5 # small\nstyles: {h1: {color: blue}}\n"
	opts := Options{Language: "en", Settings: set("page.size=Letter", "styles.h1.color=green", "typeset.size=12pt"), Open: user(old)}
	text, err := Own{Name: "mine", Extends: "mine", Old: []byte(old)}.File(opts)
	want := strings.NewReplacer("A5 # small", "Letter", "blue", "green").Replace(old) + "languages:\n  und-Latn:\n    typeset:\n      size: 12pt\n"
	if err != nil || string(text) != want {
		t.Errorf("%v\n%s", err, text)
	}
	if _, err := (Own{Name: "mine", Old: []byte("page: [")}).File(Options{}); err == nil {
		t.Error("a file that cannot be read was changed")
	}
}

func TestValue(t *testing.T) {
	theme, _ := Load("bulletin", Options{Language: "zh-Hans", Settings: set("typeset.size=小四", "typeset.justify=off")})
	for path, want := range map[string]string{
		"page.size": "A4", "page.margins.top": "27mm", "styles.body.size": "小四", "styles.body.align": "left", "styles.subtitle.font": "kai",
		"styles.title.color": "text", "furniture.footer.odd.center": "— {page} —", "page.margins": "", "styles.none.size": "", "nothing": "", "colors.accent.srgb": "#9B2423",
	} {
		if got := theme.Value(path); got != want {
			t.Errorf("%s is %q, not %q", path, got, want)
		}
	}
	if all := NamedSizes(); all[0] != (NamedSize{"初号", 42}) || len(all) != 16 {
		t.Error(all)
	}
}
