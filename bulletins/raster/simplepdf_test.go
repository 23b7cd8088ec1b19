package raster_test

import (
	"bytes"
	"fmt"
	"image"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// simple makes a PDF in the plainest way: whole fonts, raw pictures, one operator
// after another.
type simple struct {
	objects []string
	fonts   map[*fonts.Face]int
	images  []int
	content bytes.Buffer
}

func simplePDF(p *page.Page) []byte {
	s := &simple{objects: []string{"", "", ""}, fonts: map[*fonts.Face]int{}}
	fmt.Fprintf(&s.content, "1 0 0 -1 0 %v cm\n", p.Trim.H)
	s.items(p.Items)
	content := s.stream("", s.content.Bytes())
	s.objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
	s.objects[1] = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	resources := "/Font<<"
	for _, n := range s.fonts {
		resources += fmt.Sprintf("/F%d %d 0 R", n, n)
	}
	resources += ">>/XObject<<"
	for _, n := range s.images {
		resources += fmt.Sprintf("/I%d %d 0 R", n, n)
	}
	s.objects[2] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %v %v]/Contents %d 0 R/Resources<<%s>>>>>>", p.Trim.W, p.Trim.H, content, resources)
	out := bytes.NewBufferString("%PDF-1.7\n")
	var at []int
	for i, o := range s.objects {
		at = append(at, out.Len())
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(out, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return out.Bytes()
}

func (s *simple) object(o string) int {
	s.objects = append(s.objects, o)
	return len(s.objects)
}

func (s *simple) stream(dict string, data []byte) int {
	return s.object(fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data))
}

func (s *simple) font(f *fonts.Face) int {
	if s.fonts[f] == 0 {
		file := s.stream("", f.Sfnt().Data)
		descriptor := s.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontFile2 %d 0 R/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>", f.Name(), file))
		cid := s.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %d 0 R>>", f.Name(), descriptor))
		s.fonts[f] = s.object(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]>>", f.Name(), cid))
	}
	return s.fonts[f]
}

func (s *simple) items(items []page.Item) {
	w := &s.content
	look := func(c page.Color, op string) {
		fmt.Fprintf(w, "%.4f %.4f %.4f %s\n", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, op)
	}
	for _, item := range items {
		switch it := item.(type) {
		case *page.GlyphRun:
			look(it.Color, "rg")
			fmt.Fprintf(w, "BT /F%d %v Tf\n", s.font(it.Face), it.Size)
			for _, g := range it.Glyphs {
				fmt.Fprintf(w, "1 0 0 -1 %.4f %.4f Tm <%04x> Tj\n", (it.Origin.X + g.X).Points(), (it.Origin.Y + g.Y).Points(), g.ID)
			}
			fmt.Fprint(w, "ET\n")
		case *page.Path:
			s.path(it)
		case *page.Image:
			n := s.image(it.Source)
			fmt.Fprintf(w, "q %v 0 0 %v %v %v cm /I%d Do Q\n", it.Rect.W, -it.Rect.H, it.Rect.X, it.Rect.Y+it.Rect.H, n)
		case *page.Group:
			fmt.Fprint(w, "q\n")
			if m := it.Transform; m != (page.Matrix{}) {
				fmt.Fprintf(w, "%f %f %f %f %v %v cm\n", float64(m.A)/65536, float64(m.B)/65536, float64(m.C)/65536, float64(m.D)/65536, m.E, m.F)
			}
			if it.Clip != nil {
				s.segments(it.Clip)
				fmt.Fprint(w, "W n\n")
			}
			s.items(it.Items)
			fmt.Fprint(w, "Q\n")
		}
	}
}

func (s *simple) segments(segments []page.Segment) {
	for _, g := range segments {
		n := []int{1, 1, 3, 0}[g.Op]
		for _, p := range g.P[:n] {
			fmt.Fprintf(&s.content, "%v %v ", p.X, p.Y)
		}
		fmt.Fprintln(&s.content, []string{"m", "l", "c", "h"}[g.Op])
	}
}

func (s *simple) path(p *page.Path) {
	w := &s.content
	if c := p.Fill; c.Space != page.NoColor {
		fmt.Fprintf(w, "%.4f %.4f %.4f rg\n", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
		s.segments(p.Segments)
		fmt.Fprintln(w, map[bool]string{false: "f", true: "f*"}[p.EvenOdd])
	}
	if c := p.Stroke.Color; c.Space != page.NoColor {
		style := map[bool]int{true: 1}[p.Stroke.Round]
		fmt.Fprintf(w, "q %.4f %.4f %.4f RG %v w %d J %d j [", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, p.Stroke.Width, style, style)
		for _, d := range p.Stroke.Dash {
			fmt.Fprintf(w, "%v ", d)
		}
		fmt.Fprint(w, "] 0 d\n")
		s.segments(p.Segments)
		fmt.Fprint(w, "S Q\n")
	}
}

func (s *simple) image(src *page.ImageSource) int {
	img, err := src.Decode()
	if err != nil {
		panic(err)
	}
	m := img.(*image.RGBA)
	var rgb []byte
	for i := 0; i < len(m.Pix); i += 4 {
		rgb = append(rgb, m.Pix[i:i+3]...)
	}
	n := s.stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", src.Width, src.Height), rgb)
	s.images = append(s.images, n)
	return n
}
