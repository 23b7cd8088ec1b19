// Package raster draws pages of the display list as pictures: the window's
// preview and the PNG files.
//
//	r := raster.New()
//	img, err := r.Draw(ctx, p, raster.Options{DPI: 110})
//	err = raster.EncodePNG(w, img, 110)
//
// A [Renderer] may be used from any number of goroutines at once. It remembers
// glyph masks and scaled pictures, both within a number of bytes, so a program
// keeps one and shares it. The pages and images it is given are not changed.
//
// # How it draws
//
// The page is white paper. Everything is covered by exact area: a pixel of which
// an outline covers a third takes a third of its colour, mixed in sRGB values as
// poppler does, so that a page and the same page of the PDF drawn by poppler
// differ only along edges. Colours are the sRGB look of a [page.Color].
//
// A glyph's place is rounded to a quarter of a pixel in x and y; its mask is made
// once for a face, a scale and such a place, and copied after that. Contours that
// overlap, as in fonts made from variable ones, are told apart within the pixel,
// as FreeType does, so that crossing strokes do not look knotty. Rectangles are
// filled straight away. Other outlines are flattened to lines and swept row by
// row (see filler). Strokes become such outlines first; caps are butt and joins
// mitred to the limit of PDF (10), or both round. A stroke of width 0 is one pixel.
//
// A picture covers every pixel that its rectangle touches. It is made smaller by
// averaging areas, and larger by linear interpolation.
//
// The resolution maps the top left corner of the trimmed page, or of the bleed
// with Options.Bleed, to the corner of the picture. Its size is rounded to whole
// pixels; the scale is not bent to fit.
//
// # Limits
//
// A page of more than [MaxPixels] is refused. Pictures are drawn without their
// colour profiles.
package raster
