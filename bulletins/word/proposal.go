package word

import (
	"time"

	"safety365/bulletins"
)

// Kind says what a reviewer did.
type Kind uint8

const (
	Insert  Kind = iota // After was added
	Delete              // Before was taken out
	Replace             // After took the place of Before
	Comment             // Note was said about Before
	Bold                // Before was made bold
	Plain               // it is no longer bold
)

func (k Kind) String() string {
	return [...]string{"insert", "delete", "replace", "comment", "bold", "plain"}[k]
}

// Proposal is a change that a reviewer made or asked for.
type Proposal struct {
	Kind    Kind
	Author  string    // "" if the change was not tracked
	Date    time.Time // zero: unknown
	Tracked bool
	Before  string // as it is in the document
	After   string // as the reviewer wants it
	Note    string // a comment's words
	Around  string // the beginning of the paragraph that it is in
	// Range is where it belongs in the Markdown, Edit what to put there; nil: nothing in
	// the text can be changed for it.
	Range bulletins.Range
	Edit  *bulletins.Fix
	// Conflict says why it is not made: a code of assets/messages, or "". What was changed
	// on both sides is one proposal of the whole paragraph, with the ways to end it in
	// [Proposal.Answers].
	Conflict string

	answers    [3]*bulletins.Fix // to a conflict, by Answer
	owner      *paragraph        // of ours
	begin, end int               // in its text
}
