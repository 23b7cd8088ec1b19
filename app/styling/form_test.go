package styling

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// desk is a document with the form beside it: what the form tells changes the text, and
// the text is shown, as in the window.
type desk struct {
	t    *testing.T
	form *Form
	text string
}

func opened(t *testing.T, text string) *desk {
	t.Helper()
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	d := &desk{t: t, text: text}
	d.form = New(Options{Title: func(name string) string { return name }, Apply: func(all []drafting.FieldValue) {
		doc := d.document()
		if c, ok := drafting.SetFields(doc, all); ok {
			e := c.Edits[0]
			d.show(doc.Text[:e.Range.Start] + e.Text + doc.Text[e.Range.End:])
		}
	}})
	w := test.NewTempWindow(t, d.form)
	w.Resize(fyne.NewSize(280, 800))
	d.show(text)
	return d
}

func (d *desk) document() *bulletins.Document { return bulletins.Parse("a.md", d.text, kinds.Schema()) }

func (d *desk) theme() *themes.Theme {
	doc := d.document()
	theme, problems := themes.Load(cmp.Or(doc.Meta.Text("theme"), kinds.ThemeFor("", doc.Lang)), themes.Options{Language: doc.Lang, Settings: themes.SettingsOf(doc)})
	for _, p := range problems {
		d.t.Errorf("%s %v", p.Code, p.Args)
	}
	return theme
}

func (d *desk) show(text string) {
	d.text = text
	d.form.Set(d.document(), d.theme())
}

// row finds an item of the form.
func (d *desk) row(label string) *row {
	d.t.Helper()
	i := slices.IndexFunc(d.form.rows, func(r *row) bool { return r.item.label == label })
	if i < 0 {
		d.t.Fatalf("there is no %s", label)
	}
	return d.form.rows[i]
}

// shown is what an item shows.
func (d *desk) shown(label string) string {
	switch c := d.row(label).control.(type) {
	case *choice:
		return c.box.Selected
	case *swatch:
		return c.box2().Selected
	case *length:
		return c.entry.Text
	case *tick:
		return map[bool]string{true: "on", false: "off"}[c.box.Checked]
	case *sheet:
		return c.size.box.Selected + " " + c.lie.box.Selected
	case *lattice:
		return c.lines.Text + "x" + c.chars.Text
	case *footing:
		return c.place.box.Selected + " " + c.form.box.Selected
	}
	return "?"
}

func (s *swatch) box2() *ui.Select { return s.choice.box }

const plainText = "---\nlang: zh-Hans\ntitle: 题\n---\n\n安全第一。\n"

// TestShown: the form says what the theme says, without changing anything.
func TestShown(t *testing.T) {
	d := opened(t, plainText)
	for label, want := range map[string]string{
		"paper": "A4（210 × 297 毫米） 纵向", "top": "27 毫米", "inner": "30.9 毫米", "font": "宋体", "latin": "衬线体", "size": "五号 10.5 磅",
		"leading": "1.75 倍", "indent": "2 字", "justify": "on", "title-size": "二号 22 磅", "head-size": "1.43 倍", "head-color": "主题色",
		"accent": "深红", "number-place": "页脚居中 — 1 —", "grid": "x", "kinsoku": "按国家标准避头尾", "orphans": "on", "hanging": "off", "columns": "一栏", "tables": "off",
	} {
		if got := d.shown(label); got != want {
			t.Errorf("%s shows %q, not %q", label, got, want)
		}
	}
	if d.text != plainText {
		t.Errorf("the text became\n%s", d.text)
	}
	for _, r := range d.form.rows {
		if r.reset.Visible() {
			t.Errorf("%s can be taken back", r.item.label)
		}
	}
	if !d.form.save.Disabled() {
		t.Error("nothing can be saved")
	}
	d.show(strings.Replace(plainText, "title", "theme: gbt9704\ntitle", 1))
	if got := d.shown("grid") + d.shown("size") + d.shown("mirror"); got != "22x28三号 16 磅on" {
		t.Errorf("of an official document it shows %s", got)
	}
	if !d.row("leading").control.(*length).entry.Disabled() || d.row("cells").control.(*tick).box.Disabled() {
		t.Error("the grid decides about leading and cells")
	}
}

// TestChosen: what is chosen is stated, is what the page has then, and can be taken back.
func TestChosen(t *testing.T) {
	d := opened(t, plainText)
	d.row("paper").control.(*sheet).size.box.SetSelected("A3（297 × 420 毫米）")
	d.row("paper").control.(*sheet).lie.box.SetSelected("横向")
	if d.form.value("page.size") != "A3 landscape" {
		t.Errorf("the text is\n%s", d.text)
	}
	d.row("paper").control.(*sheet).lie.box.SetSelected("纵向")
	d.row("top").control.(*length).entry.SetText("２．５厘米")
	d.row("leading").control.(*length).entry.SetText("28磅")
	d.row("outer").control.(*length).turn(-1)
	d.row("size").control.(*choice).box.SetSelected("小四 12 磅")
	d.row("justify").control.(*tick).box.SetChecked(false)
	d.row("head-color").control.(*choice).box.SetSelected("蓝")
	d.row("accent").control.(*swatch).choice.box.SetSelected("绿")
	d.row("number-place").control.(*footing).place.box.SetSelected("页脚右侧（双面时外侧）")
	d.row("number-place").control.(*footing).form.box.SetSelected("1 / 5")
	d.row("grid").control.(*lattice).on.SetChecked(true)
	d.row("grid").control.(*lattice).lines.SetText("2") // on the way to 20
	d.row("grid").control.(*lattice).lines.SetText("20")
	d.row("grid").control.(*lattice).chars.SetText("30")
	const want = `---
lang: zh-Hans
title: 题
settings:
  page:
    size: A3
    margins:
      top: "2.5cm"
      outer: "29.9mm"
  styles:
    body:
      leading: "28pt"
    h1:
      color: blue
    h2:
      color: blue
    h3:
      color: blue
  typeset:
    size: 小四
    justify: "off"
    grid: "20x30"
  colors:
    accent:
      cmyk:
        - "90"
        - "10"
        - "80"
        - "10"
      srgb: "#237F52"
    accent-wash:
      cmyk:
        - "6"
        - "0"
        - "6"
        - "1"
      srgb: "#EEF6F1"
  furniture:
    footer:
      odd:
        left: ""
        center: ""
        right: "{page} / {pages}"
---

安全第一。
`
	if strings.NewReplacer(`- "`, "- ", `"`, "").Replace(d.text) != strings.NewReplacer(`- "`, "- ", `"`, "").Replace(want) {
		t.Errorf("the text is\n%s", d.text)
	}
	if got := d.shown("paper") + d.shown("top") + d.shown("outer") + d.shown("accent"); got != "A3（297 × 420 毫米） 纵向２．５厘米29.9 毫米绿" {
		t.Errorf("the form shows %s", got)
	}
	if got := strings.Join(Names(d.document()), "、"); got != "纸张大小和方向、上边距、右边距（外侧）、行距、各级标题颜色、字号、两端对齐、每页行数和每行字数、主题色、页码位置和写法" {
		t.Errorf("changed are %s", got)
	}
	test.Tap(d.row("accent").reset)
	test.Tap(d.row("top").reset)
	if strings.Contains(d.text, "colors") || strings.Contains(d.text, "2.5cm") || d.shown("top") != "27 毫米" || d.shown("accent") != "深红" {
		t.Errorf("taken back, the text is\n%s", d.text)
	}
	d.form.clear.OnTapped()
	if d.text != plainText {
		t.Errorf("all taken back, the text is\n%s", d.text)
	}
}

// TestTyped: what is no length, or one that no page has, changes nothing.
func TestTyped(t *testing.T) {
	d := opened(t, plainText)
	top := d.row("top").control.(*length).entry
	for _, s := range []string{"", "abc", "-3", "900", "2 公斤", "1e9"} {
		top.SetText(s)
		if d.text != plainText {
			t.Errorf("%q was taken:\n%s", s, d.text)
		}
	}
	top.FocusGained()
	top.SetText("27mm")
	if d.text != plainText {
		t.Error("what the theme says was stated")
	}
	top.FocusLost()
	if top.Text != "27 毫米" {
		t.Errorf("it was put into the words %q", top.Text)
	}
}

// TestByHand: what stands in the YAML is shown, however it is written, and changed there.
func TestByHand(t *testing.T) {
	d := opened(t, strings.Replace(plainText, "title", "settings: {styles.body.size: 13pt, page: {margins: {top: 1in}}} # ours\ntitle", 1))
	if got := d.shown("size") + d.shown("top"); got != "13 磅1 英寸" || !d.row("size").reset.Visible() {
		t.Errorf("shown is %s", got)
	}
	d.row("top").control.(*length).entry.SetText("30")
	d.row("size").control.(*choice).box.SetSelected("小四 12 磅")
	if want := `settings: {page: {margins: {top: "30mm"}}, typeset: {size: 小四}} # ours`; !strings.Contains(d.text, want) {
		t.Errorf("the text is\n%s", d.text)
	}
}

// TestEnglish: what is about Chinese alone is not asked.
func TestEnglish(t *testing.T) {
	d := opened(t, "---\nlang: en\ntitle: A\n---\n\nSafety first.\n")
	for _, r := range d.form.rows {
		if r.item.han {
			t.Errorf("%s is asked", r.item.label)
		}
	}
	if got := d.shown("leading"); got != "1.45 倍" && got != "1.43 倍" {
		t.Error(got)
	}
}

// TestWords: everything has a name in every language.
func TestWords(t *testing.T) {
	test.NewTempApp(t)
	for _, lang := range assets.Languages {
		ui.SetLanguage(lang)
		for _, g := range groups {
			if label := "style-group-" + g.label; ui.Say(label) == label {
				t.Errorf("%s has no name in %s", label, lang)
			}
			for _, it := range g.items {
				if label := "style-" + it.label; ui.Say(label) == label {
					t.Errorf("%s has no name in %s", label, lang)
				}
				if c, ok := it.make(nil).(*choice); ok {
					for _, words := range c.words {
						if strings.HasPrefix(words, "style-") {
							t.Errorf("%s has no name in %s", words, lang)
						}
					}
				}
			}
		}
	}
}
