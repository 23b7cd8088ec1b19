package kinds

import (
	"net/url"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// schemes are the addresses that may leave a document.
var schemes = []string{"http:", "https:", "mailto:", "tel:", "ftp:"}

// target returns where an address leads; nil if that is nowhere a page can lead to:
// a file beside the document, say, is not beside the PDF.
func target(address string) *layout.Link {
	if name, ok := strings.CutPrefix(address, "#"); ok {
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
		if name == "" {
			return nil
		}
		return &layout.Link{Dest: name}
	}
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || rest == "" {
		return nil
	}
	for _, known := range schemes {
		if strings.EqualFold(scheme+":", known) {
			return &layout.Link{URI: address}
		}
	}
	return nil
}

// link adds the words of a link. All its pieces share one Link.
func (w *inliner) link(s *bulletins.Span, r run) {
	if link := target(s.URL); link != nil {
		r.link = link
		r.style = w.styles.mark("link", r.style)
	} else {
		w.report(bulletins.Warning, "link-unsupported", s.Range, "url", s.URL)
	}
	before := len(w.out)
	w.spans(s.Children, r)
	if len(w.out) == before && s.URL != "" { // a link without words shows where it leads
		w.add(layout.Inline{Text: s.URL, Source: -1}, r)
	}
}
