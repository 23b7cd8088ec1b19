package themes

import (
	"safety365/bulletins"
	"slices"
	"strings"
)

// Problem is something wrong in a theme, in a document's settings or in --set.
// Its words are in assets/messages under its code. What is wrong is left out: the
// layer below counts, so that a theme with problems can still be used.
type Problem struct {
	File         string // as given by the caller; built-in themes are "themes/files/NAME.yaml"
	Line, Column int    // from 1, in characters; 0 is unknown
	Code         string
	Args         map[string]string
	Severity     bulletins.Severity
}

// report collects problems.
type report struct{ problems []Problem }

func (r *report) add(file string, line, col int, code string, args ...string) {
	if r == nil {
		return
	}
	p := Problem{File: file, Line: line, Column: col, Code: code, Args: map[string]string{}, Severity: bulletins.Error}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	r.problems = append(r.problems, p)
}

func (r *report) node(n *node, code string, args ...string) {
	r.add(n.file, n.line, n.col, code, args...)
}

// fault is what is wrong with a value, before its place is known.
type fault struct {
	code string
	args []string
}

func wrong(code string, args ...string) *fault { return &fault{code, args} }

// Nearest returns the known word that takes the fewest changes from word.
func Nearest(word string, known []string) string {
	best, least := "", 1<<30
	for _, k := range known {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(k))); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is Levenshtein's; long words are cut, they are not misspellings.
func distance(a, b []rune) int {
	a, b = a[:min(len(a), 40)], b[:min(len(b), 40)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// names joins words for a message, sorted.
func names(words []string) string {
	words = slices.Clone(words)
	slices.Sort(words)
	return strings.Join(slices.Compact(words), ", ")
}
