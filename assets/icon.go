package assets

import _ "embed"

// Icon is the program's icon, a PNG of 512 pixels; icon/recipe.sh makes it of
// icon/icon.svg.
//
//go:embed icon/icon.png
var Icon []byte
