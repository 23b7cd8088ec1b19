package word

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"safety365/assets"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
)

// sample is a document for the tests: its name, text and folder.
type sample struct{ name, text, folder string }

// samples are the samples of the program, and what documents of every kind start from.
func samples(t *testing.T) []sample {
	var out []sample
	files, _ := filepath.Glob("../../assets/samples/*.md")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sample{strings.TrimSuffix(filepath.Base(f), ".md"), string(data), filepath.Dir(f)})
	}
	for _, kind := range kinds.Names() {
		for _, lang := range assets.Languages {
			if text, err := kinds.Starter(kind, lang); err == nil {
				out = append(out, sample{kind + "." + lang, text, ""})
			}
		}
	}
	return append(out, sample{"reviewed", reviewed, ""})
}

// flowText is the text of blocks in their order, notes apart.
func flowText(b *strings.Builder, ruler *layout.Ruler, blocks []layout.Block) {
	text := func(t *layout.Text) {
		if t == nil {
			return
		}
		for _, l := range ruler.Shown(t) {
			if l.Note == nil && l.PageOf == "" {
				b.WriteString(l.Text)
			}
		}
	}
	for _, blk := range blocks {
		switch blk := blk.(type) {
		case *layout.Text:
			text(blk)
		case *layout.Frame:
			flowText(b, ruler, blk.Blocks)
		case *layout.Item:
			if blk.Task == layout.NoTask {
				text(blk.Label)
			}
			flowText(b, ruler, blk.Blocks)
		case *layout.Row:
			for _, c := range blk.Cells {
				flowText(b, ruler, c.Blocks)
			}
		case *layout.Vertical:
			flowText(b, ruler, blk.Blocks)
		case *layout.Columns:
			flowText(b, ruler, blk.Blocks)
		case *layout.Across:
			flowText(b, ruler, blk.Blocks)
		case *layout.Turn:
			flowText(b, ruler, blk.Blocks)
		case *layout.Fixed:
			if !blk.Turned { // a picture
				flowText(b, ruler, blk.Blocks)
			}
		case *layout.Divider:
			b.WriteString(blk.Look.Text)
		case *layout.Figure:
			if blk.Look.Caption == "above" {
				text(blk.Caption)
			}
			if blk.Picture.Source == nil {
				b.WriteString(blk.Picture.Missing)
			}
			if blk.Look.Caption != "above" {
				text(blk.Caption)
			}
		case *layout.Table:
			if blk.Look.Caption != "below" {
				text(blk.Caption)
			}
			for _, part := range [][]layout.TableRow{blk.Head, blk.Rows, blk.Foot} {
				for _, row := range part {
					for _, c := range row.Cells {
						text(c.Text)
					}
				}
			}
			if blk.Look.Caption == "below" {
				text(blk.Caption)
			}
		}
	}
}

// solid leaves out spaces, which tabs and line ends become, and the boxes of tasks.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '☐' || r == '☑' {
			return -1
		}
		return r
	}, s)
}

// TestText says that a file has the text of our pages, in its order.
func TestText(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			_, flow := composed(t, s.text, s.folder)
			data := written(t, flow)
			var want strings.Builder
			ruler := layout.NewRuler(flow)
			for _, f := range flow.Fixed {
				flowText(&want, ruler, f.Blocks)
			}
			flowText(&want, ruler, flow.Blocks)
			flowText(&want, ruler, flow.Imprint)
			c, bad := openContainer(bytes.NewReader(data), int64(len(data)), s.name)
			if bad != nil {
				t.Fatal(bad)
			}
			in, bad := readContent(c)
			if bad != nil {
				t.Fatal(bad)
			}
			k := &comparer{content: in}
			got := ""
			for _, p := range k.paragraphs(in.items, false) {
				got += p.text(false)
			}
			if a, b := solid(got), solid(want.String()); a != b {
				for _, e := range compareTexts(b, a) {
					t.Errorf("%q became %q", b[e.from:e.to], e.with)
				}
			}
		})
	}
}

// noted has pictures, links and a table in its notes, and addresses that are none.
const noted = `---
lang: zh-Hans
title: 注释里的图与链接
---

正文[^1]，[网页](<http://例子.cn/安全 周报?a=1&b=[2]>)，[坏](<http://[x>)，[邮](mailto:a@b.cn)，<https://example.org/%zz>。

[^1]: 见[通知](https://example.org/a)，![图](dot.png)。

    | 甲 | 乙 |
    |---|---|
    | 1 | 2 |
`

// TestWritten says how a file has what Word and LibreOffice would set otherwise.
func TestWritten(t *testing.T) {
	starter := func(kind, lang string) string {
		text, err := kinds.Starter(kind, lang)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, test := range []struct{ name, text, part, want string }{
		{"blanks share a line", starter("first-lesson", "zh-Hans"), "document", `<w:tabs>(<w:tab w:val="left" w:pos="\d+" w:leader="underscore"/>){2}<w:tab w:val="right"`},
		{"boxes to tick are in every computer's face", starter("case-bulletin", "zh-Hans"), "document", `w:eastAsia="Segoe UI Symbol"[^>]*/></w:rPr><w:t xml:space="preserve">☐`},
		{"a level's colour fills its cell", starter("risk-register", "zh-Hans"), "document", `<w:shd w:val="clear" w:color="auto" w:fill="9B2423"/><w:vAlign`},
		{"each card has a page", starter("name-card", "zh-Hans"), "document", `(<w:pageBreakBefore/>.*){2}`},
		{"the back of a card is a picture", starter("name-card", "zh-Hans"), "document", `(behindDoc="1".*){12}`},
		{"rows are as tall as ours", starter("safety365", "zh-Hans"), "document", `<w:trHeight w:val="\d{4}" w:hRule="atLeast"/>`},
		{"no document begins with a table", starter("surat-edaran", "id"), "document", `<w:body><w:p>`},
		{"words are hyphenated", starter("surat-edaran", "id"), "settings", `<w:autoHyphenation/>`},
		{"no room between Han and Latin on a strict grid", starter("official", "zh-Hans"), "styles", `<w:autoSpaceDE w:val="0"/>`},
		{"emphasis is as the theme has it", "---\nlang: zh-Hans\ntitle: 甲\nsettings: {styles.emphasis.italic: off}\n---\n\n再看*什么*。\n", "document", `<w:rStyle w:val="Emphasis"/>(<w:rFonts[^>]*/>)?<w:i w:val="0"/>`},
		{"a page begins with its text", starter("order", "zh-Hans"), "document", `<w:pageBreakBefore/><w:spacing w:before="0"`},
	} {
		_, flow := composed(t, test.text, "")
		data := written(t, flow)
		c, _ := openContainer(bytes.NewReader(data), int64(len(data)), "")
		part, _ := c.read("word/"+test.part+".xml", maxPart)
		if !regexp.MustCompile(test.want).Match(part) {
			t.Errorf("%s: there is no %s", test.name, test.want)
		}
	}
}

// TestParts says that a file is what Word opens without repair, and the same each time.
func TestParts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes too long under the race detector, which has nothing to see in it")
	}
	for _, s := range append(samples(t), sample{"noted", noted, "testdata"}, sample{"besides", besides, ""}) {
		_, flow := composed(t, s.text, s.folder)
		data := written(t, flow)
		if again := written(t, flow); !bytes.Equal(data, again) {
			t.Errorf("%s: a second file differs", s.name)
		}
		for _, f := range faultsOf(data) {
			t.Errorf("%s: %s", s.name, f)
		}
	}
}
