package kinds

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// Whoever is named with others is named in the order of their ranks. The ranks are those
// of the office's register of people: numbers, 1 the highest, or the usual words.

// rankWords are words for ranks, the highest first.
var rankWords = []string{
	"正国级", "副国级", "正部级|正省级|省部级正职|正省部级", "副部级|副省级|省部级副职|副省部级", "正厅级|正局级|正司级|厅局级正职|地厅级正职|正地级",
	"副厅级|副局级|副司级|厅局级副职|副地级", "正处级|正县级|县处级正职|正团级", "副处级|副县级|县处级副职", "正科级|乡科级正职|正乡级", "副科级|乡科级副职|副乡级", "科员", "办事员",
}

// rankOf reads a rank, the highest being the least; ok is false for what is none.
func rankOf(text string) (rank int, ok bool) {
	text = oneLine(text)
	if n, err := strconv.Atoi(text); err == nil {
		return n, true
	}
	for i, words := range rankWords {
		if text != "" && slices.Contains(strings.Split(words, "|"), text) {
			return i, true
		}
	}
	return 0, false
}

// outranks says whether somebody is of a higher rank than another; not if that of either
// is not known.
func outranks(p, other Person) bool {
	rank, ok := rankOf(p.Rank)
	than, known := rankOf(other.Rank)
	return ok && known && rank < than
}

// byRank puts those whose ranks are known in order; the others keep their places.
func byRank(people []Person) []Person {
	var places []int
	var ranked []Person
	for i, p := range people {
		if _, ok := rankOf(p.Rank); ok {
			places, ranked = append(places, i), append(ranked, p)
		}
	}
	slices.SortStableFunc(ranked, func(p, other Person) int {
		switch {
		case outranks(p, other):
			return -1
		case outranks(other, p):
			return 1
		}
		return 0
	})
	out := slices.Clone(people)
	for i, at := range places {
		out[at] = ranked[i]
	}
	return out
}

// checkRanks reports those in lists of people who stand behind somebody of a lower rank.
func checkRanks(meta *bulletins.Meta, report func(bulletins.Diagnostic), keys ...string) {
	for _, key := range keys {
		people := People(meta.Values[key])
		for i, p := range people {
			before := slices.IndexFunc(people[:i], func(other Person) bool { return outranks(p, other) })
			if before >= 0 {
				report(problem(bulletins.Warning, "people-order", p.Range, "name", p.Name, "before", people[before].Name))
			}
		}
	}
}

// enumerated is what stands between two names of a list: 、副市长 or , and.
var enumerated = regexp.MustCompile(`^\s*(?:（[^）]*）|\([^)]*\))?\s*(?:、|和|与|與|及|以及|,|&|\band\b|\bdan\b)[^。．.；;：:！!？?，]*$`)

// named is a name in a text.
type named struct {
	Person
	list, index int // where the front matter has it
	start, end  int
}

// checkNamed reports lists of names in the text that are not in the order of ranks or,
// where these are not known, of the front matter.
func checkNamed(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	var known []named
	for list, key := range []string{"chair", "speakers", "attendees", "observers"} {
		for i, p := range People(doc.Meta.Values[key]) {
			if utf8.RuneCountInString(p.Name) > 1 && placeholder(p.Name) == nil {
				known = append(known, named{Person: p, list: list, index: i})
			}
		}
	}
	if len(known) < 2 {
		return
	}
	for i, top := range doc.Blocks {
		if _, ok := top.Block.(*bulletins.Paragraph); !ok {
			continue
		}
		found := namesInText(top.Source, known)
		for k := 1; k < len(found); k++ {
			one, two := found[k-1], found[k]
			if two.start < one.end || !enumerated.MatchString(top.Source[one.end:two.start]) {
				continue
			}
			at := bulletins.Range{Start: doc.Starts[i] + two.start, End: doc.Starts[i] + two.end}
			_, ranked := rankOf(one.Rank)
			_, also := rankOf(two.Rank)
			switch {
			case outranks(two.Person, one.Person):
				report(problem(bulletins.Warning, "people-order", at, "name", two.Name, "before", one.Name))
			case !(ranked && also) && one.list == two.list && two.index < one.index:
				report(problem(bulletins.Warning, "news-order", at, "name", two.Name, "before", one.Name))
			}
		}
	}
}

// namesInText finds names, each time that they come, in their order; of two at one place
// the longer.
func namesInText(text string, known []named) []named {
	var out []named
	for _, n := range known {
		for from := 0; ; {
			i := strings.Index(text[from:], n.Name)
			if i < 0 {
				break
			}
			n.start, n.end = from+i, from+i+len(n.Name)
			out = append(out, n)
			from = n.end
		}
	}
	slices.SortStableFunc(out, func(a, b named) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	end := 0
	return slices.DeleteFunc(out, func(n named) bool {
		inside := n.start < end
		end = max(end, n.end)
		return inside
	})
}
