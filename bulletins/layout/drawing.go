package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Drawing is a block of vector shapes: rules, codes, frames, stripes.
type Drawing struct {
	Style *themes.Style // spaces round it, and where it stands across; nil: at the left
	Size  page.Size
	Items []page.Item // from its upper left corner
	Alt   string      // what it shows; "": it is decoration and not tagged
}

func (*Drawing) isBlock() {}
