package page

import "io"

// ImageSource is a picture file that passed its checks: its size is known and
// inside the limits. Layout reads no more than its header; a writer opens it.
type ImageSource struct {
	Name          string // for messages
	Format        string // jpeg, png, webp, bmp
	Width, Height int    // pixels as shown, orientation obeyed
	Orientation   int    // EXIF 1…8
	Hash          [32]byte
	Open          func() (io.ReadCloser, error)
}
