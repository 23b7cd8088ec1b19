// Package layout sets a [Flow] on pages.
//
// It goes in three steps, each of which can be kept or done again by itself:
//
//   - setting: a block becomes a column of units at a given width, a [unit] being
//     what no page break cuts: a line, a row, a picture. Blocks do not know each
//     other, so they are set on all cores at once, and a [Session] sets only those
//     that it has not seen.
//   - breaking: units go on pages in order, by heights and the breaks that are
//     allowed between them (paginate.go), in columns one after the other (band.go).
//     Footnotes take their room from the page, or the column, of their reference
//     (notefoot.go); pictures may leave their place in the text (float.go,
//     columnfloat.go). This touches no text and is cheap at any length.
//   - drawing: a page's units become items of the display list (draw.go). A page is
//     drawn when it is asked for, and dropped by [Build] when it was handed over.
//
// What does not follow the text stands in panes, columns of their own: the cells of a
// [Row], and what is [Fixed] at a place of the sheet, which takes no room in the text. A
// row is a unit like any other; what is fixed waits beside the units of the page that
// the text has come to. Flow.Fixed and the imprint join the pages when these are made up
// (standing.go): they are no part of the breaking, so that a Session breaks only the text.
//
// Vertical text is set as horizontal text that lies on its side, and turned when it is drawn
// (turning.go): a whole document, a [Vertical] frame, the head of a table (tableturn.go).
//
// What a page says about the whole (the number of pages) is filled when all pages
// are known; a flow that has no such field streams.
//
// Where a place of the text stands, and what stands at a point of a page, is worked
// out of the plan of the page (spot.go): nothing is drawn for it.
//
// Tags are numbered when a block takes its place in the flow, in reading order, so
// that drawing can go on in any order. Lengths are integers throughout.
package layout
