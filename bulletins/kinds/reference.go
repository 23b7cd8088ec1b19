package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// referred is a reference that a block makes, with what it led to.
type referred struct {
	id string
	to referent
}

// reference adds the number of a picture or table, or the words of a heading, with a
// link to it.
func (w *inliner) reference(s *bulletins.Span, r run) {
	id, to, ok := w.referTo(s)
	words := strings.ReplaceAll(to.number, " ", "\u00a0") // never parted from its word
	switch {
	case !ok:
		r.style, words = w.styles.mark("missing", r.style), "["+id+"]"
	case words == "" && to.title == "":
		w.report(bulletins.Warning, "ref-unnumbered", s.Range, "id", id)
		words = "[" + id + "]"
	case words == "":
		words = to.title
	}
	if ok {
		r.link = &layout.Link{Dest: id}
	}
	w.add(layout.Inline{Text: words, Source: int32(s.Start)}, r)
}

// pageReference adds the number of a page.
func (w *inliner) pageReference(s *bulletins.Span, r run) {
	id, _, _ := w.referTo(s)
	r.link = &layout.Link{Dest: id}
	w.add(layout.Inline{PageOf: id, Source: int32(s.Start)}, r)
}

// referTo looks up what a reference leads to, and reports one that leads nowhere.
func (w *inliner) referTo(s *bulletins.Span) (string, referent, bool) {
	id := strings.TrimPrefix(strings.TrimSpace(bulletins.PlainText(s.Children)), "#")
	to, ok := w.targets[id]
	w.referred = append(w.referred, referred{id, to})
	if !ok {
		w.report(bulletins.Error, "ref-unknown", s.Range, "id", id, "known", w.knownTargets())
	}
	return id, to, ok
}

// knownTargets lists what references may lead to, for a message.
func (c *Composer) knownTargets() string {
	var ids []string
	for id := range c.targets {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if len(ids) > 12 {
		ids = append(ids[:12], "…")
	}
	return strings.Join(ids, ", ")
}
