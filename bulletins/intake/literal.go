package intake

import (
	"regexp"
	"strings"

	"safety365/bulletins/formula"
)

// escaped are what those have already escaped who made Markdown of a page or a document.
var escaped = map[string]bool{"html": true, "DOCX": true}

var (
	timesSign = regexp.MustCompile(`[0-9]\*[0-9]`)
	texSign   = regexp.MustCompile(`[\\^_={}<>+]`)
)

// literals is I08: what a plain text writes that Markdown would take for a mark and that
// is none: names between dollars, and stars between numbers, as in 1200*600*800. What
// looks like TeX is left to be a formula.
func (d *draft) literals() {
	for _, l := range d.lines {
		if !plainly(l) || !strings.ContainsAny(l.text, "$*") {
			continue
		}
		mask := masks(l.text)
		var edits []edit
		stars := len(timesSign.FindAllString(l.text, -1)) > 1 || strings.Count(l.text, "*") > 1
		for i := 0; i < len(l.text); i++ {
			switch {
			case l.text[i] == '\\':
				i++
			case masked(mask, i):
			case l.text[i] == '*' && stars && i > 0 && isDigit(l.text[i-1]) && i+1 < len(l.text) && isDigit(l.text[i+1]),
				l.text[i] == '$' && isPlaceholder(l.text[i:]):
				edits = append(edits, edit{from: i, to: i, after: `\`})
			}
		}
		d.change("I08", l, edits)
	}
}

// isPlaceholder says whether a text begins with what Markdown would take for a formula
// and that does not look like one.
func isPlaceholder(s string) bool {
	n := formula.Length(s)
	return n > 0 && !texSign.MatchString(s[1:n-1])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
