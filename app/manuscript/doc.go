// Package manuscript holds the text of an open document while it is worked on.
//
// A Manuscript is a text, what the parser makes of it, a selection, and the history
// of its changes. Everything that alters a document in the window — typing, a form,
// a table, a fix, replacing all — is a Change given to Apply, so there is one undo
// for all of it and one place that says what is unsaved.
//
// The text is parsed at each change, at once: the parser keeps what it knows, so this
// costs about 0.01 ms a page. Document is therefore never older than Text, and
// whoever shows the text reads its structure there. A Document is never changed, so
// workers may read it as long as they like.
//
// Offsets are bytes of Text. A Manuscript belongs to the goroutine that owns the
// widgets.
package manuscript
