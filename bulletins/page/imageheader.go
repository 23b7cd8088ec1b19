package page

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"
)

type imageHeader struct {
	format        string
	width, height int // as stored
	orientation   int
	channels      int
	adobe         bool // JPEG: says how its four channels are meant
}

// shown returns the size with the orientation obeyed.
func (h imageHeader) shown() (width, height int) {
	if h.orientation >= 5 { // rows are stored that are shown as columns
		return h.height, h.width
	}
	return h.width, h.height
}

// readImageHeader finds out what a file is, by its bytes and not by its name.
func readImageHeader(name string, data []byte) (h imageHeader, err error) {
	h = imageHeader{format: sniffImage(data), orientation: 1}
	fail := func(kind, cause error) (imageHeader, error) {
		return h, &ImageError{Kind: kind, Name: name, Format: h.format, Width: h.width, Height: h.height, Bytes: int64(len(data)), Err: cause}
	}
	var read func([]byte) (image.Config, error)
	var exif []byte
	switch h.format {
	case "jpeg":
		read = func(d []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(d)) }
		exif, h.adobe = jpegMarkers(data)
	case "png":
		read = func(d []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(d)) }
		exif = pngExif(data)
	case "webp":
		read = func(d []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(d)) }
		exif = webpExif(data)
	case "bmp":
		read = func(d []byte) (image.Config, error) { return bmp.DecodeConfig(bytes.NewReader(d)) }
	case "heic", "avif":
		return fail(ErrHEIC, nil)
	default:
		return fail(ErrImageFormat, nil)
	}
	config, err := read(data)
	if err != nil {
		return fail(decoderError(err), err)
	}
	h.width, h.height, h.channels = config.Width, config.Height, channels(config.ColorModel)
	if h.width <= 0 || h.height <= 0 {
		return fail(ErrImageDamaged, nil)
	}
	if max(h.width, h.height) > MaxImageSide || int64(h.width)*int64(h.height) > MaxImagePixels {
		return fail(ErrImageTooLarge, nil)
	}
	if exif != nil {
		h.orientation = exifOrientation(exif)
	}
	return h, nil
}

// decoderError tells a file of a kind that the decoder does not know from a
// broken one.
func decoderError(err error) error {
	var j jpeg.UnsupportedError
	var p png.UnsupportedError
	if errors.As(err, &j) || errors.As(err, &p) || errors.Is(err, bmp.ErrUnsupported) {
		return ErrImageFormat
	}
	return ErrImageDamaged
}

func channels(m color.Model) int {
	switch m {
	case color.GrayModel, color.Gray16Model:
		return 1
	case color.CMYKModel:
		return 4
	}
	return 3
}

// imageMagic are the first bytes of the formats that people try; "?" is any byte.
var imageMagic = []struct{ format, magic string }{
	{"jpeg", "\xff\xd8\xff"},
	{"png", "\x89PNG\r\n\x1a\n"},
	{"webp", "RIFF????WEBP"},
	{"bmp", "BM????\x00\x00\x00\x00"},
	{"gif", "GIF8"},
	{"tiff", "II*\x00"},
	{"tiff", "MM\x00*"},
	{"jpeg xl", "\xff\x0a"},
	{"jpeg xl", "\x00\x00\x00\x0cJXL "},
	{"jpeg 2000", "\x00\x00\x00\x0cjP  "},
	{"photoshop", "8BPS"},
	{"icon", "\x00\x00\x01\x00"},
	{"emf", "\x01\x00\x00\x00????????????????????????????????????\x20EMF"},
	{"wmf", "\xd7\xcd\xc6\x9a"},
	{"pdf", "%PDF-"},
	{"postscript", "%!PS"},
	{"avif", "????ftypavi"},
	{"heic", "????ftyphei"},
	{"heic", "????ftyphev"},
	{"heic", "????ftypmif1"},
	{"heic", "????ftypmsf1"},
}

// sniffImage returns the name of a file's format, or "".
func sniffImage(data []byte) string {
	for _, m := range imageMagic {
		if hasMagic(data, m.magic) {
			return m.format
		}
	}
	head := strings.ToLower(string(data[:min(len(data), 1024)]))
	if strings.Contains(head, "<svg") {
		return "svg"
	}
	return ""
}

func hasMagic(data []byte, magic string) bool {
	if len(data) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '?' && magic[i] != data[i] {
			return false
		}
	}
	return true
}

// jpegMarkers walks the segments before the first scan and returns the EXIF
// block, if any, and whether there is an Adobe segment.
func jpegMarkers(data []byte) (exif []byte, adobe bool) {
	for at := 2; at+4 <= len(data); {
		marker := data[at+1]
		if data[at] != 0xff || marker == 0xda {
			return
		}
		if marker == 0xff { // fill byte
			at++
			continue
		}
		if marker == 0x01 || marker >= 0xd0 && marker <= 0xd8 { // stand alone
			at += 2
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return
		}
		body := data[at+4 : end]
		switch {
		case marker == 0xe1 && exif == nil && bytes.HasPrefix(body, exifPrefix):
			exif = body
		case marker == 0xee && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")):
			adobe = true
		}
		at = end
	}
	return
}

func pngExif(data []byte) []byte {
	for at := 8; at+8 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		end := at + 8 + size
		if end > len(data) {
			return nil
		}
		if string(data[at+4:at+8]) == "eXIf" {
			return data[at+8 : end]
		}
		at = end + 4
	}
	return nil
}

func webpExif(data []byte) []byte {
	for at := 12; at+8 <= len(data); {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size
		if end > len(data) {
			return nil
		}
		if string(data[at:at+4]) == "EXIF" {
			return data[at+8 : end]
		}
		at = end + size&1
	}
	return nil
}

var exifPrefix = []byte("Exif\x00\x00")

// exifOrientation returns the orientation tag of the first directory of an EXIF
// block, or 1. It is all that we want of EXIF, and libraries that read the rest
// have a record of crashing on what cameras write.
func exifOrientation(b []byte) int {
	b = bytes.TrimPrefix(b, exifPrefix)
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch string(b[:2]) {
	case "II":
	case "MM":
		order = binary.BigEndian
	default:
		return 1
	}
	dir := int64(order.Uint32(b[4:]))
	if dir+2 > int64(len(b)) {
		return 1
	}
	entries := b[dir+2:]
	for range order.Uint16(b[dir:]) {
		if len(entries) < 12 {
			break
		}
		const orientation, short = 0x0112, 3
		if order.Uint16(entries) == orientation && order.Uint16(entries[2:]) == short {
			if v := int(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}
