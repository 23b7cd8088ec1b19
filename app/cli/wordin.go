package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins/word"
)

// wordFiles are the extensions of files of word processors.
var wordFiles = []string{".docx", ".docm", ".dotx", ".doc", ".wps", ".wpt", ".rtf", ".odt"}

// readWord reads a word processor's file; nil without an error if the source is none.
// What is to be said about it is printed.
func (c *command) readWord(s source, out string) (*word.Text, error) {
	if !slices.Contains(wordFiles, strings.ToLower(filepath.Ext(s.path))) {
		return nil, nil
	}
	in, size, err := press.Open(s.path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	target := filepath.Base(intakeTarget(s, out))
	var text *word.Text
	var said []string
	err = press.Protect(func() error {
		got, found := word.Read(in, size, word.ReadOptions{Name: filepath.Base(s.path), Picture: strings.TrimSuffix(target, filepath.Ext(target))})
		text = got
		for _, d := range found {
			message, hint := assets.Message(c.lang, d.Code, d.Args)
			said = append(said, fmt.Sprintf("%s: %s %s: %s\n    %s", s.path, d.Severity, d.Code, message, hint))
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case text == nil:
		return nil, &fileError{strings.Join(said, "\n")}
	}
	for _, line := range said {
		fmt.Fprintln(c.err, line)
	}
	return text, nil
}

// proposalsOf lists the tracked changes and comments of a file that was read.
func (c *command) proposalsOf(t *word.Text) string {
	var b strings.Builder
	for i, p := range t.Proposals {
		who := p.Author
		if !p.Date.IsZero() {
			who += " " + p.Date.Format("2006-01-02 15:04")
		}
		fmt.Fprintf(&b, "%d. %s: %s: %s\n", i+1, p.Around, who, c.say(proposalWords[p.Kind], p.Before, p.After, p.Note))
	}
	return b.String()
}
