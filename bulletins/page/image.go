package page

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// The limits of a picture file. What lies past them is refused before any pixel
// is decoded.
const (
	MaxImageBytes  = 64 << 20
	MaxImagePixels = 100_000_000
	MaxImageSide   = 30_000
)

// What can be wrong with a picture. [ImageError] carries one of them, so that
// errors.Is tells them apart; the remedy is in the message catalogue.
var (
	ErrHEIC          = errors.New("picture is HEIC or AVIF")
	ErrImageFormat   = errors.New("picture format is not supported")
	ErrImageTooLarge = errors.New("picture is too large")
	ErrImageDamaged  = errors.New("picture is damaged")
)

// ImageError is the error of every picture that could be opened but not used.
type ImageError struct {
	Kind          error  // one of the errors above
	Name          string // of the picture
	Format        string // what the file is, as far as was recognised: heic, avif, gif, tiff, svg, jpeg …
	Width, Height int    // as far as known
	Bytes         int64  // size of the file, or more than MaxImageBytes
	Err           error  // what the decoder said, or nil
}

func (e *ImageError) Error() string {
	s := e.Name + ": " + e.Kind.Error()
	if e.Format != "" {
		s += " (" + e.Format + ")"
	}
	if e.Kind == ErrImageTooLarge {
		s += fmt.Sprintf(": %d × %d pixels, %d bytes", e.Width, e.Height, e.Bytes)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *ImageError) Unwrap() []error { return []error{e.Kind, e.Err} }

// ImageSource is a picture file that passed its checks: its size is known and
// inside the limits. Layout reads no more than its header; a writer opens it.
type ImageSource struct {
	Name          string // for messages
	Format        string // jpeg, png, webp, bmp
	Width, Height int    // pixels as shown, orientation obeyed
	Orientation   int    // EXIF 1…8
	Channels      int    // colours as stored: 1 gray, 3 RGB, 4 CMYK; alpha and palettes not counted
	Hash          [32]byte
	Open          func() (io.ReadCloser, error)
}

// ReadImage reads the header of a picture and the hash of its file. The pixels
// are not looked at: a file that is cut short further on passes here and is found
// out by Decode. What is wrong with the picture itself is an *ImageError; other
// errors are those of open and of reading.
func ReadImage(name string, open func() (io.ReadCloser, error)) (*ImageSource, error) {
	s := &ImageSource{Name: name, Open: open}
	data, err := s.Bytes()
	if err != nil {
		return nil, err
	}
	h, err := readImageHeader(name, data)
	if err != nil {
		return nil, err
	}
	s.Format, s.Orientation, s.Channels = h.format, h.orientation, h.channels
	s.Width, s.Height = h.shown()
	s.Hash = sha256.Sum256(data)
	return s, nil
}

// Bytes returns the file as it is, for a writer that can embed it unchanged: a
// JPEG of orientation 1, say.
func (s *ImageSource) Bytes() ([]byte, error) {
	r, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil {
			if info.Size() > MaxImageBytes {
				return nil, &ImageError{Kind: ErrImageTooLarge, Name: s.Name, Bytes: info.Size()}
			}
			b.Grow(int(info.Size()) + bytes.MinRead)
		}
	}
	if _, err := b.ReadFrom(io.LimitReader(r, MaxImageBytes+1)); err != nil {
		return nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	if b.Len() > MaxImageBytes {
		return nil, &ImageError{Kind: ErrImageTooLarge, Name: s.Name, Bytes: int64(b.Len())}
	}
	return b.Bytes(), nil
}
