package html

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf "golang.org/x/text/encoding/unicode"

	"safety365/assets"
	"safety365/bulletins"
)

var update = flag.Bool("update", false, "write the golden files anew")

// show writes what became of a page: the text, and below a line what was left out.
func show(t *testing.T, data []byte, o Options) string {
	t.Helper()
	text, dropped, err := Text(data, o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(text + "----\n")
	for _, d := range dropped {
		fmt.Fprintf(&b, "%s: %s (%s)\n", d.Reason, d.Text, d.Place)
	}
	return b.String()
}

// TestPages compares pages with what should become of them.
func TestPages(t *testing.T) {
	names, err := filepath.Glob("testdata/*.html")
	if err != nil || len(names) < 15 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, golden := show(t, data, Options{}), strings.TrimSuffix(name, ".html")+".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%s", name, got)
		}
		markdown, _, _ := strings.Cut(got, "----\n")
		var parser bulletins.Parser
		for _, d := range parser.Parse(name, "---\nlang: zh-Hans\n---\n"+markdown, nil).Diagnostics {
			if d.Code != "heading-jump" && d.Code != "title-missing" {
				t.Errorf("%s: %s %v", name, d.Code, d.Args)
			}
		}
	}
}

// TestWhole: furniture stays when all is asked for.
func TestWhole(t *testing.T) {
	const page = `<html><body><nav><a href="a">首页</a></nav><p>正文在此，说的是安全，长到足以成为正文，不会因为太短而整个留下来，因为短的页面总是整个留下来的。</p><footer>版权所有</footer></body></html>`
	if got := show(t, []byte(page), Options{Whole: true}); !strings.HasPrefix(got, "首页\n\n正文在此") || !strings.HasSuffix(got, "版权所有\n----\n") {
		t.Error(got)
	}
	if got := show(t, []byte(page), Options{}); !strings.HasPrefix(got, "正文在此") || !strings.HasSuffix(got, "footer: 版权所有 (body > footer)\n") {
		t.Error(got)
	}
}

func TestEncodings(t *testing.T) {
	const text = "各单位：请于三日内完成自查，并上报情况"
	const hant = "各單位：請於三日內完成自查，並上報情況"
	for _, c := range []struct {
		name, page, want string
		enc              encoding.Encoding
	}{
		{"utf-8", text, text, encoding.Nop},
		{"a mark", text, text, utf.UTF8BOM},
		{"utf-16", "<p>" + text, text, utf.UTF16(utf.LittleEndian, utf.UseBOM)},
		{"says gb2312", `<meta charset="gb2312">` + text, text, simplifiedchinese.GB18030},
		{"says so the old way", `<META http-equiv="Content-Type" content="text/html; charset=big5">` + hant, hant, traditionalchinese.Big5},
		{"says nothing", "<p>" + text, text, simplifiedchinese.GBK},
		{"says utf-8 and is not", `<meta charset=utf-8><p>` + text, text, simplifiedchinese.GBK},
		{"says gbk and is not", `<meta charset=gbk><p>` + text, text, encoding.Nop},
		{"says big5 and is not", `<meta charset=big5><p>` + text, text, simplifiedchinese.GBK},
		{"says Latin and is not", `<meta charset="iso-8859-1"><p>` + text, text, simplifiedchinese.GBK},
		{"says Latin and is", `<meta charset="iso-8859-1"><p>Señor Núñez, à côté`, "Señor Núñez, à côté", charmap.ISO8859_1},
		{"says gb2312, with rare characters", `<meta charset="gb2312"><p>李䶮、𠮷田` + text, "李䶮、𠮷田" + text, simplifiedchinese.GB18030},
		{"says what nobody knows", `<meta charset="x-none"><p>` + text, text, simplifiedchinese.GBK},
	} {
		data, err := c.enc.NewEncoder().String(c.page)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := Text([]byte(data), Options{}); got != c.want+"\n" || err != nil {
			t.Errorf("%s: %q %v", c.name, got, err)
		}
	}
	if _, _, err := Text([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\x81\xff"), Options{}); !errors.Is(err, ErrEncoding) {
		t.Error(err)
	}
}

// TestHostile: what asks for more than there is ends with a reason. How long it takes is
// told, and BenchmarkText measures it.
func TestHostile(t *testing.T) {
	part := 1
	if testing.Short() {
		part = 10 // the race detector makes everything ten times slower
	}
	attributes := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<b a%d>", i)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, page string
		want       error
	}{
		{"large", strings.Repeat("x", MaxSize+1), ErrTooLarge},
		{"deep", strings.Repeat("<div>", 600) + "x", ErrTooDeep},
		{"deep spans", strings.Repeat("<span>", 100_000), ErrTooDeep},
		{"many", strings.Repeat("<p>", MaxNodes+1), ErrTooMany},
		{"multiplied", attributes(400) + strings.Repeat("<p>x", 200_000), ErrTooMany},
		{"lists", strings.Repeat("<ul><li>x", 120), nil},
		{"quotations", strings.Repeat("<blockquote>x", 400), nil},
		{"wide cells", "<table><tr><td>甲<td>乙</tr>" + strings.Repeat("<tr><td colspan=1000 rowspan=65534>x<td>y</tr>", 5000) + "</table>", nil},
		{"tables", strings.Repeat("<table><tr><td>", 100) + "x", nil},
		{"texts", strings.Repeat("<p><b>安</b>全*[x](y) <i>_</i></p>", 100_000/part), nil},
		{"attributes", `<p style="` + strings.Repeat("a:b;", 1_000_000/part) + `">x</p>`, nil},
		{"one line", strings.Repeat("安全\n", 1_000_000/part), nil},
	} {
		start := time.Now()
		text, _, err := Text([]byte(c.page), Options{})
		if !errors.Is(err, c.want) || err == nil && text == "" {
			t.Errorf("%s: %v, %d bytes", c.name, err, len(text))
		}
		t.Logf("%s: %v, %d bytes", c.name, time.Since(start), len(text))
	}
}

// TestWords: every reason and every refusal has words.
func TestWords(t *testing.T) {
	for _, lang := range assets.Languages {
		for _, r := range []Reason{Navigation, Header, Footer, Aside, Form, Hidden, Share, Breadcrumb, Related, Advert, Replies, Comment, Picture, Media, Outside} {
			if reason, hint := r.Words(lang); strings.HasPrefix(reason, "dropped-") || hint == "" {
				t.Errorf("%s has no words for %s", lang, r)
			}
		}
		for _, err := range []error{ErrTooLarge, ErrTooDeep, ErrTooMany, ErrEncoding} {
			d, _ := Refusal(err, "a.html")
			if message, hint := assets.Message(lang, d.Code, d.Args); !strings.Contains(message, "a.html") || hint == "" {
				t.Errorf("%s: %s %s", lang, message, hint)
			}
		}
	}
}

// FuzzText: nothing a page holds makes Text fail, and nothing that a reader could see
// is lost: each of its texts is in the result or among what was left out.
func FuzzText(f *testing.F) {
	names, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, dropped, err := Text(data, Options{})
		if err != nil {
			return
		}
		all := letters(text)
		for _, d := range dropped {
			all += " " + letters(d.Text)
		}
		page, _ := decode(data)
		page, _ = clipboard(page)
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range texts(doc) {
			if !strings.Contains(all, said) {
				t.Fatalf("%q is lost:\n%s\n%v", said, text, dropped)
			}
		}
		var parser bulletins.Parser
		parser.Parse("fuzz.md", text, nil)
	})
}

// letters leaves only letters and digits of a text.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return c
	}, s)
}

// texts returns the letters of each text that a reader may see. Readings, numbers of
// notes and the signs of Word's lists become marks, and are left to the golden files.
func texts(n *html.Node) []string {
	var out []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			if s := letters(c.Data); s != "" && (n.Type != html.ElementNode || n.Data != "html" && n.Data != "frameset") {
				out = append(out, s)
			}
		case c.Type == html.ElementNode && (silent[c.Data] || c.Data == "rp" || strings.Contains(attr(c, "style"), "mso") || noteLink.MatchString(attr(c, "href"))):
		default:
			out = append(out, texts(c)...)
		}
	}
	return out
}

func BenchmarkText(b *testing.B) {
	data, err := os.ReadFile("testdata/news.html")
	if err != nil {
		b.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(data), "<p>&nbsp;")
	page := []byte(head + strings.Repeat("<p>会议强调，要突出重点场所，<b>逐一排查</b>，不留死角；<a href='x'>见此</a>。</p>\n", 10_000) + "<p>&nbsp;" + rest)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, _, err := Text(page, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
