package bulletins

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Slips of typing that leave marks standing in the text as they were typed. What
// is shown does not change; each is reported with the edit that was likely meant.

// slips are the patterns looked for in the lines of a paragraph that show as text.
var slips = []struct {
	code    string
	sign    string // what a paragraph must contain for the pattern to be tried
	pattern *regexp.Regexp
	fix     string // of what the pattern matched
}{
	{"heading-space", "#", regexp.MustCompile(`^(#{1,6})\x{3000}*([^\x00-\x7f].*)$`), "$1 $2"},
	{"link-space", "](", regexp.MustCompile(`(!?\[[^\[\]]*\])\(([^()<>"]*[^()<>" ] [^()<>" ][^()<>"]*)\)`), "$1(<$2>)"},
	{"link-full-width", "]（", regexp.MustCompile(`(!?\[[^\[\]]*\])（([!-~]*[./#][^（）]*)）`), "$1($2)"},
}

func (c *converter) checkTyping(n ast.Node) {
	lines := n.Lines()
	tries := 16 // enough for a person, few enough for a machine's worst text
	for i := range lines.Len() {
		at := lines.At(i).Start
		line := c.src[at:c.lineEnd(at)]
		if fixed, ok := narrowFence(line); ok {
			r := Range{at, at + len(line)}
			c.report(note(Error, "fence-full-width", r, "text", line).fixed(r, fixed))
			continue
		}
		for _, slip := range slips {
			if tries == 0 || !strings.Contains(line, slip.sign) {
				continue
			}
			for _, m := range slip.pattern.FindAllStringSubmatchIndex(line, tries) {
				tries--
				escaped := m[0] > 0 && line[m[0]-1] == '\\'
				if !escaped && c.inText(n, at+m[0], at+m[1]) {
					r := Range{at + m[0], at + m[1]}
					c.report(note(Warning, slip.code, r, "text", line[m[0]:m[1]]).
						fixed(r, string(slip.pattern.ExpandString(nil, slip.fix, line, m))))
				}
			}
		}
	}
	c.checkTableTyping(n)
}

// inText says whether a stretch of the source lies in plain text of the paragraph,
// not in code or a link.
func (c *converter) inText(n ast.Node, start, end int) bool {
	for at := start; at < end; {
		next := at
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			if t, ok := child.(*ast.Text); ok && t.Segment.Start <= at && at < t.Segment.Stop {
				next = t.Segment.Stop
				break
			}
		}
		if next == at {
			return false
		}
		at = next
	}
	return true
}

// checkTableTyping reports what looks like a table but is none because the line of
// dashes has not as many columns as the line before it.
func (c *converter) checkTableTyping(n ast.Node) {
	lines := n.Lines()
	for i := 1; i < lines.Len(); i++ {
		above, at := lines.At(i-1).Start, lines.At(i).Start
		rule := strings.TrimSpace(c.src[at:c.lineEnd(at)])
		if !strings.Contains(rule, "|") || !strings.Contains(rule, "-") || strings.Trim(rule, "|:- \t") != "" {
			continue
		}
		head := strings.TrimSpace(c.src[above:c.lineEnd(above)])
		if a, b := columns(head), columns(rule); strings.Contains(head, "|") && a != b {
			c.report(note(Warning, "table-columns", Range{at, at + len(rule)}, "header", itoa(a), "rule", itoa(b)))
		}
	}
}

// columns counts the cells of a table's line.
func columns(line string) int {
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	return strings.Count(line, "|") - strings.Count(line, `\|`) + 1
}

// narrowFence returns a line that begins with three or more colons, at least one
// of them full-width, as the fence that was meant.
func narrowFence(line string) (string, bool) {
	rest := line
	colons, wide := 0, false
	for {
		if after, ok := strings.CutPrefix(rest, "："); ok {
			rest, wide = after, true
		} else if after, ok := strings.CutPrefix(rest, ":"); ok {
			rest = after
		} else {
			break
		}
		colons++
	}
	if colons < 3 || !wide {
		return "", false
	}
	narrow := strings.NewReplacer(wideOpen, "{", wideClose, "}", "＝", "=")
	return strings.Repeat(":", colons) + narrow.Replace(rest), true
}
