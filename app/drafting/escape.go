package drafting

import "strings"

// Escape returns a text written so that a paragraph of it shows just that text. Line
// ends stay; each line is seen for itself.
func Escape(text string) string {
	lines := strings.Split(clean(text), "\n")
	for i, s := range lines {
		lines[i], _ = paragraphSetting.spell(typed(s, nil))
	}
	return strings.Join(lines, "\n")
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(linesOf(clean(s)), " ") }
