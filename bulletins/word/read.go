package word

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"safety365/bulletins"
)

// Text is what a file says, as Markdown.
type Text struct {
	Markdown string
	Pictures []Picture // which the Markdown names
	// Proposals are the tracked changes, none of which has been made, and the comments, in
	// the order of the text. Their ranges are of Markdown.
	Proposals []Proposal
}

// ReadOptions say how a file is read.
type ReadOptions struct {
	Name    string // of the file, for messages
	Picture string // what the names of pictures begin with; "": picture
}

// extensions are those of files of word processors, and of what people send in their place.
var extensions = []string{".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott", ".fodt", ".pages", ".pdf", ".ofd"}

// IsName says whether a file with that name is for Read: a DOCX file, or one that Read
// answers with how to make it one.
func IsName(name string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
}

// Read reads a DOCX file. A file that is none, or that is past the limits, gives no Text
// but a Diagnostic that says what to do. Nothing outside the file is opened.
func Read(r io.ReaderAt, size int64, o ReadOptions) (*Text, []bulletins.Diagnostic) {
	c, bad := openContainer(r, size, o.Name)
	if bad != nil {
		return nil, []bulletins.Diagnostic{bad.Diagnostic}
	}
	t, bad := readContent(c)
	if bad != nil {
		return nil, []bulletins.Diagnostic{bad.Diagnostic}
	}
	if o.Picture == "" {
		o.Picture = "picture"
	}
	s := &scribe{content: t, named: map[string]string{}, prefix: o.Picture, remarks: map[string]*Proposal{}, told: map[string]int{}}
	s.write()
	for _, p := range s.remarks {
		s.proposals = append(s.proposals, *p)
	}
	slices.SortStableFunc(s.proposals, func(a, b Proposal) int { return a.Range.Start - b.Range.Start })
	if n := len(s.proposals); n > 0 {
		s.found = append(s.found, problem(bulletins.Info, "word-proposals", "count", itoa(n)))
	}
	return &Text{string(s.out), s.pictures, s.proposals}, s.found
}
