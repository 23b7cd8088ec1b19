// Package view shows a document as its writer sees it in the editor: text styled as
// what it is, without marks.
//
// A View is what stands where in a column of a given width: it is made from a
// Document and a selection, answers where a place of the text stands and which place
// stands at a point, and gives what is visible as a page of the display list, which
// package raster draws. It knows no widgets and keeps what it made of each
// *bulletins.TopBlock, so a keystroke costs one paragraph.
//
//	v := view.New()
//	v.Set(state)                  // after every change of anything in it
//	p := v.Draw(top, height)      // for raster, at 72 dots an inch times the window's scale
//	hit := v.At(point)            // a click
//	next := v.Move(view.Down, 0)  // a key: select it, then Set again
//
// Lengths are page.Length with 1 pt for one device-independent pixel of the window;
// y runs downwards from the top of the whole text. Offsets are bytes of
// Document.Text. A View belongs to the goroutine that owns the widgets.
//
// # What is shown
//
// The marks of a span are hidden until the selection begins in the span or at its edge;
// it is where the selection begins that counts, so that the text stands still under a
// mouse that selects. Headings, lists, quotations, tables, fences and the front matter
// never show their marks: what they say is drawn, and for a directive there is a card
// with a form behind its head (Hit.Part). In source mode (State.Marks) every line
// stands as it was typed.
//
// Nothing that was typed is lost from sight: what the parser makes nothing of
// (comments, definitions of links, a fence that is not closed) is shown quietly as it
// stands, and so is a block whose places cannot be right. Spaces at the end of a
// paragraph show, for they have just been typed.
//
// Paragraphs are parted by space. One blank line in the text parts two paragraphs;
// a paragraph without text is a blank line that is parted from its neighbours by other
// blank lines, and the last line of a text ending in two line ends.
//
// # Where the caret stands
//
// The caret steps over cells: what a reader takes for one character, a picture in a
// line, the label of a note. Between two cells it has one place, however much is hidden
// there: behind the marks that close and before those that open. Any offset has a
// place, the nearest; places have different offsets and stand at different points. The
// one exception is the end of a row that goes on, which is the start of the next: a
// View remembers which of the two At or Move meant.
//
// # How it is made
//
// The text is cut into units: top-level blocks, the gaps between them, in source mode
// lines. A builder makes a column of each: pieces (paragraphs of cells broken into
// rows), shapes, labels, pictures and parts, at places that count from the unit's own
// start. It goes through the unit's source once and accounts for every byte. Columns
// are kept; only the unit of the caret is made again when marks show in it or something
// is composed there. Set then stacks the units.
package view
