// Package profiles holds the ICC profiles that outputs name as their intent. Each
// has its licence beside it.
package profiles

import _ "embed"

// SRGB is the profile of sRGB IEC61966-2.1, the space of everything shown on a
// screen.
//
//go:embed sRGB.icc
var SRGB []byte
