package bulletins

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
}

// Fix is an edit that mends what a Diagnostic is about.
type Fix struct {
	Range Range // in Document.Text
	Text  string
}
