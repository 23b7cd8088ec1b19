package kinds

import (
	"strings"

	"safety365/bulletins"
)

// warningsKey is the key of what package intake asks somebody to look at.
const warningsKey = "import_warnings"

// settle lets the warnings of a text that was taken in be confirmed: the fix takes the
// line of one out, with the key if it is the last.
func (a *article) settle(doc *bulletins.Document) {
	warnings := doc.Meta.Values[warningsKey].List
	for i := range a.found {
		d := &a.found[i]
		if d.Fix != nil || d.Code != "import-warning" && d.Code != "intake-mark" {
			continue
		}
		for _, v := range warnings {
			if v.Range == d.Range {
				d.Fix = withoutItem(doc.Text, v.Range, len(warnings) == 1)
			}
		}
	}
}

// withoutItem takes an item that has a line of its own out of a list, and with last the
// line before it, which has the list's key; nil if it stands otherwise.
func withoutItem(text string, item bulletins.Range, last bool) *bulletins.Fix {
	start := strings.LastIndexByte(text[:item.Start], '\n') + 1
	length := strings.IndexByte(text[item.End:], '\n')
	if length < 0 || strings.TrimSpace(text[start:item.Start]) != "-" || strings.TrimSpace(text[item.End:item.End+length]) != "" {
		return nil
	}
	if last {
		end := start
		start = strings.LastIndexByte(text[:max(start-1, 0)], '\n') + 1
		if strings.TrimSpace(text[start:end]) != warningsKey+":" {
			return nil
		}
	}
	return &bulletins.Fix{Range: bulletins.Range{Start: start, End: item.End + length + 1}}
}
