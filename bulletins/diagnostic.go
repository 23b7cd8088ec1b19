package bulletins

import "strconv"

// Severity says how much a Diagnostic weighs.
type Severity uint8

const (
	Info    Severity = iota // worth knowing
	Warning                 // does not stop anything
	Error                   // stops a final document
)

func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Diagnostic is something to say about a document's content. Its words come from
// assets/messages when it is shown; here are only the code and its arguments.
type Diagnostic struct {
	Code     string // a name in assets/messages, such as "image-missing"
	Severity Severity
	Range    Range             // in Document.Text
	Args     map[string]string // what the message names
	Fix      *Fix              // a way to mend it, or nil
	// Elsewhere is where it is, if that is in another document which this one takes in;
	// Range is then where it does so.
	Elsewhere *Elsewhere
}

// Elsewhere is a place in another document of the folder.
type Elsewhere struct {
	File  string // as the document names it
	Line  int    // from 1
	Range Range  // in that document's text
}

// Fix is an edit that mends what a Diagnostic is about.
type Fix struct {
	Range Range // in Document.Text
	Text  string
}

// note makes a Diagnostic; args are names and values in turn.
func note(severity Severity, code string, at Range, args ...string) Diagnostic {
	d := Diagnostic{Code: code, Severity: severity, Range: at}
	if len(args) > 0 {
		d.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		d.Args[args[i]] = args[i+1]
	}
	return d
}

// fixed returns the Diagnostic with a way to mend it.
func (d Diagnostic) fixed(at Range, text string) Diagnostic {
	d.Fix = &Fix{Range: at, Text: text}
	return d
}

// shifted returns the Diagnostic as many bytes further on.
func (d Diagnostic) shifted(by int) Diagnostic {
	d.Range = d.Range.shifted(by)
	if d.Fix != nil {
		d.Fix = &Fix{Range: d.Fix.Range.shifted(by), Text: d.Fix.Text}
	}
	return d
}

func (r Range) shifted(by int) Range { return Range{r.Start + by, r.End + by} }

func itoa(n int) string { return strconv.Itoa(n) }
