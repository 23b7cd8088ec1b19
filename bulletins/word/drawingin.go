package word

import (
	"slices"
	"strconv"
	"strings"
)

// alternative is the version of some content that is read: the new one, but for what only
// has a picture in the old one.
func alternative(e *element) *element {
	k := e.child("Choice")
	if k == nil || slices.Contains([]string{"am3d", "wpi", "aink"}, k.at("Requires")) && e.child("Fallback") != nil {
		return e.childOr("Fallback")
	}
	return k
}

// drawing reads a drawing: pictures, the text of boxes, what else can be told of.
func (r *reader) drawing(e *element, as runIn) {
	d := drawingIn{reader: r, as: as}
	d.as.apart = e.child("anchor") != nil || tall(e)
	d.kids(e)
	if d.drawn && !d.seen {
		r.lose(as, "word-shape")
	}
}

// drawingIn reads a drawing.
type drawingIn struct {
	*reader
	as    runIn
	drawn bool // it has shapes
	seen  bool // it has something that is carried or told of
}

func (d *drawingIn) kids(e *element) {
	for _, k := range e.kids {
		d.part(k)
	}
}

func (d *drawingIn) part(k *element) {
	switch k.name {
	case "docPr", "cNvPr":
		if words := k.at("descr"); words != "" {
			d.as.alt = words
		}
	case "AlternateContent":
		d.kids(alternative(k))
	case "txbxContent":
		d.seen = true
		d.boxes = append(d.boxes, d.blocks(k, d.p.cell)...)
	case "pic":
		d.edited(k)
		d.kids(k)
	case "blip":
		d.picture(k.at("embed"), k.at("link"))
	case "imagedata":
		d.picture(k.at("id"), k.at("href"))
	case "chart":
		d.lost("word-chart")
	case "relIds":
		d.lost("word-diagram", "text", d.wordsOf(k.at("dm")))
	case "OLEObject":
		d.object(k.at("ProgID"))
	case "control":
		d.lost("word-object", "name", k.at("name"))
	case "videoFile", "audioFile", "webVideoPr", "wavAudioFile", "media":
		d.lost("word-media")
	case "textpath":
		if words := strings.TrimSpace(k.at("string")); words != "" {
			d.seen = true
			d.boxes = append(d.boxes, item{para: &para{style: d.p.style, cell: d.p.cell, runs: []runIn{{text: words, size: d.size}}}})
		}
	case "shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "wsp", "cxnSp":
		d.drawn = true
		if style := strings.ReplaceAll(k.at("style"), " ", ""); strings.Contains(style, "position:absolute") && !strings.Contains(style, "relative:char") {
			d.as.apart = true
		}
		d.kids(k)
	case "shapetype", "t", "instrText":
	default:
		d.kids(k)
	}
}

func (d *drawingIn) lost(code string, args ...string) {
	d.seen = true
	d.lose(d.as, code, args...)
}

// picture keeps a picture of the file, or says that it is not in it.
func (d *drawingIn) picture(id, link string) {
	if id == "" {
		id = link
	}
	if id == "" {
		return
	}
	if part := d.inside[id]; part != "" {
		d.seen = true
		run := d.as
		run.picture = part
		d.add(run)
	} else if out := d.outside[id]; out != "" {
		d.lost("word-picture-outside", "name", out)
	}
}

// edited says that a picture looks otherwise in Word than by itself.
func (d *drawingIn) edited(pic *element) {
	crop := pic.child("blipFill", "srcRect")
	for _, side := range []string{"l", "t", "r", "b"} {
		if n, err := strconv.Atoi(crop.at(side)); err == nil && n != 0 {
			d.lose(d.as, "word-edited")
			return
		}
	}
	if turn := pic.child("spPr", "xfrm").at("rot"); turn != "" && turn != "0" {
		d.lose(d.as, "word-edited")
	}
}

// object says what kind of object of another program is left out; its picture stays.
func (d *drawingIn) object(program string) {
	if p := strings.ToLower(program); strings.HasPrefix(p, "equation") || strings.Contains(p, "mathtype") {
		d.lost("word-formula-object")
		return
	}
	d.lost("word-object", "name", program)
}

// wordsOf are the words of a part that a drawing refers to, such as those of a diagram.
func (d *drawingIn) wordsOf(id string) string {
	part := d.inside[id]
	if part == "" {
		return ""
	}
	root, bad := d.tree(part)
	if bad != nil {
		return ""
	}
	var words []string
	root.find("t", func(t *element) {
		if w := strings.TrimSpace(t.words()); w != "" && len(words) < 40 {
			words = append(words, w)
		}
	})
	return strings.Join(words, " / ")
}

// leastTall is the height from which a picture does not stand in a line of text: 15 mm in
// the unit of drawings.
const leastTall = 540_000

func tall(e *element) bool {
	n, err := strconv.Atoi(e.child("inline", "extent").at("cy"))
	return err == nil && n >= leastTall
}
