package raster

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
)

// EncodePNG writes a drawn page as a PNG that states its resolution.
func EncodePNG(w io.Writer, img *image.RGBA, dpi float64) error {
	return png.Encode(&resolution{w: w, dpi: dpi}, img)
}

// resolution passes a PNG on and puts a pHYs chunk behind its header, which
// image/png cannot write.
type resolution struct {
	w    io.Writer
	dpi  float64
	seen int
}

// pngHeader is the size of signature and IHDR chunk.
const pngHeader = 8 + 25

func (r *resolution) Write(p []byte) (int, error) {
	n := min(len(p), max(0, pngHeader-r.seen))
	before := r.seen
	r.seen += len(p)
	if before >= pngHeader || r.seen < pngHeader {
		return r.w.Write(p)
	}
	if _, err := r.w.Write(p[:n]); err != nil {
		return 0, err
	}
	if _, err := r.w.Write(physChunk(r.dpi)); err != nil {
		return n, err
	}
	if n == len(p) {
		return n, nil
	}
	m, err := r.w.Write(p[n:])
	return n + m, err
}

// physChunk gives the resolution in pixels a metre.
func physChunk(dpi float64) []byte {
	const metre = 1
	perMetre := uint32(math.Round(dpi / 0.0254))
	b := binary.BigEndian.AppendUint32(nil, 9)
	b = append(b, "pHYs"...)
	b = binary.BigEndian.AppendUint32(b, perMetre)
	b = binary.BigEndian.AppendUint32(b, perMetre)
	b = append(b, metre)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}
