// Package taking shows what becomes of texts from elsewhere before anything is done with
// them.
//
// A [Pane] shows what intake makes of a foreign text, or of a Word file: the text as it
// came and the clean one side by side, and a list of all that was changed, with the
// reason and how certain it is. Each change can be undone alone; tracked changes of a
// Word file can be made, its comments are read (proposals.go). The cleaning runs in a
// worker, anew whenever something is undone; what comes late is dropped.
//
// A [Review] shows what somebody did to a copy of a document that has come back: each
// change and comment with its author and place, and the document's text with all of them
// in it (marked.go). What is accepted is handed to the window; what has no edit, for it
// is about the front matter or clashes with a later change, can only be looked at.
//
// Texts are shown without the signs of Markdown (plain.go), cut into rows that fit
// (rows.go), and only rows in sight are drawn (sheet.go), so a megabyte costs no more
// than a page. Lists are gone through by the arrow keys, and decided on by Space.
package taking
