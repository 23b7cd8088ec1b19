// Package kinds turns documents into flows.
//
// A [Kind] (文种) says which front matter a document of its kind has, what a new one
// starts with, and what stands round the author's text: the head of an article, the
// apparatus at its end. The text itself is composed alike for every kind. A new
// kind is one file with a Kind in it and a row in the table of kind.go.
//
// # Composing
//
// [Composer.Compose] walks over the document's blocks and gives each text a role's
// style, a tag and its place in the source; it decides nothing about sizes. Values
// of style come from the theme alone, words of our own from assets/phrases alone.
// What it derives from a theme's style is only structure: text inside a box has the
// box's type but not its frame (style.go).
//
//   - The title is the front matter's, or else a heading of level 1 that opens the
//     text. It is H1; the headings below it follow without gaps, whatever levels the
//     author used (heading.go). Their look goes by the level as typed.
//   - Notes are numbered in the order of their first references (note.go).
//   - A picture that cannot be had becomes a box that says so, and an error
//     (picture.go). Nothing is read outside the document's folder, nothing fetched.
//   - Every Inline knows the offset of its text in its top-level block; words of
//     ours and of the front matter have -1.
//
// # Lists
//
// The tables of ledgers, registers and checklists are rolls (roll.go): a [Kind] has lists,
// each with its columns, which are known by many names in four languages (phrases
// column-…), the checks of a row and the columns that follow from others. A roll comes
// from a table of the text or from a CSV or XLSX file; rollset.go makes its table, and
// [Tables] hands it back to the office. Empty rows that the front matter asks for are on
// paper only.
//
// # Keeping
//
// A Composer remembers what it made of each *bulletins.TopBlock. As long as the
// theme, the language, the numbers of its notes, the headings above it and its
// pictures are as before, the same pointer gives the same layout.Blocks, so that a
// keystroke costs one paragraph and layout sees by the pointers what it need not
// set again. Composed blocks are never changed.
package kinds
