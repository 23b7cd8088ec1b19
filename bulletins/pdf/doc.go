// Package pdf writes a display list ([page.Book]) as a PDF file that is tagged,
// archivable and ready for a reader's screen: PDF/A-2a and PDF/UA-1 in one file.
//
// A [Writer] takes the pages one by one, in order, and keeps of each only its
// compressed content and a few numbers, so that a book of thousands of pages needs
// little memory. [Writer.Finish] takes what is known last (information, outline,
// destinations, tags) and writes the file. [Write] does both for a whole Book.
//
// # How a file comes about
//
// gopdf makes the skeleton: the page tree, the page, font and resource objects.
// Round it stand three parts of ours.
//
//   - The subsetter (subset.go, program.go) gives every shown glyph a slot in a
//     small TrueType file. A slot is a pair of glyph and text, so that one glyph
//     shown for two characters can be copied as either. Glyphs of one cluster
//     become one slot, a composite glyph, so that no character is copied twice.
//   - The bridge (bridge.go) hands gopdf each page's content stream, encoded by us
//     (content.go, text.go, line.go) and compressed on all cores.
//   - The finisher (finish.go) reads the objects that gopdf writes, one at a time,
//     and puts into them what gopdf lacks: page boxes, marked content and the
//     structure tree, fonts' exact widths and text, metadata, output intent. Small
//     objects go into compressed object streams, which keeps a tagged file small.
//
// # Text
//
// A glyph stands within 0.003 pt of its place in the display list, however long
// the line: the pen of the reader's program is computed in integers and corrected
// where it strays. MuPDF, which rounds widths, is kept within 0.015 pt. The step
// that most glyphs of a run share (justified Chinese) is set once as character
// spacing.
//
// # Tags
//
// The tree of the Book becomes the structure tree: nodes that only hold a place
// dissolve, nodes without content vanish, a link that hangs in no Link node gets
// one. The writer repairs nothing that a document lacks: a figure without a
// description or a jump in the headings is for the checks before it.
//
// # Colour
//
// Screen files use the sRGB look of each [page.Color] and name sRGB as output
// intent. Print files use its inks; images are not yet converted for them. No
// transparency is ever written.
//
// # Same input, same bytes
//
// Nothing is taken from a clock or from the order of a map. The file identifier is
// a hash of the content.
package pdf
