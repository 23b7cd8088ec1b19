package word

import (
	"bytes"
	"io"
	"path"
	"strings"
)

// otherFormat recognises files that are no DOCX by their bytes.
func otherFormat(r io.ReaderAt, size int64, head []byte, name string) *refusal {
	old := func(format string) *refusal { return refuse("word-old-format", "name", name, "format", format) }
	begins := func(signs string) bool { return bytes.HasPrefix(head, []byte(signs)) }
	first := bytes.ToLower(head[:min(len(head), 1024)])
	switch {
	case begins("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return compound(r, size, name)
	case begins("PK\x03\x04"), begins("PK\x05\x06"):
		return nil
	case begins(`{\rtf`):
		return old("RTF")
	case bytes.Contains(first, []byte("%pdf-")):
		return refuse("word-pdf", "name", name)
	case bytes.Contains(first, []byte("schemas.microsoft.com/office/word/2003")), bytes.Contains(first, []byte("2006/xmlpackage")), bytes.Contains(first, []byte("word.document")):
		return old("Word XML")
	case bytes.Contains(first, []byte("opendocument.text")):
		return old("ODT")
	case bytes.Contains(first, []byte("<html")), begins("MIME-Version"):
		return old("HTML")
	}
	return refuse("word-no-document", "name", name)
}

// streams are what compound files (OLE) have in them, by the names of their streams.
var streams = []struct{ stream, code, format string }{
	{"EncryptedPackage", "word-password", ""},
	{"EncryptionInfo", "word-password", ""},
	{"WordDocument", "word-old-format", "DOC"},
	{"Workbook", "word-other-office", "XLS"},
	{"PowerPoint Document", "word-other-office", "PPT"},
}

// compound answers for an old file of Office, or for one with a password.
func compound(r io.ReaderAt, size int64, name string) *refusal {
	all := make([]byte, min(size, 8<<20))
	n, _ := r.ReadAt(all, 0)
	for _, s := range streams {
		if !bytes.Contains(all[:n], wide(s.stream)) {
			continue
		}
		if s.format == "DOC" && strings.EqualFold(path.Ext(name), ".wps") {
			break
		}
		return refuse(s.code, "name", name, "format", s.format)
	}
	if strings.EqualFold(path.Ext(name), ".wps") {
		return refuse("word-old-format", "name", name, "format", "WPS")
	}
	return refuse("word-old-format", "name", name, "format", "DOC")
}

// packages are other files that are ZIP files, by a part that each has.
var packages = []struct{ part, code, format string }{
	{"Index/Document.iwa", "word-pages", ""},
	{"Index.zip", "word-pages", ""},
	{"xl/workbook.xml", "word-other-office", "XLSX"},
	{"ppt/presentation.xml", "word-other-office", "PPTX"},
	{"OFD.xml", "word-other-office", "OFD"},
}

// otherPackage answers for a ZIP file that another program made.
func (c *container) otherPackage() *refusal {
	for _, p := range packages {
		if c.parts[p.part] != nil {
			return refuse(p.code, "name", c.name, "format", p.format)
		}
	}
	if c.parts["content.xml"] == nil || c.parts["mimetype"] == nil {
		return nil
	}
	kind, _ := c.read("mimetype", 256)
	for sign, format := range map[string]string{"spreadsheet": "ODS", "presentation": "ODP", "graphics": "ODG"} {
		if bytes.Contains(kind, []byte(sign)) {
			return refuse("word-other-office", "name", c.name, "format", format)
		}
	}
	return refuse("word-old-format", "name", c.name, "format", "ODT")
}

// wide is a text as old formats have it: two bytes a character.
func wide(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}
