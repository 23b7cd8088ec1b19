package window

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"slices"
	"testing"
	"time"
)

// quiet is how long nothing new may come before a picture is taken for complete.
const quiet = 700 * time.Millisecond

// reduced is a picture of the window at a scale in the size that is kept.
func reduced(img image.Image, scale int) *image.RGBA {
	all, n := rgba(img), shrink*scale
	small := image.NewRGBA(image.Rect(0, 0, all.Rect.Dx()/n, all.Rect.Dy()/n))
	for i := range small.Pix {
		x, y, sample := i/4%small.Rect.Dx(), i/small.Stride, i%4
		sum := 0
		for row := range n {
			for column := range n {
				sum += int(all.Pix[all.PixOffset(x*n+column, y*n+row)+sample])
			}
		}
		small.Pix[i] = uint8(sum / (n * n))
	}
	return small
}

// fewer is a picture in the 256 colours that it has most of.
func fewer(img *image.RGBA) image.Image {
	count := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		count[rough(img.Pix[i], img.Pix[i+1], img.Pix[i+2])]++
	}
	colors := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var few color.Palette
	for _, c := range colors[:min(len(colors), 256)] {
		few = append(few, c)
	}
	out := image.NewPaletted(img.Rect, few)
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}

// rough is a colour without its lowest bits.
func rough(r, g, b uint8) color.RGBA {
	round := func(s uint8) uint8 { return uint8(min(255, (int(s)+4)/8*8)) }
	return color.RGBA{round(r), round(g), round(b), 255}
}

// differs says where two pictures differ first, or "".
func differs(a, b *image.RGBA) string {
	if a.Rect != b.Rect {
		return fmt.Sprintf("size %v, not %v", a.Rect.Size(), b.Rect.Size())
	}
	for y := 0; y < a.Rect.Dy(); y += blockSide {
		for x := 0; x < a.Rect.Dx(); x += blockSide {
			block := image.Rect(x, y, x+blockSide, y+blockSide).Intersect(a.Rect)
			if d := difference(a, b, block); d > tolerance {
				return fmt.Sprintf("by %d at %d,%d", d, shrink*x, shrink*y)
			}
		}
	}
	return ""
}

// difference is the mean difference of the samples in a block.
func difference(a, b *image.RGBA, block image.Rectangle) int {
	sum := 0
	for y := block.Min.Y; y < block.Max.Y; y++ {
		start, n := a.PixOffset(block.Min.X, y), 4*block.Dx()
		p, q := a.Pix[start:start+n], b.Pix[start:start+n]
		for i := range p {
			d := int(p[i]) - int(q[i])
			sum += max(d, -d)
		}
	}
	return sum / (3 * block.Dx() * block.Dy())
}

func rgba(img image.Image) *image.RGBA {
	if img, ok := img.(*image.RGBA); ok {
		return img
	}
	all := image.NewRGBA(img.Bounds())
	draw.Draw(all, all.Rect, img, image.Point{}, draw.Src)
	return all
}

func readPicture(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	must(t, err)
	return rgba(img)
}

func writePicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	must(t, err)
	must(t, png.Encode(f, img))
	must(t, f.Close())
}
