package pdf

import (
	"fmt"
	"strconv"

	"safety365/bulletins/page"
)

func (e *encoder) fill(c page.Color) { e.color(c, false) }

// color sets the colour of filling or stroking, unless it is set already.
func (e *encoder) color(c page.Color, stroke bool) {
	set := e.w.colorOperator(c, stroke)
	current := &e.state.fill
	if stroke {
		current = &e.state.stroke
	}
	if set != *current {
		*current = set
		e.buf = append(append(e.buf, set...), '\n')
	}
	if e.w.opts.Color == PrintCMYK {
		e.overprint(c, stroke)
	}
}

// overprint lets pure black print over what is below it, so that no white edge
// shows where the plates do not meet. Filling and stroking are told apart: white
// that prints over is not there.
func (e *encoder) overprint(c page.Color, stroke bool) {
	over := e.state.overprint &^ overprintBit(stroke)
	if (c.Space == page.Gray || c.Space == page.CMYK) && c.Inks == [4]uint16{3: 1000} {
		over |= overprintBit(stroke)
	}
	if over != e.state.overprint {
		e.state.overprint = over
		e.buf = append(e.buf, "/G"+itoa(int(over))+" gs\n"...)
	}
}

func overprintBit(stroke bool) uint8 {
	if stroke {
		return 2
	}
	return 1
}

// overprintStates are the resources /G0 to /G3 of print files.
const overprintStates = "/ExtGState<</G0<</op false/OP false>>/G1<</op true/OP false/OPM 1>>/G2<</op false/OP true/OPM 1>>/G3<</op true/OP true/OPM 1>>>>"

func (w *Writer) colorOperator(c page.Color, stroke bool) string {
	if w.opts.Color == ScreenRGB {
		if c.R == c.G && c.G == c.B {
			return byteTenths[c.R] + operatorName(" g", stroke)
		}
		return byteTenths[c.R] + " " + byteTenths[c.G] + " " + byteTenths[c.B] + operatorName(" rg", stroke)
	}
	switch c.Space {
	case page.Spot:
		b := appendFixed([]byte(w.spot(c)+operatorName(" cs ", stroke)), int64(min(c.Inks[0], 1000)), 3)
		return string(b) + operatorName(" scn", stroke)
	case page.Gray:
		return inkNumbers([4]uint16{3: c.Inks[3]}) + operatorName("k", stroke)
	}
	return inkNumbers(c.Inks) + operatorName("k", stroke)
}

// operatorName returns the operator for filling, or its capitals for stroking.
func operatorName(fill string, stroke bool) string {
	if !stroke {
		return fill
	}
	b := []byte(fill)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

func inkNumbers(inks [4]uint16) string {
	var b []byte
	for _, v := range inks {
		b = appendNumbers(b, int64(min(v, 1000)))
	}
	return string(b)
}

// byteTenths are the 256 steps of a screen's colour as numbers from 0 to 1.
var byteTenths = func() (t [256]string) {
	for i := range t {
		t[i] = string(appendFixed(nil, (int64(i)*10000+127)/255, 4))
	}
	return t
}()

// spot returns the resource name of a spot ink.
func (w *Writer) spot(c page.Color) string {
	for i, s := range w.spots {
		if s.Spot == c.Spot {
			return "/S" + strconv.Itoa(i+1)
		}
	}
	w.spots = append(w.spots, c)
	return "/S" + strconv.Itoa(len(w.spots))
}

// spotSpace returns the colour space of a spot ink: its full tint in process inks.
func spotSpace(c page.Color) string {
	return fmt.Sprintf("[/Separation%s/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>]", appendName(nil, c.Spot), inkNumbers(c.Alt))
}
