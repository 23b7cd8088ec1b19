package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"safety365/assets"
	"safety365/bulletins"
)

// finding is something to say about a document, with its place.
type finding struct {
	file         string
	line, column int // from 1; 0: an option, which has no place
	endLine      int
	severity     bulletins.Severity
	code         string
	args         map[string]string
	text         string // the message, if it is not in the catalogue
}

// wording returns the message and the hint.
func (c *command) wording(f finding) (message, hint string) {
	if f.text != "" {
		return f.text, ""
	}
	return assets.Message(c.lang, f.code, f.args)
}

// failed makes a finding of an error about files, so that a program finds all that
// went wrong in one array.
func (c *command) failed(s source, err error) finding {
	return finding{file: s.path, severity: bulletins.Error, code: "file", text: c.explain(err)}
}

// findingOf places a Diagnostic.
func findingOf(doc *bulletins.Document, d bulletins.Diagnostic) finding {
	at, end := doc.Position(d.Range.Start), doc.Position(max(d.Range.Start, d.Range.End))
	f := finding{file: doc.Name, line: at.Line, column: at.Column, severity: d.Severity, code: d.Code, args: d.Args}
	// A range that ends behind a line break ends on the line before.
	if end.Column == 1 && end.Line > at.Line {
		end.Line--
	}
	if end.Line > at.Line {
		f.endLine = end.Line
	}
	return f
}

// sortFindings orders by place, each file's together in order of appearance.
func sortFindings(list []finding) {
	files := map[string]int{}
	for _, f := range list {
		if _, ok := files[f.file]; !ok {
			files[f.file] = len(files)
		}
	}
	slices.SortStableFunc(list, func(a, b finding) int {
		return cmp.Or(cmp.Compare(files[a.file], files[b.file]), cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
}

// hasErrors reports whether anything stops a final document.
func hasErrors(list []finding) bool {
	return slices.ContainsFunc(list, func(f finding) bool { return f.severity == bulletins.Error })
}

// shownFindings is how many findings of a document a person is shown.
const shownFindings = 200

// printFindings writes findings for people.
func (c *command) printFindings(w io.Writer, list []finding) {
	if more := len(list) - shownFindings; more > 0 {
		list = list[:shownFindings]
		defer func() { fmt.Fprintln(w, c.say("more-findings", more)) }()
	}
	for _, f := range list {
		message, hint := c.wording(f)
		place := f.file
		if f.line > 0 {
			place = fmt.Sprintf("%s:%d:%d", f.file, f.line, f.column)
		}
		fmt.Fprintf(w, "%s: %s %s: %s\n", place, f.severity, f.code, message)
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
func (c *command) printJSON(w io.Writer, list []finding) error {
	out := make([]jsonFinding, 0, len(list))
	for _, f := range list {
		message, hint := c.wording(f)
		out = append(out, jsonFinding{f.file, f.line, f.column, f.endLine, f.severity.String(), f.code, message, hint})
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
