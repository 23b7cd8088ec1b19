// Package keeping sees to it that nothing a user typed is ever lost: journals,
// saving, versions, recovery, watching, claims, crash reports, the bin. It imports no
// Fyne. No call waits for a disk unless its comment says what it writes or reads.
//
// # What is promised
//
// A text handed to [Saver.Changed] or [Journal.Note] is
//
//   - handed to the system at once after a rest, and within 250 ms of the write
//     before it while one types: so much at most is lost when the process is killed,
//     and what the system needs to take it;
//   - on the disk within another 500 ms, and what the disk needs to say so: so much at
//     most is lost when the power goes.
//
// The document's own file is written 2 s after the last edit and at least every 30 s,
// as a whole: a temporary file beside it is synced and renamed, so the file is one
// text or the other and never between ([Replace]). It keeps its line ends and byte
// order mark ([Format]), mode, owner and the links that lead to it; what links by
// another name (a hard link) keeps the older text.
//
// What somebody else wrote to the file is never overwritten unasked. Whether somebody
// did is told from the content, read and compared under a lock immediately before the
// file is replaced; size, time and clock decide nothing. Of two programs of ours one
// waits for the other; another program that writes in the very moment between
// comparing and renaming cannot be seen.
//
// # Where it lies
//
// All that is no document lies in [State], not beside the documents, so that it works
// when their folder is read-only or away:
//
//	journal/   what is being typed; a file and its lock for each open document
//	versions/  a folder for each document: an index, and each text once, compressed
//	locks/     one instance a folder, one writer a file
//	crashes/   reports
//
// # The parts
//
// A [Journal] has the whole text and then edit after edit, each with its length and
// checksum, so that reading stops where the power went ([Recoverable]). It comes to
// be with the first change and is removed when all is saved and closed; a lock that
// the system drops tells whose process is dead. It is made anew in the background
// when reading it back would take long.
//
// A [Saver] looks after one open document. Its worker writes, tells what became of
// it, and while it cannot write tries again, more and more rarely: each failure is
// told once. What was in the file before the first change, what was saved by hand,
// and what must give way to another text becomes a version ([AddVersion]); with time
// these are thinned (thinning.go has the table).
//
// A [Watcher] tells of others' changes, and not of ours: this package remembers the
// content of what this program read by [Read] and wrote by [Write] or [Replace].
//
// # Errors
//
// Errors are a [Failure]: a code with words in assets/messages (area keeping).
// [Explain] makes of any error what ui.Message words.
package keeping
