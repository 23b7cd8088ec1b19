package word

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// read reads a file and says what a person would get of it.
func read(t *testing.T, data []byte, name string) (*Text, []bulletins.Diagnostic) {
	t.Helper()
	return Read(bytes.NewReader(data), int64(len(data)), ReadOptions{Name: name, Picture: "picture"})
}

// TestRead reads files that LibreOffice made (testdata/make.py), and one that we write.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/in/*.docx")
	if len(files) < 10 {
		t.Fatal("testdata/in is not there")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, found := read(t, data, file)
			if got == nil {
				t.Fatal(found)
			}
			var b strings.Builder
			b.WriteString(got.Markdown)
			for _, p := range got.Pictures {
				fmt.Fprintf(&b, "== picture %s %d\n", p.Name, len(p.Data))
			}
			for _, p := range got.Proposals {
				fmt.Fprintf(&b, "== %v by %s dated %v: %q -> %q note %q at %q\n", p.Kind, p.Author, !p.Date.IsZero(), p.Before, p.After, p.Note, got.Markdown[p.Range.Start:p.Range.End])
			}
			for _, d := range found {
				fmt.Fprintf(&b, "== %v %s\n", d.Severity, d.Code)
			}
			golden := strings.TrimSuffix(file, ".docx") + ".txt"
			if *update {
				os.WriteFile(golden, []byte(b.String()), 0o666)
			}
			want, _ := os.ReadFile(golden)
			if b.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}

// TestProposals makes every tracked change that was proposed.
func TestProposals(t *testing.T) {
	data, _ := os.ReadFile("testdata/in/tracked.docx")
	got, _ := read(t, data, "tracked.docx")
	text := got.Markdown
	for i := len(got.Proposals) - 1; i >= 0; i-- {
		e := got.Proposals[i].Edit
		text = text[:e.Range.Start] + e.Text + text[e.Range.End:]
	}
	if want := "检查定于3月9日上午进行。地点另行通知。\n\n请各班组准时参加。\n\n自备午餐。\n"; text != want {
		t.Errorf("%q", text)
	}
}

// made makes a file of parts, names and texts in turn.
func made(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, _ := z.Create(parts[i])
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.Bytes()
}

const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`

func documentOf(body string) string {
	return `<w:document xmlns:w="` + nsW + `"><w:body>` + body + `</w:body></w:document>`
}

// TestRefused gives files that must be answered and not read.
func TestRefused(t *testing.T) {
	ole := func(stream string) []byte {
		return append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), append(make([]byte, 600), wide(stream)...)...)
	}
	deep := strings.Repeat("<w:p>", 5000) + strings.Repeat("</w:p>", 5000)
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"a.doc", "word-old-format", ole("WordDocument")},
		{"a.wps", "word-old-format", ole("WordDocument")},
		{"a.docx", "word-password", ole("EncryptedPackage")},
		{"a.rtf", "word-old-format", []byte(`{\rtf1 x}`)},
		{"a.pdf", "word-pdf", []byte("%PDF-1.4")},
		{"a.docx", "word-pdf", []byte("\ufeff%PDF-1.7")},
		{"a.pages", "word-pages", made("Index/Document.iwa", "x")},
		{"a.docx", "word-other-office", made("[Content_Types].xml", types, "xl/workbook.xml", "<a/>")},
		{"a.ofd", "word-other-office", made("OFD.xml", "<a/>")},
		{"a.odt", "word-old-format", made("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>")},
		{"a.ods", "word-other-office", made("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>")},
		{"a.xls", "word-other-office", ole("Workbook")},
		{"a.xml", "word-old-format", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?>`)},
		{"a.doc", "word-old-format", []byte("<html><body>x</body></html>")},
		{"a.txt", "word-no-document", []byte("text")},
		{"empty.docx", "word-empty", nil},
		{"cut.docx", "word-broken", made("[Content_Types].xml", types)[:60]},
		{"other.docx", "word-no-document", made("a.xml", "<a/>")},
		{"none.docx", "word-no-document", made("[Content_Types].xml", types, "a.xml", "<a/>")},
		{"macro.docx", "word-macro", made("[Content_Types].xml", types, "word/vbaProject.bin", "x")},
		{"macro2.docx", "word-macro", made("[Content_Types].xml", `<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`)},
		{"path.docx", "word-path", made("[Content_Types].xml", types, "../evil.xml", "x")},
		{"rel.docx", "word-path", made("[Content_Types].xml", types, "word/document.xml", documentOf(""), "word/_rels/document.xml.rels", `<Relationships><Relationship Id="r" Type="x/image" Target="../../etc/passwd"/></Relationships>`)},
		{"entity.docx", "word-entities", made("[Content_Types].xml", types, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>`+documentOf("<w:p>&c;</w:p>"))},
		{"outside.docx", "word-entities", made("[Content_Types].xml", types, "word/document.xml", `<!DOCTYPE a SYSTEM "file:///etc/passwd">`+documentOf(""))},
		{"deep.docx", "word-deep", made("[Content_Types].xml", types, "word/document.xml", documentOf(deep))},
		{"bomb.docx", "word-bomb", made("[Content_Types].xml", types, "word/document.xml", strings.Repeat(" ", maxPart+1))},
		{"broken.docx", "word-broken", made("[Content_Types].xml", types, "word/document.xml", "<w:document><w:body></w:document>")},
	} {
		t.Run(c.name+" "+c.code, func(t *testing.T) {
			got, found := read(t, c.data, c.name)
			if got != nil || len(found) != 1 || found[0].Code != c.code || found[0].Severity != bulletins.Error {
				t.Errorf("%v %v", got, found)
			}
		})
	}
}

type huge struct{}

func (huge) ReadAt([]byte, int64) (int, error) { panic("a file that is too large is not opened") }

func TestTooLarge(t *testing.T) {
	if got, found := Read(huge{}, 500<<20, ReadOptions{}); got != nil || found[0].Code != "word-too-large" {
		t.Error(found)
	}
}

// FuzzRead reads whatever comes as the text of a file.
func FuzzRead(f *testing.F) {
	f.Add([]byte(documentOf(`<w:p><w:r><w:t>x</w:t></w:r></w:p>`)), []byte(""))
	for _, name := range []string{"merged", "tracked", "lists", "boxes"} {
		data, _ := os.ReadFile("testdata/in/" + name + ".docx")
		if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
			part := func(name string) []byte {
				var b bytes.Buffer
				if r, err := z.Open(name); err == nil {
					b.ReadFrom(r)
				}
				return b.Bytes()
			}
			f.Add(part("word/document.xml"), part("word/numbering.xml"))
		}
	}
	f.Fuzz(func(t *testing.T, document, numbering []byte) {
		data := made("[Content_Types].xml", types, "word/document.xml", string(document), "word/numbering.xml", string(numbering))
		got, _ := read(t, data, "x.docx")
		if got == nil {
			return
		}
		for _, p := range got.Proposals {
			if r := p.Range; r.Start < 0 || r.End < r.Start || r.End > len(got.Markdown) {
				t.Errorf("%v of %d", r, len(got.Markdown))
			}
		}
		bulletins.Parse("x.md", got.Markdown, nil)
	})
}
