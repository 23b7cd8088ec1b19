// Package export makes outputs of documents from the window: which ones, of what,
// where to, under which names; and it prints.
//
// # Exporting
//
// [New] makes a Panel, [Panel.Show] opens it over the window. It shows one of two
// faces: the choice (choice.go) and the run (run.go). Between them stand
//
//	plan   what goes where: documents are read, named by number and title, and names
//	       that are taken are asked about once, before anything is made (clash.go)
//	batch  documents made in the background, a few at once; each is a Task with its
//	       state, and may be cancelled or tried again
//
// Neither knows of widgets. What is made, and how, stands in press.Outputs. The text
// that is exported is the one in the window, saved or not. Nothing that exists is
// replaced unless somebody said so; an output that fails leaves the older one.
//
// A final document that its content stops lists what stands in the way; a line leads
// to its place in the text. It can be exported as a draft instead.
//
// # Printing
//
// [Print] makes a PDF in a folder of its own and hands it to lp, where there is a
// printer, or to the system's viewer. [Clean] removes that folder when the program
// ends.
//
// # The system
//
// [Open] opens a file with the program that the system has for it, [Reveal] shows it
// in its folder.
package export
