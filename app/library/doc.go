// Package library is where documents are found and begun: the start page, the gallery
// of kinds and house styles, and the list of a folder's documents.
//
//   - Start greets: new, open, paste, the samples, what was open before, and the
//     languages, each by its own name.
//   - Gallery shows a true first page for every kind that exists in a language, by
//     group, of the kind's starter or of the user's own text; in the kind's own house
//     style or in another.
//   - List stands at the left of the document window. It filters as one types,
//     searches in all texts, and holds what can be done with files.
//
// All three draw true pages: a sheet asks package thumbs for its picture when it is
// painted, at the pixels that it has on the screen, and so only what is seen is made.
// What is known of a folder comes from package shelf. Neither knows Fyne; everything
// that touches a disk runs there or in a worker, and comes back by ui.Do.
//
// The parts ask the window for what they cannot do themselves through the functions in
// their Options.
package library
