package intake

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed furniture.txt
var furnitureText string

// phrases are the words and patterns of furniture.txt.
type phrases struct {
	alone, outside, beside       map[string]bool
	edge, anywhere, others, tags *regexp.Regexp
}

// furniture reads the table when it is first asked for.
var furniture = sync.OnceValue(func() *phrases {
	sections := map[string][]string{}
	head, name := regexp.MustCompile(`^\[([a-z]+)\] `), ""
	for line := range strings.Lines(furnitureText) {
		line = strings.TrimRight(line, "\n")
		if m := head.FindStringSubmatch(line); m != nil {
			name = m[1]
		} else if line != "" {
			sections[name] = append(sections[name], line)
		}
	}
	words := func(name string) map[string]bool {
		set := map[string]bool{}
		for w := range strings.SplitSeq(strings.Join(sections[name], "|"), "|") {
			set[w] = true
		}
		return set
	}
	pattern := func(name, before, after string) *regexp.Regexp {
		return regexp.MustCompile(`(?i)^` + before + `(?:` + strings.Join(sections[name], "|") + `)` + after + `$`)
	}
	return &phrases{
		alone: words("alone"), outside: words("outside"), beside: words("beside"),
		edge: pattern("edge", "", ""), anywhere: pattern("anywhere", "", ""),
		others: pattern("others", `[【\[]?`, `[】\]]?\s*[:：]?`), tags: pattern("tags", "", `\s*[:：]?`),
	}
})

// longestWidget is how many bytes a line of share buttons and tools may have.
const longestWidget = 160

// isWidget says whether a line consists of the words of share buttons and tools; outside
// is one that stands above or below the text.
func isWidget(s string, outside bool) bool {
	if len(s) > longestWidget || strings.HasPrefix(s, "|") {
		return false
	}
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	p := furniture()
	telling := func(w string) bool { return p.alone[w] || outside && p.outside[w] }
	known := func(w string) bool { return p.alone[w] || p.outside[w] || p.beside[w] || w == "" }
	if telling(s) || telling(strings.Trim(s, " []【】()（）:：<>«»《》")) {
		return true
	}
	told, count := false, 0
	for part := range strings.FieldsFuncSeq(s, isDivider) {
		words := []string{part}
		if !known(wordOf(part)) {
			words = strings.FieldsFunc(part, isRoom)
		}
		for _, w := range words {
			if w = wordOf(w); !known(w) {
				return false
			} else if w != "" {
				count++
				told = told || telling(w) && len(w) > 1
			}
		}
	}
	return told && count > 1
}

// wordOf leaves out what stands round a word of a tool.
func wordOf(s string) string { return strings.Trim(s, " :：?") }

// What stands between the words of tools, surely and perhaps.
func isDivider(r rune) bool { return strings.ContainsRune("|｜/·、\t[]【】()（）", r) }
func isRoom(r rune) bool    { return strings.ContainsRune(" :：\u3000", r) }

// isFurniture says whether a line that is as long as a paragraph is none of the text: a
// notice of rights, or what stands at the edges of pages.
func (l *line) isFurniture() bool {
	if l.alien == 0 {
		l.alien = -1
		s := simplify(head(l.text, longestFurniture+1))
		if copyrightLine.MatchString(s) || length(s) <= longestFurniture && (furniture().edge.MatchString(s) || furniture().anywhere.MatchString(s)) ||
			length(s) <= ownLines && imprintLine.MatchString(s) {
			l.alien = 1
		}
	}
	return l.alien > 0
}
