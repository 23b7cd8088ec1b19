package export

import "fyne.io/fyne/v2"

// Options are what exporting asks of the window. Window alone must be there.
type Options struct {
	Window fyne.Window

	Current  func() string   // path of the document that is open, "" for none
	Selected func() []string // paths of the documents selected in the folder's list
	Folder   func() []string // paths of all documents of the folder

	// Text returns the text of a document that is open, saved or not. Like all but Keep
	// it is called on the goroutine that owns the widgets.
	Text func(path string) (text string, open bool)
	// Goto shows a place of a document, a byte offset in its text.
	Goto func(path string, offset int)
	// Keep keeps a version of the text that was exported. It is called from workers.
	Keep func(path, text string)

	// ChooseFolder asks the user for a folder, beginning with one; nil: Fyne's own
	// dialog. It may call chosen from any goroutine, or not at all.
	ChooseFolder func(begin string, chosen func(folder string))

	Choice   Choice       // what was chosen last
	Remember func(Choice) // keeps it

	// Busy is told what is going on while documents are exported, for the status bar;
	// "" when it is over.
	Busy func(text string)
	// Tell says in passing that something is done: exported behind the user's back,
	// handed to the printer.
	Tell func(text string)
}

// Choice is what the user chose last; it is remembered.
type Choice struct {
	Output     string // the ID of a press.Output
	Folder     string // "": the one beside the documents
	Resolution int
}

func call[A any](f func(A), a A) {
	if f != nil {
		f(a)
	}
}

func list(f func() []string) []string {
	if f == nil {
		return nil
	}
	return f()
}
