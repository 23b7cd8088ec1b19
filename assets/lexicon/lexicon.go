// Package lexicon holds the words that package segment knows: a list with counts,
// and terms of our own. README.md says where they come from; the licences stand
// beside them.
package lexicon

import _ "embed"

// Words is a list of words, packed by make.py, which describes it.
//
//go:embed words.zst
var Words []byte

// Terms are words of work safety and of government. The head of the file explains
// its notation.
//
//go:embed terms.txt
var Terms string
