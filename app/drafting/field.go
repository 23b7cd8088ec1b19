package drafting

import (
	"slices"
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// SetField sets a value of the front matter, which may stand in a map; nil removes it.
// Everything else keeps its bytes, comments too. A new key takes the place that the
// kind of the document gives it. The selection stays where it is in the text.
func SetField(doc *bulletins.Document, path []string, value Field) (change, bool) {
	if len(path) == 0 || slices.Contains(path, "") {
		return change{}, false
	}
	text := doc.Text
	yaml, before, after, ok := frontOf(doc)
	if !ok {
		return change{}, false
	}
	old := valueAt(doc.Meta, path)
	if old == nil && value == nil || old != nil && value != nil && says(*old, value) {
		return change{}, false
	}
	for _, whole := range []bool{false, true} {
		y := yamlText{text: yaml, meta: doc.Meta, base: len(before), whole: whole, keys: keyOrder(doc)}
		fresh, ok := y.set(path, value, 0, 0, len(yaml))
		if !ok {
			continue
		}
		line, _, _ := strings.Cut(after, "\n")
		if agrees(doc, before+fresh+line+"\n", path, value) {
			old, now := text[:doc.Meta.Range.End], before+fresh+after[:len(after)-(len(text)-doc.Meta.Range.End)]
			if strings.TrimSpace(fresh) == "" { // there is nothing left in it
				old, now = text[:len(text)-len(strings.TrimPrefix(text[doc.Meta.Range.End:], "\n"))], ""
			}
			c := change{Edits: []manuscript.Edit{between(old, now)}, Stay: true}
			c.After = manuscript.At(c.Edits[0].Range.Start + len(c.Edits[0].Text))
			return c, true
		}
	}
	return change{}, false
}

// frontOf returns the YAML of a document and what stands before and after it. A
// document without front matter gets one.
func frontOf(doc *bulletins.Document) (yaml, before, after string, ok bool) {
	text := doc.Text
	end := doc.Meta.Range.End
	if end == 0 {
		if first, _, _ := strings.Cut(text, "\n"); strings.TrimRight(first, " \t") == "---" {
			if slices.ContainsFunc(doc.Diagnostics, func(d bulletins.Diagnostic) bool { return d.Code == "front-unclosed" }) {
				return "", "", "", false // what is there must be mended first
			}
		}
		after = "---\n"
		if text != "" && text[0] != '\n' {
			after += "\n"
		}
		return "", "---\n", after + text, true
	}
	start := strings.IndexByte(text, '\n') + 1
	stop := strings.LastIndexByte(strings.TrimSuffix(text[:end], "\n"), '\n') + 1
	return text[start:stop], text[:start], text[stop:], true
}

// keyOrder is the order of keys in a new front matter.
func keyOrder(doc *bulletins.Document) []string {
	keys := []string{"lang", "kind", "theme"}
	name := doc.Meta.Text("kind")
	if name == "" {
		name = kinds.Names()[0]
	}
	if k, ok := kinds.Lookup(name); ok {
		keys = append(keys, k.Fields...)
	}
	return keys
}
