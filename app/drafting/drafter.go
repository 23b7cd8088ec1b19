package drafting

import (
	"strings"
	"unicode/utf8"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

type (
	selection = manuscript.Selection
	change    = manuscript.Change
)

// Drafter gives the commands of the keyboard. With Source the text is edited as it
// stands, marks and all, as in a program for plain text.
type Drafter struct{ Source bool }

// Type puts typed characters in the place of the selection.
func (d Drafter) Type(doc *bulletins.Document, sel manuscript.Selection, text string) (manuscript.Change, bool) {
	if !d.Source {
		return Type(doc, sel, text)
	}
	c := manuscript.Insert(sel, clean(text))
	c.Mode = typing
	return c, true
}

// Enter begins a new paragraph, in the source a line, indented as the one before.
func (d Drafter) Enter(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return Enter(doc, sel)
	}
	line := doc.Text[strings.LastIndexByte(doc.Text[:sel.Start()], '\n')+1 : sel.Start()]
	return manuscript.Insert(sel, "\n"+line[:len(line)-len(strings.TrimLeft(line, " \t"))]), true
}

// LineBreak begins a new line in the same paragraph.
func (d Drafter) LineBreak(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return LineBreak(doc, sel)
	}
	return manuscript.Insert(sel, "\n"), true
}

// Backspace takes out the selection or the character before the caret.
func (d Drafter) Backspace(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return Backspace(doc, sel)
	}
	return cutSource(doc.Text, sel, true, clusters)
}

// Delete takes out the selection or the character behind the caret.
func (d Drafter) Delete(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return Delete(doc, sel)
	}
	return cutSource(doc.Text, sel, false, clusters)
}

// DeleteWordBack takes out the word before the caret.
func (d Drafter) DeleteWordBack(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return DeleteWordBack(doc, sel)
	}
	return cutSource(doc.Text, sel, true, words)
}

// DeleteWordForward takes out the word behind the caret.
func (d Drafter) DeleteWordForward(doc *bulletins.Document, sel manuscript.Selection) (manuscript.Change, bool) {
	if !d.Source {
		return DeleteWordForward(doc, sel)
	}
	return cutSource(doc.Text, sel, false, words)
}

// Tab indents an item or goes to the next cell; in the source it is two spaces.
func (d Drafter) Tab(doc *bulletins.Document, sel manuscript.Selection, back bool) (manuscript.Change, bool) {
	if !d.Source {
		return Tab(doc, sel, back)
	}
	if !back {
		return manuscript.Insert(sel, "  "), true
	}
	start := strings.LastIndexByte(doc.Text[:sel.Start()], '\n') + 1
	n := min(2, len(doc.Text[start:])-len(strings.TrimLeft(doc.Text[start:], " ")))
	if n == 0 {
		return manuscript.Change{}, false
	}
	return manuscript.Change{
		Edits: []manuscript.Edit{{Range: bulletins.Range{Start: start, End: start + n}}},
		After: manuscript.Selection{Anchor: max(start, sel.Anchor-n), Caret: max(start, sel.Caret-n)},
	}, true
}

// Paste puts plain text in the place of the selection.
func (d Drafter) Paste(doc *bulletins.Document, sel manuscript.Selection, text string) (manuscript.Change, bool) {
	if !d.Source {
		return Paste(doc, sel, text)
	}
	return manuscript.Insert(sel, clean(text)), true
}

// cutSource takes out what is selected, or a unit beside the caret.
func cutSource(text string, sel selection, back bool, units func(string, bool) int) (change, bool) {
	from, to := sel.Start(), sel.End()
	if from == to {
		const near = 256 // bytes that are looked at
		if back {
			low := max(0, from-near)
			for low > 0 && !utf8.RuneStart(text[low]) {
				low--
			}
			from -= units(text[low:from], true)
		} else {
			high := min(len(text), to+near)
			for high < len(text) && !utf8.RuneStart(text[high]) {
				high++
			}
			to += units(text[to:high], false)
		}
	}
	if from == to {
		return change{}, false
	}
	c := manuscript.Insert(selection{Anchor: from, Caret: to}, "")
	if sel.Empty() {
		c.Mode = manuscript.Deleting
	}
	return c, true
}
