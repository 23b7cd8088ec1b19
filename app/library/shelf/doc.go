// Package shelf knows the documents of a folder: what they are called, of which kind
// and how far they are, and where words stand in their texts. It is the window's
// list of documents without the window.
//
//	s := shelf.Open(dir, shelf.Options{Lang: "zh-Hans", Changed: refresh})
//	defer s.Close()
//	for _, e := range s.View(shelf.View{Order: shelf.ByModified}) { … }
//
// Open returns at once. A goroutine of the shelf lists the folder in chunks, then
// reads the heads of the documents, those asked for by Prefer first; Changed is told
// when View has something new to show. So a folder of ten thousand documents can be
// used as soon as the first names are known. Rescan takes in what was changed
// outside; a shelf does not watch its folder by itself.
//
// An Entry never changes; another takes its place. Only the head of a file is read,
// and kept by path, time and size in a Cache, so that coming back to a folder reads
// nothing again. The head decides an Entry's State:
//
//   - Broken: it cannot be read, is no text, or is too large; Trouble says why.
//   - Faulty: the head has errors that would stop a final.
//   - Exported: a final output no older than the text lies there.
//   - Reviewed: the final review bears a name.
//   - Draft: none of these.
//
// # Searching
//
// Search looks through whole texts, each as long as it has to, and hands over hits
// while it goes on. Words are looked for as a reader sees the text: what they hit in
// marks alone, in the name of a key or of a directive, is no hit. A regular
// expression sees the text as it is in the file. Offsets count bytes of the text with
// line ends as \n, which is how documents are edited.
//
// # Files
//
// Create, Rename, Duplicate, NewFrom and CopySample never write over a file; a name
// that is taken gets a number. CleanName makes names that Windows takes as well.
package shelf
