package drafting

import (
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// emptied are the fields that belong to one document and not to the next of its kind.
var emptied = [][]string{
	{"number"}, {"published"}, {"event_date"}, {"review"}, {"import_warnings"}, {"series", "issue"},
}

// NewFrom returns the text that a new document made from another begins with: its
// text and addressees stay, number, dates and reviews go.
func NewFrom(text string) string {
	for _, path := range emptied {
		d := bulletins.Parse("", text, kinds.Schema())
		if text = d.Text; valueAt(d.Meta, path) == nil {
			continue
		}
		if c, ok := SetField(d, path, nil); ok {
			text = applied(text, c)
		}
	}
	return text
}
