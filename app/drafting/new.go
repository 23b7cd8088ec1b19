package drafting

import (
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// emptied are the fields that belong to one document and not to the next of its kind.
var emptied = [][]string{
	{"number"}, {"published"}, {"event_date"}, {"review"}, {"import_warnings"}, {"series", "issue"},
	{"copy_no"}, {"printed"}, {"time"}, {"waive"},
}

// NewFrom returns the text that a new document made from another begins with: its
// text and addressees stay, number, dates and reviews go. It says from which file it
// was made, so that what it ought not to have kept is found.
func NewFrom(text, name string) string {
	for _, path := range emptied {
		d := bulletins.Parse("", text, kinds.Schema())
		if text = d.Text; valueAt(d.Meta, path) == nil {
			continue
		}
		if c, ok := SetField(d, path, nil); ok {
			text = applied(text, c)
		}
	}
	if c, ok := SetField(bulletins.Parse("", text, kinds.Schema()), []string{"made_from"}, Text(name)); ok && name != "" {
		text = applied(text, c)
	}
	return text
}
