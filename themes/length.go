package themes

import (
	"safety365/bulletins/page"
	"strings"
)

// Unit is what a Length counts.
type Unit uint8

const (
	Points Unit = iota
	Ems
	Millimetres
	Centimetres
	Inches
	Quarters // q, a quarter of a millimetre
)

// Length is a distance that keeps its unit until the size of the em is known. Its
// value is exact: millionths of the unit.
type Length struct {
	N    int64
	Unit Unit
}

const million = 1_000_000

// sizes are the traditional names of type sizes (字号), in points.
var sizes = []struct {
	name   string
	tenths int64
}{
	{"初号", 420}, {"小初", 360}, {"一号", 260}, {"小一", 240}, {"二号", 220}, {"小二", 180},
	{"三号", 160}, {"小三", 150}, {"四号", 140}, {"小四", 120}, {"五号", 105}, {"小五", 90},
	{"六号", 75}, {"小六", 65}, {"七号", 55}, {"八号", 50},
}

var units = []struct {
	name string
	unit Unit
}{
	{"em", Ems}, {"pt", Points}, {"mm", Millimetres}, {"cm", Centimetres}, {"in", Inches}, {"q", Quarters}, {"字", Ems},
}

// ParseLength reads "2em", "10.5pt", "28mm", "2.8cm", "1in", "14q", "2字", "0" or
// a 字号 such as 小四 (號 as well). A number has up to five digits before the point
// and six after it.
func ParseLength(s string) (Length, bool) {
	s = strings.TrimSpace(s)
	for _, size := range sizes {
		if strings.ReplaceAll(s, "號", "号") == size.name {
			return Length{N: size.tenths * million / 10}, true
		}
	}
	for _, u := range units {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			n, ok := parseDecimal(strings.TrimSpace(number), 5, 6)
			return Length{n, u.unit}, ok
		}
	}
	n, ok := parseDecimal(s, 5, 6)
	return Length{}, ok && n == 0
}

// parseDecimal reads a decimal number as an integer of 10^-places.
func parseDecimal(s string, whole, places int) (int64, bool) {
	s, negative := strings.CutPrefix(s, "-")
	before, after, point := strings.Cut(s, ".")
	if before == "" || point && after == "" || len(before) > whole || len(after) > places {
		return 0, false
	}
	var n int64
	for _, c := range []byte(before + after) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	for range places - len(after) {
		n *= 10
	}
	if negative {
		n = -n
	}
	return n, true
}

// Of returns the distance when an em has the given length.
func (l Length) Of(em page.Length) page.Length {
	n := page.Length(l.N)
	pt := int64(page.Pt)
	switch l.Unit {
	case Ems:
		return n.MulDiv(int64(em), million)
	case Millimetres:
		return n.MulDiv(720*pt, 254*million)
	case Centimetres:
		return n.MulDiv(7200*pt, 254*million)
	case Inches:
		return n.MulDiv(72*pt, million)
	case Quarters:
		return n.MulDiv(180*pt, 254*million)
	}
	return n.MulDiv(pt, million)
}

func (l *Length) parse(s string) *fault {
	v, ok := ParseLength(s)
	if !ok {
		return wrong("theme-length", "value", s)
	}
	*l = v
	return nil
}

// extent is a length that is not below zero, measure one above zero.
type (
	extent  struct{ Length }
	measure struct{ Length }
)

func (l *extent) parse(s string) *fault {
	if f := l.Length.parse(s); f != nil {
		return f
	}
	if l.N < 0 {
		return wrong("theme-length-negative", "value", s)
	}
	return nil
}

func (l *measure) parse(s string) *fault {
	if f := l.Length.parse(s); f != nil {
		return f
	}
	if l.N <= 0 {
		return wrong("theme-length-zero", "value", s)
	}
	return nil
}

// ems is a length in em that does not depend on a style: thousandths.
type ems int64

func (e *ems) parse(s string) *fault {
	var l extent
	if f := l.parse(s); f != nil {
		return f
	}
	if l.Unit != Ems && l.N != 0 || l.N > million {
		return wrong("theme-length-em", "value", s)
	}
	*e = ems(l.N / 1000)
	return nil
}
