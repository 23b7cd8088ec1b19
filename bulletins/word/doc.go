// Package word writes documents as DOCX files, reads DOCX files of others, and takes
// reviewed copies home.
//
// # Out
//
//	err := word.Write(ctx, file, flow)
//
// [Write] writes a composed flow, so every kind of document comes out without a line of
// code for it. Each role of the theme is a style, under the name that Word has for it if
// it has one; what a paragraph or a run differs by stands with it. Numbers are text, as
// they were typed. What the two programs do differently:
//
//   - Lines have a fixed height. Word stands them on a baseline at four fifths of it,
//     so what begins at a place of the sheet is moved by the difference.
//   - The page says the grid with its exact pitches (w:docGrid). The characters take
//     their pitch from their own spacing: LibreOffice makes squares of that grid.
//   - Of two spaces between paragraphs ours takes the larger, Word the sum.
//   - What is fixed on the sheet, and the imprint, are frames at that place; what has a
//     box is a table of one cell; what stands side by side a table without rules.
//   - What fills the sheet, such as a border, is a picture behind the text.
//   - Notes are Word's own, numbered by it in the marks of the theme. Side notes are
//     frames in the margin beside their paragraph's first line; in cells and columns, and
//     where the margins change sides, footnotes. A letter that covers several lines is
//     Word's own, a paragraph in a frame; [Read] makes one paragraph of both.
//   - Word has notes at the foot of the page, below an imprint: that moves up by as much as
//     the notes of the last page take in ours.
//   - Pages that only hold an imprint, and the even last side, are not made by Word.
//
// # In
//
//	text, found := word.Read(file, size, word.ReadOptions{Name: name})
//
// [Read] gives Markdown of what a file says: headings by style or by look, lists with
// the numbers that Word counted, tables with merged cells, pictures, notes, the text of
// boxes. Tracked changes are not made and comments not shown: they are [Proposal]s with
// their places in the Markdown. Cleaning the text is for package intake. A file that is
// none, that has a password or macros, or that is past the limits (package.go) is
// answered by a Diagnostic with what to do. Nothing outside the file is opened, and no
// entity is ever expanded.
//
// # Home again
//
//	list, found := word.Compare(ctx, doc, flow, copy, size, name)
//	text := word.Apply(doc.Text, list, accepted)
//
// Write gives every paragraph a bookmark with its number and a hash of its text, which
// Word, WPS and LibreOffice keep. [Compare] writes the document again, without a file,
// and pairs its paragraphs with those of the copy by these marks, by their text, and by
// likeness. The hash tells who changed a paragraph: the reviewer (a proposal), we since
// then (nothing), or both (a conflict: one proposal with both texts, and the ways in
// which it can end, conflict.go). A number that is missing tells a paragraph that
// was taken out from one that we added since; whether we changed it before it was taken
// out, the hashes in the properties of the file tell (bases.go). Inside a paragraph tracked changes stand
// where they are; others are found by words (diff.go). Every piece of a paragraph knows
// where it stands in the Markdown, so a change becomes an edit there, with the marks
// round it kept (place.go). Paragraphs that were joined, split or moved and rows of tables
// are changes of their own (joint.go, order.go, rows.go), and so is what was made bold or no
// longer is (emphasis.go). What comes from the front matter, or does not stand in the
// Markdown as it is, has no edit: it is shown, and made by hand. A copy may come home
// again: tracked changes that stand in the text already are not proposed (since.go).
//
// # Files
//
// write.go and parts.go make the package; body.go, text.go, table.go, picture.go,
// note.go, sidenote.go, dropcap.go, backdrop.go, section.go, furniture.go what stands in it; style.go and fontnames.go the
// styles. package.go opens a file; content.go, paragraph.go and numbering.go read it;
// markdown.go, marks.go and escape.go write the Markdown. testdata/make.py makes the
// files that the tests read, testdata/change.py changes one, both with LibreOffice.
package word
