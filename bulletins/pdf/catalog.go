package pdf

import (
	"regexp"
	"slices"
	"strconv"

	"safety365/bulletins/page"
)

// languageTag is what a PDF takes as a language (BCP 47).
var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// catalog adds to the root of the file what says how to read it.
func (d *finisher) catalog(dict *dict) {
	dict.set("Lang", string(appendString(nil, d.language())))
	dict.set("ViewerPreferences", "<</DisplayDocTitle true/PrintScaling/None>>")
	if len(d.book.Outline) > 0 {
		dict.set("PageMode", "/UseOutlines")
		dict.set("Outlines", ref(3))
	}
	if len(d.dests) > 0 {
		dict.set("Names", "<</Dests<</Kids"+string(d.destKids())+">>>>")
	}
	if d.labels > 0 {
		dict.set("PageLabels", ref(d.labels))
	}
	dict.set("Metadata", ref(d.metadata))
	if d.profile > 0 {
		dict.set("OutputIntents", "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile "+ref(d.profile)+">>]")
	}
	if d.tagged() {
		dict.set("MarkInfo", "<</Marked true>>")
		dict.set("StructTreeRoot", ref(d.tags))
	}
}

// language returns the language of the document; "und" is an unknown one.
func (d *finisher) language() string {
	if languageTag.MatchString(d.book.Info.Language) {
		return d.book.Info.Language
	}
	return "und"
}

// documentTitle returns what a reader's window shows: a file must have a title.
func documentTitle(b *page.Book) string {
	switch {
	case b.Info.Title != "":
		return b.Info.Title
	case len(b.Outline) > 0 && b.Outline[0].Title != "":
		return b.Outline[0].Title
	}
	return "Safety 365"
}

func (d *finisher) labelled() bool {
	return slices.ContainsFunc(d.w.pages, func(p *pageRecord) bool { return p.label != "" })
}

// pageLabels returns the printed page numbers. A row of rising numbers is one
// entry of the table.
func (d *finisher) pageLabels() []byte {
	b := []byte("<</Nums[")
	next := 0 // the number that would continue the row; 0 is none
	for i, p := range d.w.pages {
		n, err := strconv.Atoi(p.label)
		switch number := err == nil && n > 0 && strconv.Itoa(n) == p.label; {
		case number && n == next:
			next++
		case number:
			b = append(b, itoa(i)+"<</S/D/St "+p.label+">>"...)
			next = n + 1
		case p.label == "" && i > 0 && d.w.pages[i-1].label == "":
		case p.label == "":
			b = append(b, itoa(i)+"<<>>"...)
			next = 0
		default:
			b = append(appendText(append(b, itoa(i)+"<</P"...), p.label), ">>"...)
			next = 0
		}
	}
	return append(b, "]>>"...)
}
