// Package intake makes a clean document of foreign text: of what was copied from a web
// page, of an HTML file, of bytes in whatever encoding.
//
//	r, err := intake.Clean(raw, intake.Options{Name: "news.txt"})
//	r.Text    // Markdown with front matter
//	r.Changes // everything that was done, each with its place in r.Raw
//
// # Rules
//
// A rule is a step in one table (rules.go). It looks at the lines that those before it
// left and says what it wants changed: edits inside a line, or a line that goes to a
// key of the front matter, or nowhere. draft.change and draft.move do it and log it, so
// no rule can change anything unseen. A [Change] names its rule, its place in the raw
// text, what was and what is there, how certain it is, and why (from assets/messages).
// Options.Off switches a rule off; Options.Keep leaves single changes out, by their IDs,
// which are the same on every run: a line that was dropped, or an element of a web page,
// stands where it stood. The rules about marks run until nothing changes, so
// a result that is taken in again comes out as it is; a document with a front matter of
// its own keeps it and is searched neither for damage nor for furniture.
//
//	I00      lines that had been read in a wrong encoding (misread.go)
//	I01–I07  characters: spaces, pinyin in brackets, damaged bytes, lost pictures
//	I08      what a plain text does not mean as Markdown (literal.go)
//	I20–I36  furniture, and what of it belongs in the front matter
//	I40–I42  marks and script of Chinese
//	I50, I52 spaces and quotation marks of Latin text
//
// I43 (the space between the halves of a headline stays) and I51 (a long paragraph is
// offered to be split) change nothing; the latter is a warning.
//
// # Damaged bytes
//
// Some sites put pinyin behind characters by comparing bytes, also where two bytes were
// the halves of different characters; what follows is then shifted (shift.go tells how).
// A damaged stretch is read back in every way that could have led to it (shift.go,
// fill.go). If only one text is possible, it is put in (I04). If several are, the one
// that words or the rest of the text speak for is proposed (I05); how frequent
// characters are never counts (evidence.go). Else what all have in common stays, with
// ⟦?⟧ for the rest.
//
// A proposal stands in the text as it is meant to be, and in import_warnings, with what
// was put in between ⟦ and ⟧. These marks stop a final document (the Diagnostic
// intake-mark of package kinds) until somebody has compared the place and deleted them.
//
// # Packages below
//
// charset finds encodings, html the main text of a page, script converts between
// Simplified and Traditional, sheet reads and writes tables.
package intake
