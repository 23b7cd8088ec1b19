package drafting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/app/manuscript"
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

// longestTitle is how many characters a first line may have that is taken for a title.
const longestTitle = 48

// FromText returns the text of a new document made of a foreign one. Its first line
// becomes the title if it reads like one: a short line above others, without a mark at
// its end and without the number of a heading.
func FromText(foreign string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(clean(foreign)), "\n")
	first = strings.TrimSpace(first)
	last, _ := utf8.DecodeLastRuneInString(first)
	short := utf8.RuneCountInString(first) <= longestTitle
	ends := unicode.IsPunct(last) && !strings.ContainsRune("”’）》」』)!！?？", last)
	if first == "" || !short || ends || strings.Contains(first, "\t") || strings.TrimSpace(rest) == "" || numbered(first) {
		return pasted(foreign)
	}
	text := pasted(rest)
	if c, ok := SetField(bulletins.Parse("", text, kinds.Schema()), []string{"title"}, Text(first)); ok {
		return applied(text, c)
	}
	return pasted(foreign)
}

// numbered says whether a line begins as a heading or an entry of a list does.
func numbered(line string) bool {
	i := strings.IndexAny(line, "、.．)）")
	if i < 0 || i > len("（十二）") {
		return false
	}
	return strings.Trim(line[:i], "（(一二三四五六七八九十0123456789-*•") == ""
}

// pasted is what Paste makes of a text in an empty document.
func pasted(foreign string) string {
	m := manuscript.New("", "")
	if c, ok := Paste(m.Document(), m.Selection(), foreign); ok {
		m.Apply(c)
	}
	return m.Text()
}
