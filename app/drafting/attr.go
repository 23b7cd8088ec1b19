package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// holder is something with attributes in braces.
type holder struct {
	attrs bulletins.Attrs
	base  int
	end   int // where the braces are put if there are none
	space string
}

// SetAttr sets an attribute of the directive or picture at a range; "" removes it.
func SetAttr(doc *bulletins.Document, rng bulletins.Range, key, value string) (change, bool) {
	h, ok := holderAt(doc, rng)
	if !ok || key == "" {
		return change{}, false
	}
	value = oneLine(value)
	text := doc.Text
	for _, a := range h.attrs {
		if a.Key != key {
			continue
		}
		from, to := a.Start+h.base, a.End+h.base
		if value != "" {
			return replaced(from, to, key+"="+attrValue(value), rng.Start), true
		}
		if len(h.attrs) == 1 { // the braces go too
			if i := strings.LastIndexByte(text[:from], '{'); i >= 0 && strings.Trim(text[i+1:from], " \t") == "" {
				if k := strings.IndexByte(text[to:], '}'); k >= 0 && strings.Trim(text[to:to+k], " \t") == "" {
					from, to = i, to+k+1
					for h.space != "" && from > 0 && text[from-1] == ' ' {
						from--
					}
					return replaced(from, to, "", rng.Start), true
				}
			}
		}
		for from > 0 && text[from-1] == ' ' {
			from--
		}
		if text[from-1] == '{' {
			for to < len(text) && text[to] == ' ' {
				to++
			}
		}
		return replaced(from, to, "", rng.Start), true
	}
	if value == "" {
		return change{}, false
	}
	put := key + "=" + attrValue(value)
	if n := len(h.attrs); n > 0 {
		at := h.attrs[n-1].End + h.base
		return replaced(at, at, " "+put, rng.Start), true
	}
	if strings.HasPrefix(strings.TrimLeft(text[h.end:], " "), "{}") {
		at := h.end + strings.Index(text[h.end:], "{}") + 1
		return replaced(at, at, put, rng.Start), true
	}
	return replaced(h.end, h.end, h.space+"{"+put+"}", rng.Start), true
}

func replaced(from, to int, text string, caret int) change {
	if from < caret {
		caret += len(text) - (to - from)
	}
	return change{Edits: []manuscript.Edit{{Range: bulletins.Range{Start: from, End: to}, Text: text}}, After: manuscript.At(max(0, caret)), Stay: true}
}

// holderAt finds what has attributes at a range: what starts there, else the innermost
// round it.
func holderAt(doc *bulletins.Document, rng bulletins.Range) (h holder, ok bool) {
	size := 0
	each(doc, rng, func(r bulletins.Range, base int, b bulletins.Block, s *bulletins.Span) {
		start, end := r.Start+base, r.End+base
		if start > rng.Start || end < min(rng.End, end) || end < rng.Start {
			return
		}
		if ok && start != rng.Start && end-start > size {
			return
		}
		switch {
		case s != nil && s.Kind == bulletins.Directed:
			last := start + len(":[") + len(s.Name)
			if n := len(s.Children); n > 0 {
				last = s.Children[n-1].End + base
			}
			i := strings.IndexByte(doc.Text[last:end], ']')
			if i < 0 {
				return
			}
			h = holder{s.Attrs, base, last + i + 1, ""}
		case s != nil && s.Kind == bulletins.ImageSpan:
			h = holder{s.Attrs, base, pictureEnd(doc.Text[start:end], s.Attrs, start, base), ""}
		case s != nil:
			return
		default:
			switch b := b.(type) {
			case *bulletins.Directive:
				line := doc.Text[start:]
				if i := strings.IndexByte(line, '\n'); i >= 0 {
					line = line[:i]
				}
				at := start + len(strings.TrimRight(line, " \t"))
				if i := strings.Index(line, b.Name); i >= 0 && b.Name != "" {
					at = start + i + len(b.Name)
				}
				h = holder{b.Attrs, base, at, " "}
			case *bulletins.Figure:
				h = holder{b.Attrs, base, pictureEnd(doc.Text[start:end], b.Attrs, start, base), ""}
			default:
				return
			}
		}
		ok, size = true, end-start
	})
	return h, ok
}
