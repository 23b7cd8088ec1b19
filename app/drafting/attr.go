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

// pictureEnd returns where a picture ends without its attributes.
func pictureEnd(source string, attrs bulletins.Attrs, start, base int) int {
	if n := len(attrs); n > 0 {
		if i := strings.LastIndexByte(source[:attrs[0].Start+base-start], '{'); i >= 0 {
			return start + i
		}
	}
	source = strings.TrimSuffix(strings.TrimRight(source, " \t"), "{}")
	return start + len(source)
}

// each calls f with the blocks and spans of the top-level blocks at a range, outer ones
// first.
func each(doc *bulletins.Document, rng bulletins.Range, f func(bulletins.Range, int, bulletins.Block, *bulletins.Span)) {
	var block func(bulletins.Block, int)
	var spans func([]bulletins.Span, int)
	spans = func(list []bulletins.Span, base int) {
		for i := range list {
			f(list[i].Range, base, nil, &list[i])
			spans(list[i].Children, base)
		}
	}
	all := func(list []bulletins.Block, base int) {
		for _, b := range list {
			block(b, base)
		}
	}
	block = func(b bulletins.Block, base int) {
		f(b.Source(), base, b, nil)
		switch b := b.(type) {
		case *bulletins.Paragraph:
			spans(b.Spans, base)
		case *bulletins.Heading:
			spans(b.Spans, base)
		case *bulletins.Figure:
			spans(b.Caption, base)
		case *bulletins.Quote:
			all(b.Blocks, base)
		case *bulletins.Directive:
			all(b.Blocks, base)
		case *bulletins.List:
			for _, i := range b.Items {
				all(i.Blocks, base)
			}
		case *bulletins.Table:
			for _, row := range append([][]bulletins.Cell{b.Header}, b.Rows...) {
				for _, c := range row {
					spans(c.Spans, base)
				}
			}
		case *bulletins.DefinitionList:
			for _, d := range b.Items {
				for _, term := range d.Terms {
					spans(term, base)
				}
				for _, list := range d.Descriptions {
					all(list, base)
				}
			}
		}
	}
	for i := topBefore(doc, rng.Start); i < len(doc.Blocks) && doc.Starts[i] <= rng.End; i++ {
		block(doc.Blocks[i].Block, doc.Starts[i])
	}
	for label, n := range doc.Notes {
		all(n.Blocks, doc.NoteStarts[label])
	}
}

// PictureAt reads the picture that stands at a range, by itself or in a text.
func PictureAt(doc *bulletins.Document, rng bulletins.Range) (p Picture, ok bool) {
	_, p, ok = pictureAt(doc, rng)
	return p, ok
}

func pictureAt(doc *bulletins.Document, rng bulletins.Range) (at bulletins.Range, p Picture, ok bool) {
	each(doc, rng, func(r bulletins.Range, base int, b bulletins.Block, s *bulletins.Span) {
		r.Start, r.End = r.Start+base, r.End+base
		if r.Start > rng.Start || rng.End > r.End {
			return
		}
		if f, is := b.(*bulletins.Figure); is {
			at, p, ok = r, Picture{f.URL, f.Alt, f.Attrs.Get("width")}, true
		}
		if s != nil && s.Kind == bulletins.ImageSpan {
			at, p, ok = r, Picture{s.URL, s.Text, s.Attrs.Get("width")}, true
		}
	})
	return at, p, ok
}

// SetPicture changes name, caption and width of the picture at a range. What else is
// said of it stays.
func SetPicture(doc *bulletins.Document, rng bulletins.Range, p Picture) (change, bool) {
	at, was, ok := pictureAt(doc, rng)
	if !ok || strings.TrimSpace(p.Name) == "" {
		return change{}, false
	}
	source := doc.Text[at.Start:at.End]
	open := strings.Index(source, "![")
	if open < 0 {
		return change{}, false
	}
	h, _ := holderAt(doc, at)
	rest := doc.Text[h.end:at.End]
	body := source[open:max(open, h.end-at.Start)]
	if p.Name != was.Name || p.Caption != was.Caption {
		caption := captionOf(doc, at, p.Caption, was.Caption)
		body = "![" + caption + "](" + destination(p.Name) + titleOf(doc, at) + ")"
	}
	text := source[:open] + body + rest
	d := doc.Text[:at.Start] + text + doc.Text[at.End:]
	if p.Width != was.Width {
		fresh := bulletins.Parse(doc.Name, "\n"+text, nil)
		if c, ok := SetAttr(fresh, bulletins.Range{Start: 1 + open, End: 1 + len(text)}, "width", p.Width); ok {
			text = applied(fresh.Text, c)[1:]
		}
	}
	_ = d
	e := between(source, text)
	e.Range.Start += at.Start
	e.Range.End += at.Start
	return change{Edits: []manuscript.Edit{e}, After: manuscript.At(at.Start), Stay: true}, true
}

// captionOf writes a caption; one that has not changed stays as it is written.
func captionOf(doc *bulletins.Document, at bulletins.Range, caption, was string) string {
	if caption == was {
		t := grow(doc, at.Start, at.End)
		if n := t.blockAt(at, figure); n != nil && n.line != nil {
			return doc.Text[n.line.at.Start:n.line.at.End]
		}
	}
	text, _ := captionSetting.spell(typed(oneLine(caption), nil))
	return text
}

// titleOf returns the title of the picture at a range as it is written in a link.
func titleOf(doc *bulletins.Document, at bulletins.Range) string {
	title := ""
	each(doc, at, func(r bulletins.Range, base int, b bulletins.Block, s *bulletins.Span) {
		if r.Start+base != at.Start {
			return
		}
		if f, ok := b.(*bulletins.Figure); ok {
			title = f.Title
		}
		if s != nil && s.Kind == bulletins.ImageSpan {
			title = s.Title
		}
	})
	if title == "" {
		return ""
	}
	return " " + quoted(title)
}
