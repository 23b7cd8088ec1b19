package taking

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"safety365/bulletins"
)

// written is a document's text as people read it, and where its places are there.
type written struct {
	text     string
	from, to []int // places of the document in order, and where they are
}

// longestPlain is how long a text may be to be written without its marks, in bytes.
const longestPlain = 4 << 20

// picture is a picture, and the words below it.
var picture = regexp.MustCompile(`!\[([^\]\n]*)\]\([^)\n]*\)`)

// writePlain writes what of a document begins at a place, piece by piece between the
// places that somebody will ask for. A nil plain leaves it as it is.
func writePlain(text string, start int, plain func(string) string, places []bulletins.Range) written {
	cuts := []int{start, len(text)}
	signs := map[int]string{} // of pictures, whose words are cut out of them
	if plain == nil || len(text) > longestPlain {
		plain = func(s string) string { return s }
	} else {
		for _, p := range places {
			cuts = append(cuts, p.Start, p.End)
		}
		for _, m := range picture.FindAllStringSubmatchIndex(text, -1) {
			cuts = append(cuts, m[0], m[2], m[3], m[1])
			signs[m[0]], signs[m[3]] = "▣ ", ""
		}
	}
	slices.Sort(cuts)
	var w written
	var b strings.Builder
	for i, at := range cuts {
		if at < start || at > len(text) || i > 0 && at == cuts[i-1] {
			continue
		}
		if n := len(w.from); n > 0 {
			if sign, ok := signs[w.from[n-1]]; ok {
				b.WriteString(sign)
			} else {
				b.WriteString(plain(text[w.from[n-1]:at]))
			}
		}
		w.from, w.to = append(w.from, at), append(w.to, b.Len())
	}
	w.text = b.String()
	return w
}

// at is where a range of the document is; what is before it is at its beginning.
func (w written) at(r bulletins.Range) bulletins.Range {
	return bulletins.Range{Start: w.place(r.Start), End: w.place(r.End)}
}

func (w written) place(at int) int {
	i := sort.SearchInts(w.from, at+1) - 1
	if i < 0 {
		return 0
	}
	limit := len(w.text)
	if i+1 < len(w.to) {
		limit = w.to[i+1]
	}
	return min(w.to[i]+at-w.from[i], limit)
}
