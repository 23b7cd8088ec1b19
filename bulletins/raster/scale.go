package raster

import (
	"image"
	"image/color"
)

// scaleDown returns a picture at w × h, neither larger than its own size, every
// pixel the mean of the area that it covers. It computes in integers and needs
// no more memory than the result and a row.
func scaleDown(src image.Image, w, h int) *image.RGBA {
	b := src.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	row := make([]byte, 4*b.Dx())
	line := make([]uint32, 3*w) // a source row, made narrow, times b.Dx()
	sum := make([]uint64, 3*w)  // a result row, times b.Dx() × b.Dy()
	mean := 1 / (float64(b.Dx()) * float64(b.Dy()))
	room, y := b.Dy(), 0 // in a result row there is room for b.Dy() hths of a source row
	for sy := range b.Dy() {
		readRow(row, src, sy)
		narrow(line, row, b.Dx(), w)
		for left := h; left > 0; {
			take := min(left, room)
			for i, v := range line {
				sum[i] += uint64(v) * uint64(take)
			}
			left -= take
			if room -= take; room == 0 {
				writeRow(out.Pix[y*out.Stride:], sum, mean)
				clear(sum)
				room = b.Dy()
				y++
			}
		}
	}
	return out
}

// narrow shares out n pixels among w sums. A source pixel is w units wide, a
// result pixel n.
func narrow(line []uint32, row []byte, n, w int) {
	clear(line)
	room, x := uint32(n), 0
	for i := range n {
		p := row[4*i : 4*i+4]
		r, g, b := uint32(p[0]), uint32(p[1]), uint32(p[2])
		for left := uint32(w); left > 0; {
			take := min(left, room)
			s := line[3*x : 3*x+3]
			s[0] += r * take
			s[1] += g * take
			s[2] += b * take
			left -= take
			if room -= take; room == 0 {
				room = uint32(n)
				x++
			}
		}
	}
}

func writeRow(pix []byte, sum []uint64, mean float64) {
	for i := 0; i < len(sum); i += 3 {
		p := pix[i/3*4:][:4]
		for k := range 3 {
			p[k] = byte(float64(sum[i+k])*mean + 0.5)
		}
		p[3] = 255
	}
}

// readRow puts a row of a picture into row as RGBA. The pictures are of the types
// that page.ImageSource.Decode returns.
func readRow(row []byte, src image.Image, y int) {
	b := src.Bounds()
	y += b.Min.Y
	switch m := src.(type) {
	case *image.RGBA:
		copy(row, m.Pix[m.PixOffset(b.Min.X, y):])
	case *image.Gray:
		for i, v := range m.Pix[m.PixOffset(b.Min.X, y):][:b.Dx()] {
			p := row[4*i : 4*i+4]
			p[0], p[1], p[2], p[3] = v, v, v, 255
		}
	case *image.YCbCr:
		for i := range b.Dx() {
			c := m.COffset(b.Min.X+i, y)
			p := row[4*i : 4*i+4]
			p[0], p[1], p[2] = color.YCbCrToRGB(m.Y[m.YOffset(b.Min.X+i, y)], m.Cb[c], m.Cr[c])
			p[3] = 255
		}
	}
}
