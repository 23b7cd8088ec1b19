package word

import (
	"bytes"
	"image/png"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
	"safety365/themes"
)

// figure writes a picture in a paragraph of its own, and its caption.
func (w *writer) figure(f *layout.Figure, c place) {
	w.gap = max(w.gap, f.Style.Before)
	if f.Caption != nil && f.Look.Caption == "above" {
		w.text(f.Caption, c, nil)
	}
	if f.Picture.Source == nil {
		style := f.Picture.Style
		if style == nil {
			style = w.flow.Theme.Style("missing")
		}
		s := *style
		s.Align, s.Indent = themes.Center, 0
		w.text(&layout.Text{Style: &s, Inlines: []layout.Inline{{Text: f.Picture.Missing, Source: -1}}}, c, nil)
	} else {
		size := w.ruler.Picture(f, c.room())
		w.standing(w.inline(f.Picture.Source, size, f.Picture.Alt), themes.Center, c, f.Caption != nil)
	}
	if f.Caption != nil && f.Look.Caption != "above" {
		w.gap = max(w.gap, f.Look.Gap)
		w.text(f.Caption, c, nil)
	}
	w.gap = max(w.gap, f.Style.After)
}

// standing adds a paragraph with nothing but a picture.
func (w *writer) standing(picture *node, align themes.Align, c place, keep bool) {
	props := el("w:pPr", toggle("w:keepNext", keep), val("w:snapToGrid", "0"),
		el("w:spacing").with("w:before", twips(max(w.gap-w.after, 0)), "w:after", "0", "w:line", "240", "w:lineRule", "auto"),
		el("w:ind").with("w:left", twips(c.left), "w:right", twips(c.right), "w:firstLineChars", "0", "w:firstLine", "0"), val("w:jc", jc[align]))
	if w.breaks == "page" {
		props.add(el("w:pageBreakBefore"))
	}
	if c.frame != nil {
		props.add(c.frame)
	}
	p := el("w:p", props.sortKids(paragraphOrder), el("w:r", picture))
	w.into.add(p)
	w.breaks, w.gap, w.after = "", 0, 0
	if c.frame == nil {
		w.last = p
	}
}

// inlinePicture is the run of a picture in a line.
func (r *runs) inlinePicture(p *layout.Picture, s *themes.Style) *node {
	if p.Source == nil {
		return el("w:r", el("w:t", words(p.Missing)))
	}
	return el("w:r", r.writer.inline(p.Source, r.ruler.Inline(p, s), p.Alt))
}

// inline is a drawing that stands where a character does.
func (w *writer) inline(source *page.ImageSource, size page.Size, alt string) *node {
	return w.inlineOf(w.embed(source), size, alt)
}

func (w *writer) inlineOf(rel string, size page.Size, alt string) *node {
	n := el("wp:inline", extent(size), w.docPr(alt), graphic(rel, size)).with("distT", "0", "distB", "0", "distL", "0", "distR", "0")
	return el("w:drawing", n)
}

func extent(size page.Size) *node {
	return el("wp:extent").with("cx", emu(size.W), "cy", emu(size.H))
}

func (w *writer) docPr(alt string) *node {
	w.ids++
	return el("wp:docPr").with("id", itoa(w.ids), "name", "Picture "+itoa(w.ids), "descr", alt)
}

func graphic(rel string, size page.Size) *node {
	picture := el("pic:pic",
		el("pic:nvPicPr", el("pic:cNvPr").with("id", "0", "name", "picture"), el("pic:cNvPicPr")),
		el("pic:blipFill", el("a:blip").with("r:embed", rel), el("a:stretch", el("a:fillRect"))),
		el("pic:spPr", el("a:xfrm", el("a:off").with("x", "0", "y", "0"), el("a:ext").with("cx", emu(size.W), "cy", emu(size.H))),
			el("a:prstGeom", el("a:avLst")).with("prst", "rect")))
	return el("a:graphic", el("a:graphicData", picture).with("uri", nsPic))
}

// anchored is a picture behind the text, at a distance from where its paragraph begins.
func (w *writer) anchored(source *page.ImageSource, at page.Rect, align themes.Align) *node {
	across := el("wp:positionH").with("relativeFrom", "column")
	switch align {
	case themes.Center:
		across.add(el("wp:align", words("center")))
	case themes.Right:
		across.add(el("wp:align", words("right")))
	default:
		across.add(el("wp:posOffset", words(emu(at.X))))
	}
	return w.behind(w.embed(source), page.Size{W: at.W, H: at.H}, across, el("wp:positionV", el("wp:posOffset", words(emu(at.Y)))).with("relativeFrom", "paragraph"))
}

// behind is the run of a picture behind the text at a place.
func (w *writer) behind(rel string, size page.Size, across, down *node) *node {
	n := el("wp:anchor", el("wp:simplePos").with("x", "0", "y", "0"), across, down,
		extent(size), el("wp:wrapNone"), w.docPr(""), graphic(rel, size))
	n.with("distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0", "relativeHeight", "2", "behindDoc", "1", "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
	return el("w:r", el("w:drawing", n))
}

// embed puts a picture into the file, once. Formats that Word does not show, and
// pictures that a camera stored lying, are written anew.
func (w *writer) embed(source *page.ImageSource) string {
	if rel, ok := w.known[source.Hash]; ok {
		return rel
	}
	format := source.Format
	data, err := source.Bytes()
	if err == nil && (format != "jpeg" && format != "png" || source.Orientation > 1 || source.Channels == 4) {
		format = "png"
		img, failed := source.Decode()
		var b bytes.Buffer
		if err = failed; err == nil {
			err = png.Encode(&b, img)
		}
		data = b.Bytes()
	}
	if err != nil && w.err == nil {
		w.err = err
	}
	rel := w.store(data, format)
	w.known[source.Hash] = rel
	return rel
}

func (w *writer) store(data []byte, format string) string {
	name := "media/image" + itoa(len(w.media)+1) + "." + format
	w.media = append(w.media, medium{name, data})
	return w.relate("image", name, "")
}

// drawingDPI is the resolution at which vector shapes become pictures.
const drawingDPI = 300

// drawing writes vector shapes as a picture. A picture that takes no room, such as a
// seal, lies behind the text that follows.
func (w *writer) drawing(d *layout.Drawing, c place) {
	if d.Size.W <= 0 || d.Size.H <= 0 {
		for _, it := range d.Items {
			if img, ok := it.(*page.Image); ok && img.Source != nil {
				align := themes.Left
				if d.Style != nil {
					align = d.Style.Align
				}
				p := spacer(page.Pt)
				p.kids[0].add(c.frame).sortKids(paragraphOrder)
				p.add(w.anchored(img.Source, img.Rect, align))
				w.into.add(p)
			}
		}
		return
	}
	if len(d.Items) == 0 {
		w.gap += d.Size.H
		return
	}
	rel := w.drawn(d, false)
	if w.err != nil {
		return
	}
	align := themes.Left
	if d.Style != nil {
		align = d.Style.Align
		w.gap = max(w.gap, d.Style.Before)
	}
	w.standing(w.inlineOf(rel, d.Size, d.Alt), align, c, false)
	if d.Style != nil {
		w.gap = max(w.gap, d.Style.After)
	}
}

// drawn makes a picture of vector shapes and stores it; one that is clear lets through
// what lies behind it.
func (w *writer) drawn(d *layout.Drawing, through bool) string {
	sheet := &page.Page{Number: 1, Trim: d.Size, Items: d.Items}
	img, err := raster.New().Draw(w.ctx, sheet, raster.Options{DPI: drawingDPI})
	var b bytes.Buffer
	switch {
	case err != nil:
	case through:
		err = png.Encode(&b, clear(img))
	default:
		err = raster.EncodePNG(&b, img, drawingDPI)
	}
	if err != nil {
		w.err = err
		return ""
	}
	return w.store(b.Bytes(), "png")
}
