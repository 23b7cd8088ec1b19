package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// habits are what people type at the start of an empty paragraph to begin something,
// without the space behind it.
var habits = map[string]Role{
	"-": Bullets, "*": Bullets, "•": Bullets, "1.": Numbers, "1)": Numbers,
	"#": Heading1, "##": Heading2, "###": Heading3, "####": Heading4,
}

// habit returns the step that makes what was just typed what it stands for, or nil.
// Undone, it leaves the characters as they were typed.
func habit(doc *bulletins.Document, typed change) *change {
	text := applied(doc.Text, typed)
	lo := strings.LastIndexByte(text[:typed.After.Caret], '\n') + 1
	if typed.After.Caret-lo > 64 {
		return nil
	}
	// Only the paragraph itself is read: what stands round it does not matter.
	line := strings.TrimLeft(text[lo:typed.After.Caret], " \t")
	role, ok := habits[strings.ReplaceAll(strings.TrimRight(line, " "), `\`, "")]
	if !ok || !strings.HasSuffix(line, " ") {
		return nil
	}
	at, grown := grow(doc, typed.Edits[0].Range.Start, typed.Edits[0].Range.End).at, len(text)-len(doc.Text)
	shift := at.Start - 1 // for the line end before it
	d := bulletins.Parse(doc.Name, "\n"+text[at.Start:at.End+grown], kinds.Schema())
	t := growAll(d, manuscript.At(typed.After.Caret-shift))
	n := t.caret.node
	if n == nil || n.kind != paragraph || n.isFixed() || n.within(item) != nil || n.within(note) != nil ||
		plainOnly(t.load(n)) != plainOnly(n.line.chars[:t.caret.index]) || len(n.line.chars) > 8 {
		return nil
	}
	if habits[plainOnly(n.line.chars)] != role {
		return nil
	}
	n.line.chars, n.line.changed = nil, true
	n.touch()
	t.put(start(n))
	t.setRole(n, role)
	t.mergeLists()
	c, ok := t.change()
	if !ok || len(d.Text) != at.End+grown-shift {
		return nil
	}
	for i := range c.Edits {
		c.Edits[i].Range = bulletins.Range{Start: c.Edits[i].Range.Start + shift, End: c.Edits[i].Range.End + shift}
	}
	c.After = selection{Anchor: c.After.Anchor + shift, Caret: c.After.Caret + shift}
	return &c
}

// applied returns a text with a change made in it.
func applied(text string, c change) string {
	var b strings.Builder
	at := 0
	for _, e := range c.Edits {
		b.WriteString(text[at:e.Range.Start] + e.Text)
		at = e.Range.End
	}
	b.WriteString(text[at:])
	return b.String()
}
