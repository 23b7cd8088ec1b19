package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Fixed holds blocks at a place of the sheet. In Flow.Fixed its Page says where; among
// Blocks it stands on the page that the text has come to. It takes no room in the text.
type Fixed struct {
	Page  int           // in Flow.Fixed only: 1 is the first, -1 the last, 0 every page
	Style *themes.Style // its box; nil: none
	Tag   page.Role     // "" for none
	// At is where it stands, from the sheet's upper left corner, or from that of the type
	// area if Area. W 0: to the right edge of the sheet or area; H 0: as tall as its blocks.
	At   page.Rect
	Area bool
	// Foot says that At.Y is the distance of its lower edge from the foot of the sheet or
	// area.
	Foot   bool
	Blocks []Block
	Valign string // top, middle, bottom within At.H; "": top
	// Fit lets its type shrink together, in steps of 4 % down to 60 %, until the blocks
	// have room in At.H. What still has none is reported as fixed-overfull.
	Fit bool
	// Artifact says that it is decoration: it is not tagged.
	Artifact bool
}

// Skip moves the text down to a distance below the top of the type area, if it is above
// it, on the page where it stands.
type Skip struct{ To page.Length }

func (*Fixed) isBlock() {}
func (*Skip) isBlock()  {}
