package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// producer names the program in every file.
const producer = "Safety 365"

// infoDict returns the information dictionary; the XMP says the same.
func (d *finisher) infoDict() []byte {
	in := d.book.Info
	b := appendText([]byte("<</Title"), d.title)
	for _, e := range []struct{ key, value string }{
		{"/Author", in.Author}, {"/Subject", in.Subject}, {"/Keywords", strings.Join(in.Keywords, ", ")},
		{"/Creator", producer}, {"/Producer", producer},
		{"/CreationDate", pdfDate(d.date)}, {"/ModDate", pdfDate(d.date)},
	} {
		if e.value != "" {
			b = appendText(append(b, e.key...), e.value)
		}
	}
	return append(b, ">>"...)
}

// pdfuaSchema describes the one property that PDF/A does not know.
const pdfuaSchema = `<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"

const xmpNamespaces = `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`

// xmp returns the metadata stream. The identifier of the document is a hash of
// all that was written before.
func (d *finisher) xmp() []byte {
	in, date := d.book.Info, xmpDate(d.date)
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" " + xmpNamespaces + ">\n")
	one := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", name, escapeXML(value), name)
		}
	}
	list := func(name, kind, attr string, values ...string) {
		fmt.Fprintf(&b, "<%s><rdf:%s>", name, kind)
		for _, v := range values {
			fmt.Fprintf(&b, "<rdf:li%s>%s</rdf:li>", attr, escapeXML(v))
		}
		fmt.Fprintf(&b, "</rdf:%s></%s>\n", kind, name)
	}
	one("dc:format", "application/pdf")
	list("dc:title", "Alt", ` xml:lang="x-default"`, d.title)
	if in.Author != "" {
		list("dc:creator", "Seq", "", in.Author)
	}
	if in.Subject != "" {
		list("dc:description", "Alt", ` xml:lang="x-default"`, in.Subject)
	}
	list("dc:language", "Bag", "", d.language())
	if len(in.Keywords) > 0 {
		list("dc:subject", "Bag", "", in.Keywords...)
	}
	one("pdf:Keywords", strings.Join(in.Keywords, ", "))
	one("pdf:Producer", producer)
	one("xmp:CreatorTool", producer)
	one("xmp:CreateDate", date)
	one("xmp:ModifyDate", date)
	one("xmp:MetadataDate", date)
	id := d.file.digest()
	one("xmpMM:DocumentID", fmt.Sprintf("uuid:%X-%X-%X-%X-%X", id[:4], id[4:6], id[6:8], id[8:10], id[10:]))
	if d.tagged() && d.w.opts.Color == ScreenRGB {
		one("pdfaid:part", "2")
		one("pdfaid:conformance", "A")
	}
	if d.tagged() {
		one("pdfuaid:part", "1")
		b.WriteString(pdfuaSchema)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func escapeXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
