package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// contents writes the table of contents as a field: Word makes it anew when it is asked
// to, and shows ours until then.
func (w *writer) contents(b *layout.Contents, c place) {
	var entries []page.OutlineEntry
	for _, e := range w.destinations().Outline {
		if e.Level <= max(b.Depth, 1)+1 {
			entries = append(entries, e)
		}
	}
	if len(entries) > 0 && entries[0].Level == 1 {
		entries = entries[1:] // the document's own title
	}
	for i, e := range entries {
		style := b.Levels[min(max(e.Level-2, 0), len(b.Levels)-1)]
		number := "?"
		if n, ok := w.pages[e.Dest]; ok {
			number = itoa(n)
		}
		w.text(&layout.Text{Style: style, Inlines: []layout.Inline{{Text: e.Title, Source: -1}, {Fill: true, Leader: "…"}, {Text: number, Source: -1}}}, c, nil)
		w.written = w.written[:len(w.written)-1] // nobody reviews it
		p := w.into.kids[len(w.into.kids)-1]
		char := func(kind string) *node { return el("w:r", el("w:fldChar").with("w:fldCharType", kind)) }
		if i == 0 {
			begin := []*node{char("begin"), el("w:r", el("w:instrText", words(` TOC \o "1-`+itoa(b.Depth+1)+`" \h \u `)).with("xml:space", "preserve")), char("separate")}
			p.kids = append(append(append([]*node{}, p.kids[0]), begin...), p.kids[1:]...)
		}
		if i == len(entries)-1 {
			p.add(char("end"))
		}
	}
}
