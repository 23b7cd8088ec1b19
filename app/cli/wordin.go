package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

// readWord reads a word processor's file; nil without an error if the source is none.
// What is to be said about it is printed.
func (c *command) readWord(s source, out string) (*word.Text, error) {
	if !word.IsName(s.path) {
		return nil, nil
	}
	target := filepath.Base(intakeTarget(s, out))
	text, found, err := press.ReadWord(s.path, strings.TrimSuffix(target, filepath.Ext(target)))
	var said []string
	for _, d := range found {
		said = append(said, c.answer(s, d))
	}
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

// answer says what is wrong with a foreign file, and what to do.
func (c *command) answer(s source, d bulletins.Diagnostic) string {
	message, hint := assets.Message(c.lang, d.Code, d.Args)
	return fmt.Sprintf("%s: %s %s: %s\n    %s", s.path, d.Severity, d.Code, message, hint)
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
