package layout

import "safety365/bulletins/page"

// Fit asks for the largest size of type, at the same ratio of leading to size, at which a
// text stands in its measure with no word divided, in lines that are about equally long.
// Where no size fits the least is taken and reported as fit-overfull.
type Fit struct {
	Least, Most page.Length // sizes
	Lines       int         // at most so many; 0: any number
	Height      page.Length // at most so much; 0: any
}

// fitted sets what is fixed.
func (b *builder) fitted(f *Fixed, at page.Rect, tag int32) *pane {
	return b.pane(f.Blocks, f.Style, at.W, tag)
}
