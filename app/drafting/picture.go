package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

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
	if p.Width != was.Width {
		fresh := bulletins.Parse(doc.Name, "\n"+text, nil)
		if c, ok := SetAttr(fresh, bulletins.Range{Start: 1 + open, End: 1 + len(text)}, "width", p.Width); ok {
			text = applied(fresh.Text, c)[1:]
		}
	}
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

// InsertPicture puts a picture with a caption behind the caret's paragraph.
func InsertPicture(doc *bulletins.Document, sel selection, name, caption string) (change, bool) {
	if strings.TrimSpace(name) == "" {
		return change{}, false
	}
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := &node{kind: figure, gap: 2, head: "![", tail: "](" + destination(name) + ")",
		line: &line{chars: typed(oneLine(caption), nil), read: true, setting: captionSetting}}
	t.putBlocks(n)
	t.put(t.finish(n))
	return t.change()
}
