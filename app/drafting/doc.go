// Package drafting is what the editing commands do to a text.
//
// Each command is a pure function: it takes a parsed document and what is selected
// in it and returns a manuscript.Change, or false when there is nothing to do.
package drafting
