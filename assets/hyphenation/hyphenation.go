// Package hyphenation holds what package hyphen knows about words: the patterns and
// exceptions of English, and the roots of Indonesian. README.md says where each file
// comes from; the licences of the foreign ones stand at their heads.
package hyphenation

import _ "embed"

// American and British are Liang patterns and a few exceptions, in TeX's notation.
var (
	//go:embed hyph-en-us.tex
	American string

	//go:embed hyph-en-gb.tex
	British string
)

// AmericanExceptions are the words of TUGboat's hyphenation exception log, in TeX's
// notation.
//
//go:embed ushyphex.tex
var AmericanExceptions string

// IndonesianRoots are roots, combining forms and whole words of Indonesian. The head
// of the file explains its notation.
//
//go:embed id-roots.txt
var IndonesianRoots string
