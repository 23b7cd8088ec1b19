package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins"
)

// wording returns the message and the hint.
func (c *command) wording(f press.Finding) (message, hint string) {
	if f.Text != "" {
		return f.Text, ""
	}
	message, hint = assets.Message(c.lang, f.Code, f.Args)
	if at := f.Elsewhere; at != nil {
		message = fmt.Sprintf("%s:%d: %s", at.File, at.Line, message)
	}
	return message, hint
}

// failed makes a finding of an error about files, so that a program finds all that
// went wrong in one array.
func (c *command) failed(s source, err error) press.Finding {
	d := bulletins.Diagnostic{Code: "file", Severity: bulletins.Error}
	return press.Finding{Diagnostic: d, File: s.shown(), Text: c.explain(err)}
}

// shownFindings is how many findings of a document a person is shown.
const shownFindings = 200

// printFindings writes findings for people.
func (c *command) printFindings(w io.Writer, list []press.Finding) {
	if more := len(list) - shownFindings; more > 0 {
		list = list[:shownFindings]
		defer func() { fmt.Fprintln(w, c.say("more-findings", more)) }()
	}
	for _, f := range list {
		message, hint := c.wording(f)
		place := f.File
		if f.Line > 0 {
			place = fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
		}
		fmt.Fprintf(w, "%s: %s %s: %s\n", place, f.Severity, f.Code, message)
		if hint != "" {
			fmt.Fprintf(w, "    %s\n", hint)
		}
	}
}

// jsonFinding is a finding for programs.
type jsonFinding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	EndLine  int    `json:"endLine,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// printJSON writes findings as one array.
func (c *command) printJSON(w io.Writer, list []press.Finding) error {
	out := make([]jsonFinding, 0, len(list))
	for _, f := range list {
		message, hint := c.wording(f)
		out = append(out, jsonFinding{f.File, f.Line, f.Column, f.EndLine, f.Severity.String(), f.Code, message, hint})
	}
	return writeJSON(w, out)
}

// writeJSON writes a value, indented, Chinese and < > as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
