package editor

import (
	"fyne.io/fyne/v2"

	"safety365/app/editor/view"
	"safety365/bulletins/page"
)

// Options are what an Editor asks of the window. Any of them may be nil.
type Options struct {
	// Pictures gives a picture of the document, nil if there is none of that name.
	Pictures func(url string) *page.ImageSource
	// AddPicture copies a file into the document's folder and returns the name under
	// which the text speaks of it.
	AddPicture func(file string) (name string, err error)
	// PastePicture does the same with a picture in the system's clipboard, if it
	// holds one.
	PastePicture func() (name string, ok bool)
	// PasteFile is given a text that is pasted. It says whether that was the name of a
	// file, which somebody else then takes care of; nil: it never is.
	PasteFile func(text string) bool
	// PickPicture asks the user for a picture file.
	PickPicture func(picked func(file string))
	// EditFields is asked for when the card of the front matter was clicked.
	EditFields func()
	// SearchFolder looks for words in all documents of the folder.
	SearchFolder func(words string)

	Colors    func() view.Colors // nil: look.EditorColors
	Clipboard func() fyne.Clipboard
	Moved     func()               // the caret stands elsewhere, or the text has changed
	Shortcut  func(fyne.Shortcut)  // one that the editor has no use for
	Key       func(*fyne.KeyEvent) // likewise a key without Ctrl or Alt, as F1
	Failed    func(error)          // tells the user of something that did not work

	Snippets    func() []string // the user's own phrases
	SaveSnippet func(phrase string)

	Settings Settings
	Changed  func(Settings) // the user has changed them
}

// Settings are what the user chooses about an Editor.
type Settings struct {
	Zoom       int  // per cent; 0: 100
	Source     bool // the text is shown as it is kept, marks and all
	Numbers    bool // of lines
	Focus      bool // all but the paragraph of the caret is dimmed
	Typewriter bool // the line of the caret stays in the middle
}
