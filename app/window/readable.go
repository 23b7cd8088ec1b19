package window

import (
	"regexp"
	"strings"

	"safety365/app/ui"
)

// mergedCell is a cell that another one goes on into.
var mergedCell = regexp.MustCompile(`(?m)\|[ \t]*[<^][ \t]*(\||$)`)

// marks are the signs of Markdown that a comparison does not show, and what stands in
// their place.
var marks = []struct {
	sign  *regexp.Regexp
	plain string
}{
	{regexp.MustCompile(`(?m)^#{1,6} +`), ""},             // headings
	{regexp.MustCompile(`(?m)^:{3,}.*\n?`), ""},           // blocks
	{regexp.MustCompile(`(?m)^\|[-:| ]+\|[ \t]*\n?`), ""}, // under a table's head
	{mergedCell, "|   $1"}, {mergedCell, "|   $1"},        // twice, for neighbours share a bar
	{regexp.MustCompile(`(?m)^\|[ \t]*|[ \t]*\|[ \t]*$`), ""},
	{regexp.MustCompile(`\[\^([^\]\n]+)\]:?`), "[$1]"},         // notes
	{regexp.MustCompile(`!\[([^\]\n]*)\]\([^)\n]*\)`), "▣ $1"}, // pictures
	{regexp.MustCompile(`\*\*|==|~~`), ""},
	{regexp.MustCompile(`\\(\n|[[:punct:]])`), "$1"}, // what would be a mark, line breaks
	{regexp.MustCompile(`\n{3,}`), "\n\n"},
}

// The front matter, and a field in it.
var (
	front = regexp.MustCompile(`^---\r?\n((?s:.*?)\n)---\r?\n`)
	field = regexp.MustCompile(`(?m)^([a-z_]+): *"?(.*?)"?$`)
)

// readable is a document as people read it: fields are called what the form calls
// them, and marks are left out. It is shown only, never kept.
func readable(text string) string {
	fields := ""
	if m := front.FindStringSubmatch(text); m != nil {
		text = text[len(m[0]):]
		fields = field.ReplaceAllStringFunc(m[1], func(line string) string {
			part := field.FindStringSubmatch(line)
			return ui.FieldName(part[1]) + ": " + part[2]
		})
	}
	text = withoutMarks(text)
	return strings.TrimSpace(fields + "\n" + strings.TrimSpace(text))
}

// withoutMarks is a piece of a document without the signs of Markdown.
func withoutMarks(text string) string {
	for _, m := range marks {
		text = m.sign.ReplaceAllString(text, m.plain)
	}
	return text
}

// readables are two texts to be compared as people read them; if nothing but their
// marks differs, as they are.
func readables(old, new string) (string, string) {
	if a, b := readable(old), readable(new); a != b || old == new {
		return a, b
	}
	return old, new
}
