// Package drafting is what the editing commands do to a text.
//
// Each command is a pure function: it takes a parsed document and what is selected in
// it and returns a manuscript.Change, or false when there is nothing to do. Whoever
// gives the command applies the change, so there is one undo for all.
//
// # What its user sees
//
// The writer of a document sees no marks and need not know that there are any, so no
// command works on the source. It works on what is shown: on paragraphs, cells and
// captions, and on the characters in them with the looks that they have.
//
//   - Nothing that is typed or pasted becomes a mark: it gets a backslash where it
//     would. Only "- ", "* ", "1. " and "# " to "#### " in an empty paragraph begin a
//     list or a heading, as a step of its own: one undo gives the characters back.
//   - At the end of bold text, on either side of its hidden mark, typing goes on in
//     bold, and so for other looks; a link and a reading end with their words. At the
//     start of a paragraph typing has the look of what follows.
//   - A caret at a hidden place (a fence, a marker, a pipe, the front matter) counts as
//     being in the nearest line that is shown.
//   - Of blank lines one parts two paragraphs. Two more are an empty paragraph, as
//     package view shows it: in "A\n\n|\n\nB" the caret is in one.
//   - Erasing leaves no fence torn, no row short, no mark unclosed: whole blocks go,
//     of cells, captions and code the text goes, paragraphs at both ends become one.
//   - A picture, a table, a card or a rule beside the caret is selected first (a Change
//     without edits) and goes at the second stroke.
//   - Spaces that open a paragraph are not put in: the parser drops them.
//
// # How it works
//
// grow makes a tree of nodes of the blocks round the selection, with a neighbour on
// each side, from the document and its source: what the parser says nothing about
// (blank lines, comments, definitions) is found between the blocks. A node that is not
// touched is printed as it stood, without the prefix of what is round it, so it can be
// moved anywhere. A line is read into chars, each with the marks that are round it; a
// command changes chars and nodes, and change or inline turns the difference into
// edits.
//
// setting.spell writes chars: first as plainly as can be, then with backslashes, then
// with what touches emphasis by number, and reads each try back with the parser until
// it shows what it should. What only the place of a line can tell, proved reads back.
//
// The front matter is changed by lines (yaml.go), and each change is read back too:
// the value must be there and all others as they were.
//
// Typing letters between letters skips all this (fast.go): about 0.2 µs at any length;
// other keys cost a few paragraphs, 0.1 to 0.5 ms at 100,000 characters.
package drafting
