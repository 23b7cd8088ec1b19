package library

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

const ownText = "---\nlang: zh-Hans\ntitle: 我的简报\n---\n\n# 我的简报\n\n这是我自己的文字。\n"

func TestGalleryShots(t *testing.T) {
	if os.Getenv("SAFETY365_SHOTS") == "" {
		t.Skip("nobody looks")
	}
	for _, lang := range assets.Languages {
		for _, shade := range []look.Shade{look.Light, look.Dark} {
			for _, size := range []fyne.Size{{Width: 860, Height: 560}, {Width: 1080, Height: 760}} {
				w := open(t, lang, shade, size)
				g := NewGallery(GalleryOptions{Text: func() string { return ownText }, Create: func(Choice) {}, Cancel: func() {}})
				fill(w, g, size)
				w.Canvas().Focus(g.Focused())
				shoot(t, w, "gallery-%s-%s-%.0f", lang, shade, size.Width)
				g.Close()
			}
		}
	}
}

// gallery opens a gallery; what it creates comes into the Choice.
func gallery(t *testing.T, o GalleryOptions) (*Gallery, fyne.Window, *Choice) {
	t.Helper()
	size := fyne.NewSize(900, 700)
	w := open(t, "zh-Hans", look.Light, size)
	var made Choice
	o.Create = func(c Choice) { made = c }
	g := NewGallery(o)
	t.Cleanup(g.Close)
	fill(w, g, size)
	w.Canvas().Focus(g.Focused())
	return g, w, &made
}

func typeKeys(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func TestGalleryCreates(t *testing.T) {
	g, w, made := gallery(t, GalleryOptions{Lang: "en"})
	if len(g.choices) < 2 {
		t.Fatalf("%d choices", len(g.choices))
	}
	typeKeys(w, fyne.KeyReturn)
	starter, _ := kinds.Starter(kinds.Names()[0], "en")
	if made.Lang != "en" || made.Kind != kinds.Names()[0] || made.Name != "Article" {
		t.Errorf("created %+v", made)
	}
	if doc := bulletins.Parse("", made.Text, kinds.Schema()); made.Theme == "plain" && made.Text != starter || doc.Lang != "en" {
		t.Errorf("the text is\n%s", made.Text)
	}
	first := made.Kind
	typeKeys(w, fyne.KeyRight, fyne.KeyEnter)
	if made.Kind == first {
		t.Error("the key did not move to the next kind")
	}
	typeKeys(w, fyne.KeyPageDown, fyne.KeyEnter)
	if g.at < 2 {
		t.Errorf("a page down leads to %d", g.at)
	}
	typeKeys(w, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyLeft, fyne.KeyEnter)
	if made.Kind != first {
		t.Error("the keys did not move back")
	}
}

// TestGalleryGroups: each language has its kinds and only those, by group.
func TestGalleryGroups(t *testing.T) {
	g, _, made := gallery(t, GalleryOptions{Lang: "zh-Hans"})
	offered := func(name string) bool {
		return slices.ContainsFunc(g.choices, func(c choice) bool { return c.kind.Name == name })
	}
	if !offered("official") || offered("safety-flash") || offered("notula") {
		t.Error("not the kinds of Chinese")
	}
	test.Tap(button(t, g, "公文与会议"))
	if offered("bulletin") || !offered("minutes") {
		t.Error("not the kinds of the group")
	}
	test.Tap(button(t, g, "English"))
	if offered("official") || !offered("minutes") {
		t.Error("not the group's kinds of English")
	}
	test.Tap(button(t, g, "英文文种"))
	if g.take(); made.Kind != g.choices[0].kind.Name || made.Lang != "en" || g.choices[0].kind.Group != kinds.English {
		t.Errorf("created %s in %s", made.Kind, made.Lang)
	}
	test.Tap(button(t, g, "Bahasa Indonesia")) // where this group has nothing
	if g.group != "" || !offered("notula") || offered("safety-flash") {
		t.Errorf("group %q", g.group)
	}
	for _, c := range g.choices {
		if want := kinds.ThemeFor(c.kind.Name, "id"); c.style.name != want {
			t.Errorf("%s is shown in %s, its own is %s", c.kind.Name, c.style.name, want)
		}
	}
}

// TestGalleryWheel: a few turns of the wheel go over a row.
func TestGalleryWheel(t *testing.T) {
	g, w, _ := gallery(t, GalleryOptions{})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.grid).AddXY(60, 60)
	for range 4 {
		test.Scroll(w.Canvas(), at, 0, -25)
	}
	if got := g.grid.GetScrollOffset(); got < choiceHeight() {
		t.Errorf("scrolled by %v, a row is %v", got, choiceHeight())
	}
}

func TestGalleryFilters(t *testing.T) {
	g, w, made := gallery(t, GalleryOptions{})
	all := len(g.choices)
	test.Type(g.filter, "会议")
	if n := len(g.choices); n < 2 || n == all {
		t.Errorf("%d choices of %d", n, all)
	}
	g.filter.SetText("藏青") // words of a style show all in it
	if len(g.choices) != all || g.choices[0].style.name != "plain" {
		t.Errorf("%d choices of %d", len(g.choices), all)
	}
	typeKeys(w, fyne.KeyTab)
	g.filter.OnSubmitted("")
	if made.Theme != "plain" || made.Lang != "zh-Hans" {
		t.Errorf("created %+v", made)
	}
	g.filter.SetText("没有这样的版式")
	if len(g.choices) != 0 || !g.none.Visible() || !g.create.Disabled() {
		t.Error("an empty gallery does not say so")
	}
	*made = Choice{}
	g.take()
	if made.Text != "" {
		t.Error("something was created of nothing")
	}
	g.filter.SetText("")
	test.Tap(button(t, g, "Bahasa Indonesia"))
	g.take()
	if made.Lang != "id" || !strings.Contains(made.Text, "lang: id") {
		t.Errorf("created %+v", made)
	}
}

// TestGalleryOwnText: the user's own text is seen in every style, and taken.
func TestGalleryOwnText(t *testing.T) {
	g, _, made := gallery(t, GalleryOptions{Text: func() string { return ownText }})
	check := func(on bool) {
		for _, o := range objects(g) {
			if c, ok := o.(interface{ SetChecked(bool) }); ok {
				c.SetChecked(on)
			}
		}
	}
	g.take()
	if !made.FromText || !strings.Contains(made.Text, "我自己的文字") {
		t.Errorf("a text that was pasted is lost unless asked for: %+v", made)
	}
	check(false)
	starter := g.source(g.choices[0]).Text
	check(true)
	if own := g.source(g.choices[0]).Text; own == starter || !strings.Contains(own, "我自己的文字") {
		t.Errorf("the thumbnail shows\n%s", own)
	}
	for i, style := range g.styles {
		g.themes.SetSelectedIndex(i + 1)
		g.take()
		doc := bulletins.Parse("", made.Text, kinds.Schema())
		if !made.FromText || made.Name != "我的简报" || !strings.Contains(made.Text, "我自己的文字") {
			t.Errorf("created %+v", made)
		}
		if got := doc.Meta.Text("theme"); style.name == "plain" && got != "plain" {
			t.Errorf("style %q, want plain", got)
		}
	}
}

// TestGalleryOwnLanguage: the language marked is that of the text.
func TestGalleryOwnLanguage(t *testing.T) {
	text := "Keselamatan kerja adalah tanggung jawab kita semua dan harus dijaga setiap hari.\n"
	g, _, made := gallery(t, GalleryOptions{Lang: "zh-Hans", Text: func() string { return text }})
	if g.languages.value != "id" {
		t.Errorf("the language marked is %s", g.languages.value)
	}
	g.takeOwn(false)
	if g.take(); g.languages.value != "zh-Hans" || made.Lang != "zh-Hans" {
		t.Errorf("without the text: %s, %+v", g.languages.value, made)
	}
}

func TestGalleryDoubleClick(t *testing.T) {
	g, w, made := gallery(t, GalleryOptions{})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.grid).AddXY(choiceSize.Width+60, 60)
	test.TapCanvas(w.Canvas(), at)
	if made.Text != "" {
		t.Error("one click created")
	}
	test.TapCanvas(w.Canvas(), at)
	if made.Text == "" {
		t.Error("two clicks did not create")
	}
}

// TestOwnStyles: a user's own house style is offered, other YAML is not.
func TestOwnStyles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, text := range map[string]string{
		"office.yaml": "name: office\nextends: bulletin\ndescription: {zh-Hans: 局里：红头宋体}\n",
		"other.yaml":  "just: data\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g, _, made := gallery(t, GalleryOptions{Folder: dir})
	before := len(g.styles)
	until(t, "own styles", func() bool { return len(g.styles) > before })
	if last := g.styles[before]; last != (style{"office", "局里", "局里：红头宋体"}) {
		t.Errorf("the last is %+v", last)
	}
	g.themes.SetSelected("局里")
	g.take()
	if made.Theme != "office" {
		t.Errorf("created in %s", made.Theme)
	}
}

// BenchmarkGallery is how long a gallery takes to open, without its thumbnails: they
// come one after the other.
func BenchmarkGallery(b *testing.B) {
	size := fyne.NewSize(1080, 760)
	w := open(b, "zh-Hans", look.Light, size)
	for b.Loop() {
		g := NewGallery(GalleryOptions{Create: func(Choice) {}})
		fill(w, g, size)
		g.Close()
	}
}
