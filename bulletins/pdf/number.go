package pdf

import (
	"strconv"

	"safety365/bulletins/page"
)

// Numbers are written from integers, never from floating point: milli is a
// thousandth of a point, the resolution of every coordinate in a content stream.

// milli rounds a length to thousandths of a point.
func milli(l page.Length) int64 { return (int64(l)*1000 + 1<<15) >> 16 }

// appendMilli appends n/1000 without trailing zeros.
func appendMilli(b []byte, n int64) []byte { return appendFixed(b, n, 3) }

// appendFixed appends n/10^places without trailing zeros.
func appendFixed(b []byte, n int64, places int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	scale := pow10[places]
	whole, frac := n/scale, n%scale
	if whole != 0 || frac == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
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

var pow10 = [...]int64{1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000}

// appendNumbers appends thousandths, each followed by a space.
func appendNumbers(b []byte, ns ...int64) []byte {
	for _, n := range ns {
		b = append(appendMilli(b, n), ' ')
	}
	return b
}

// appendRef appends a reference to an object.
func appendRef(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R"...)
}

func ref(object int) string { return string(appendRef(nil, object)) }
