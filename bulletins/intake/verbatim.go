package intake

import (
	"regexp"
	"sort"
	"strings"
)

// verbatim is what no rule about marks may touch: code, addresses, paths, the targets
// of links, attributes, directives, comments, marks of ours.
var verbatim = regexp.MustCompile("`+[^`]+`+" +
	`|(?:https?|ftp|mailto|tel|file):[^\s\p{Han}，。、；：！？“”‘’（）《》【】<>]+` +
	`|www\.[^\s\p{Han}，。、；：！？“”‘’（）《》【】<>]+` +
	`|[\w.+-]+@[\w-]+(?:\.[\w-]+)+` +
	`|[A-Za-z]:\\[^\s，。；：！？、“”]*` +
	`|!?\[[^\]]*\]\([^)]*\)|\[\^[^\]]+\]:?|!\[|\]\{[^}]*\}|:[a-z]+\[[^\]]*\](?:\{[^}]*\})?` +
	`|<!--.*?-->|</?[A-Za-z][^>]*>|⟦[^⟧]*⟧`)

// masks lists the verbatim stretches of a line.
func masks(s string) [][]int {
	if !strings.ContainsAny(s, "`@:[<⟦") && !strings.Contains(s, "www.") {
		return nil
	}
	found := verbatim.FindAllStringIndex(s, -1)
	for _, at := range found {
		// A mark behind an address is not of it.
		if c := s[at[0]]; c != '`' && c != '[' && c != '!' && c != '<' {
			for at[1] > at[0] && strings.IndexByte(",;:!?.)", s[at[1]-1]) >= 0 {
				at[1]--
			}
		}
	}
	return found
}

func masked(at [][]int, i int) bool {
	n := sort.Search(len(at), func(n int) bool { return at[n][1] > i })
	return n < len(at) && at[n][0] <= i
}

// plainly says whether marks of a line may be changed at all.
func plainly(l *line) bool {
	return l.open() && !strings.HasPrefix(l.text, ":::") && !strings.HasPrefix(l.text, "[^") && !ornament.MatchString(l.text) && !strings.HasPrefix(l.text, "|-")
}
