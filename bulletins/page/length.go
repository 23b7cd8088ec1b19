package page

import (
	"fmt"
	"math/bits"
	"strconv"
)

// Length is a distance in 1/65536 pt (1 pt = 1/72 inch).
type Length int64

const (
	Pt   Length = 1 << 16
	Inch        = 72 * Pt
)

// MM returns n thousandths of a millimetre as a Length, rounded to nearest.
func MM(thousandths int64) Length { return Length(thousandths).MulDiv(int64(Inch), 25400) }

// MulDiv returns l × num / den rounded half away from zero. The product has 128
// bits, so it does not overflow as long as the result fits.
func (l Length) MulDiv(num, den int64) Length {
	neg := (l < 0) != (num < 0) != (den < 0)
	d := abs(den)
	hi, lo := bits.Mul64(abs(int64(l)), abs(num))
	lo, carry := bits.Add64(lo, d/2, 0)
	q, _ := bits.Div64(hi+carry, lo, d)
	if neg {
		return -Length(q)
	}
	return Length(q)
}

func abs(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// Points returns l in pt for output; layout never computes with it.
func (l Length) Points() float64 { return float64(l) / float64(Pt) }

// Decimal returns l in pt with the given number of decimals, correctly rounded,
// with trailing zeros removed; it is computed in integers.
func (l Length) Decimal(places int) string {
	return string(l.AppendDecimal(nil, places))
}

// AppendDecimal appends what Decimal returns.
func (l Length) AppendDecimal(b []byte, places int) []byte {
	scale := int64(1)
	for range places {
		scale *= 10
	}
	n := int64(l.MulDiv(scale, int64(Pt)))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/scale, 10)
	frac := n % scale
	if frac == 0 {
		return b
	}
	b = append(b, '.')
	for scale /= 10; frac > 0; scale /= 10 {
		b = append(b, byte('0'+frac/scale))
		frac %= scale
	}
	return b
}

func (l Length) String() string { return l.Decimal(3) }

// Point is a place on a page.
type Point struct{ X, Y Length }

// Rect is an upright rectangle; (X, Y) is its top left corner.
type Rect struct{ X, Y, W, H Length }

// Inset returns r made smaller by d on every side.
func (r Rect) Inset(d Length) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Size is a width and a height.
type Size struct{ W, H Length }

func (s Size) String() string { return fmt.Sprintf("%v×%v", s.W, s.H) }
