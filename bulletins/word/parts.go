package word

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"

	"safety365/assets"
)

const (
	mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	xmlType  = "application/xml"
)

// parts are the files of the package. The first must be the list of types.
func (w *writer) parts() []medium {
	w.relate("styles", "styles.xml", "")
	w.relate("settings", "settings.xml", "")
	w.relate("fontTable", "fontTable.xml", "")
	w.relate("footnotes", "footnotes.xml", "")
	types := el("Types").with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	ext := func(name, kind string) {
		types.add(el("Default").with("Extension", name, "ContentType", kind))
	}
	ext("rels", "application/vnd.openxmlformats-package.relationships+xml")
	ext("xml", xmlType)
	ext("png", "image/png")
	ext("jpeg", "image/jpeg")
	var out []medium
	put := func(name, kind string, data []byte) {
		if kind != "" {
			types.add(el("Override").with("PartName", "/"+name, "ContentType", kind))
		}
		out = append(out, medium{name, data})
	}
	put("word/document.xml", mainType+"document.main+xml", part(el("w:document", w.into).with(namespaces()...)))
	put("word/styles.xml", mainType+"styles+xml", part(w.styleSheet()))
	put("word/settings.xml", mainType+"settings+xml", part(w.settings()))
	put("word/fontTable.xml", mainType+"fontTable+xml", part(w.fontTable()))
	put("word/footnotes.xml", mainType+"footnotes+xml", part(w.notes))
	put("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", part(w.core()))
	put("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", part(w.bases()))
	for _, m := range w.media {
		kind := ""
		if strings.HasSuffix(m.name, ".xml") { // headers and footers
			kind = mainType + m.name[:len("header")] + "+xml"
		}
		put("word/"+m.name, kind, m.data)
	}
	put("word/_rels/document.xml.rels", "", relations(w.rels))
	put("word/_rels/footnotes.xml.rels", "", relations(w.notes.related(w.rels)))
	put("_rels/.rels", "", relations([]relation{
		{"rId1", nsR + "/officeDocument", "word/document.xml", ""},
		{"rId2", nsRel + "/metadata/core-properties", "docProps/core.xml", ""},
		{"rId3", nsR + "/custom-properties", "docProps/custom.xml", ""},
	}))
	return append([]medium{{"[Content_Types].xml", part(types)}}, out...)
}

// related are those of some relations that stand below an element: each part has its own.
func (n *node) related(all []relation) []relation {
	var out []relation
	for _, r := range all {
		if n.has(r.id) {
			out = append(out, r)
		}
	}
	return out
}

// has reports whether an element or one below it refers to a relation.
func (n *node) has(id string) bool {
	for i := 0; i+1 < len(n.attrs); i += 2 {
		if strings.HasPrefix(n.attrs[i], "r:") && n.attrs[i+1] == id {
			return true
		}
	}
	return slices.ContainsFunc(n.kids, func(k *node) bool { return k.has(id) })
}

func relations(list []relation) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	all := el("Relationships").with("xmlns", nsRel)
	for _, r := range list {
		n := el("Relationship").with("Id", r.id, "Type", r.kind, "Target", r.target)
		if r.mode != "" {
			n.with("TargetMode", r.mode)
		}
		all.add(n)
	}
	all.write(&b)
	return b.Bytes()
}

// core says what the document is about.
func (w *writer) core() *node {
	info := &w.flow.Info
	n := el("cp:coreProperties").with(
		"xmlns:cp", nsRel[:len(nsRel)-len("relationships")]+"metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	n.add(el("dc:title", words(info.Title)), el("dc:creator", words(info.Author)), el("dc:subject", words(info.Subject)),
		el("cp:keywords", words(strings.Join(info.Keywords, ", "))), el("dc:language", words(info.Language)))
	if !info.Date.IsZero() {
		n.add(el("dcterms:created", words(info.Date.UTC().Format("2006-01-02T15:04:05Z"))).with("xsi:type", "dcterms:W3CDTF"))
	}
	return n.add(el("cp:lastModifiedBy", words("Safety 365 "+assets.Version)))
}

// settings holds what counts for the whole file.
func (w *writer) settings() *node {
	t := w.flow.Theme
	n := el("w:settings").with("xmlns:w", nsW)
	if t.Page.Mirror {
		n.add(el("w:mirrorMargins"))
	}
	n.add(val("w:defaultTabStop", "420"))
	if w.evenFurniture() {
		n.add(el("w:evenAndOddHeaders"))
	}
	n.add(val("w:characterSpacingControl", "compressPunctuation"))
	n.add(el("w:footnotePr", val("w:footnote", "-1").rename("w:id"), val("w:footnote", "0").rename("w:id")))
	compat := el("w:compat", el("w:spaceForUL"), el("w:balanceSingleByteDoubleByteWidth"), el("w:doNotLeaveBackslashAlone"),
		el("w:ulTrailSpace"), el("w:doNotExpandShiftReturn"), el("w:adjustLineHeightInTable"), el("w:useFELayout"))
	compat.add(el("w:compatSetting").with("w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15"))
	return n.add(compat, el("w:themeFontLang").with(w.langAttrs(w.lang)...))
}

// rename gives the only attribute another name.
func (n *node) rename(attr string) *node {
	n.attrs[0] = attr
	return n
}
