package editor

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"testing"

	"safety365/bulletins/page"
)

// photograph is a picture of one colour.
func photograph(t *testing.T) *page.ImageSource {
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for i := range img.Pix {
		img.Pix[i] = 255
		if i%4 == 1 || i%4 == 2 {
			img.Pix[i] = 0
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	s, err := page.ReadImage("red.png", func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.Bytes())), nil })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPicturesAreDecodedAside: a picture that is new does not hold up the painting.
func TestPicturesAreDecodedAside(t *testing.T) {
	var waiting []func()
	old := background
	background = func(f func()) { waiting = append(waiting, f) }
	defer func() { background = old }()
	source := photograph(t)
	s := newStage(t, "甲\n\n![红](red.png)\n", setting{options: Options{
		Pictures: func(url string) *page.ImageSource {
			if url == "red.png" {
				return source
			}
			return nil
		}}})
	red := func() bool {
		img := s.window.Canvas().Capture()
		for y := range img.Bounds().Dy() {
			if r, g, b, _ := img.At(img.Bounds().Dx()/2, y).RGBA(); r>>8 == 255 && g == 0 && b == 0 {
				return true
			}
		}
		return false
	}
	if red() || len(waiting) != 1 {
		t.Errorf("%d pictures wait", len(waiting))
	}
	s.redraw()
	s.window.Canvas().Capture()
	if len(waiting) != 1 {
		t.Error("a picture is decoded twice")
	}
	waiting[0]()
	if !red() {
		t.Error("the picture does not come")
	}
	s.shot("picture")
}
