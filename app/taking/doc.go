// Package taking shows what becomes of texts from elsewhere before anything is done with
// them.
//
// A [Pane] shows what intake makes of a foreign text, or of a Word file: the text as it
// came and the clean one side by side, scrolled together (together.go), a list of all that
// was changed, with the reason and how certain it is (lines.go), and the particulars of
// the document as its form has them (front.go). Lines can be listed by sort (bar.go). Each
// change can be undone, alone or with all that are listed; what is doubtful is confirmed,
// or the right words are typed in its place (answer.go); tracked changes of a Word file can
// be made, its comments are read (proposals.go).
//
// What the user wants otherwise is one value (decisions.go), of which the pane keeps the
// former ones for Ctrl+Z. The cleaning runs in a worker, anew after each decision, and
// brings along all that is shown (cleaning.go). If more of a web page is kept, or less, the
// decisions follow the text to their new places.
//
// A [Review] shows what somebody did to a copy of a document that has come back: each
// change and comment with its author and place, and the document's text with all of them
// in it (marked.go). A conflict is ended as the document has it, as the copy has it, or
// with both (deciding.go). What is accepted is handed to the window as edits; what has
// none, for it is about the front matter, can only be looked at.
//
// Texts are shown without the signs of Markdown (plain.go), cut into rows that fit
// (rows.go), and only rows in sight are drawn (sheet.go), so a megabyte costs no more
// than a page. Lists are gone through by the arrow keys, and decided on by Space; a click
// on a mark chooses its line.
package taking
