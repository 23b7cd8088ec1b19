package assets

import "embed"

// Samples are documents that show what the program makes, with their pictures, in
// the folder samples.
//
//go:embed samples/*.md samples/pictures/*.jpg samples/pictures/*.png samples/pictures/*.webp samples/pictures/*.bmp
var Samples embed.FS
