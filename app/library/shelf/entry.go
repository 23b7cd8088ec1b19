package shelf

import (
	"errors"
	"path/filepath"
	"strings"
	"time"
)

// What Entry.Trouble may be, besides errors of the file system.
var (
	ErrBinary   = errors.New("not a text")
	ErrTooLarge = errors.New("text is too large")
)

// State is how far a document has come.
type State uint8

const (
	Unread   State = iota // its head has not been read yet
	Broken                // it cannot be read; Entry.Trouble says why
	Faulty                // something stops a final
	Draft                 // being written
	Reviewed              // the last review is named
	Exported              // its output is no older than its text
)

// Entry is a document of a folder.
type Entry struct {
	Path  string
	Name  string // of the file, without the extension
	Title string // "" until the head is read, or if it has none
	Kind  string
	Lang  string
	Theme string
	Date  time.Time // published, or else of the event; zero if it has none
	// Reviews are how many of the three reviews bear a name.
	Reviews  int
	Errors   int // found in the head
	Modified time.Time
	Size     int64
	State    State
	Trouble  error
}

// Label is what the document is called for people: its title, or else its name.
func (e *Entry) Label() string {
	if e.Title != "" {
		return e.Title
	}
	return e.Name
}

// IsDocument says whether a file of that name is a document.
func IsDocument(name string) bool {
	base := filepath.Base(name)
	return !strings.HasPrefix(base, ".") && strings.EqualFold(filepath.Ext(base), Extension)
}

// Extension ends the names of documents.
const Extension = ".md"

// nameOf is a file's name for people.
func nameOf(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
