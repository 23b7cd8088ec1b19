// Package assets holds what the program carries with it: messages and printed
// words in four languages, and the sample documents.
//
// Messages are what the program says about a document or a command: for each code a
// message (what is wrong, and where) and a hint (what to do). They stand in
// messages/AREA.LANG.yaml, an area being the part of the program that says them:
//
//	image-missing:
//	  message: "The picture “{name}” is not there."
//	  hint: "Put the file beside the document, or correct its name."
//
// Phrases are the words that are printed on pages around the author's own. They
// stand in phrases/AREA.LANG.yaml, one a line:
//
//	editor: "责编"
//
// Words in braces are arguments; other braces are text. A value of an argument that
// is a word of ours stands in messages/words.LANG.yaml: what {type} is called, say.
// Messages are whole sentences with their stops, and so are hints. Everyone who writes them writes for people who
// know a word processor, not Markdown. Each code and phrase exists in all four
// languages with the same arguments; a test sees to it. The files are YAML of the
// narrow kind above, read line by line when a language is first asked for: a
// program that has nothing to say has read nothing.
package assets
