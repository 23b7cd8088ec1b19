// Package page is the display list: what stands where on each page.
//
// Layout makes a [Book]; the writers (PDF, raster, the text dump) read it and
// never measure text again, so the preview is the page. A Book holds its
// information, its outline, its destinations, its tag tree and its pages. A
// [Page] has a trim size, a bleed and a list of items in paint order. [Item] is
// a closed set: [GlyphRun], [Path], [Image], [Link], [Group].
//
// Coordinates are [Length], whole multiples of 1/65536 pt, with the origin at
// the top left corner of the trimmed page and y running downwards. Layout
// decides in integers only, so that a page is the same on every processor.
//
// Items name a node of the tag tree ([TagID]). The order of the nodes is the
// reading order; the order of the items is the paint order. A paragraph split
// over two pages is one node. An item of node 0 is an artifact: a running head,
// a rule, a background.
package page
