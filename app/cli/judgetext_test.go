package cli_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// judgeText: the text that can be copied out of a PDF holds every character of the
// document, in order.
func judgeText(t *testing.T, doc, pdf string) {
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	// Headers and footers lie in the outer 20 mm and are cut off.
	const margin = "57"
	got := letters(output(t, tool(t, "pdftotext"), "-raw", "-enc", "UTF-8", "-r", "72",
		"-x", "0", "-y", margin, "-W", "842", "-H", "728", pdf, "-"))
	whole := got
	d := bulletins.Parse(doc, string(text), kinds.Schema())
	for _, p := range paragraphs(d) {
		want := letters(p)
		// A paragraph that a page break, a note or a mark of a note does not part is
		// there in one piece, in its turn.
		if at := strings.Index(string(got), string(want)); at >= 0 {
			got = got[len([]rune(string(got)[:at+len(string(want))])):]
			continue
		}
		var missing rune
		if got, missing = skip(got, want); missing != 0 {
			t.Fatalf("%q of %q does not come in its turn", missing, p)
		}
	}
	for _, note := range d.Notes {
		for _, b := range note.Blocks {
			for _, p := range blockTexts(b) {
				if _, missing := skip(whole, letters(p)); missing != 0 {
					t.Errorf("%q of the note %q is not there", missing, p)
				}
			}
		}
	}
}

// skip returns what is left of got behind the letters wanted, with others between
// them or not, or the first that does not come.
func skip(got, want []rune) (rest []rune, missing rune) {
	for _, r := range want {
		at := slices.Index(got, r)
		if at < 0 {
			return got, r
		}
		got = got[at+1:]
	}
	return got, 0
}

// retyped are the marks that may be printed otherwise than they are typed
// (typeset.quotes, typeset.normalise).
var retyped = strings.NewReplacer("\"", "", "'", "", "“", "", "”", "", "‘", "", "’", "", "「", "", "」", "", "『", "", "』", "",
	"–", "", "—", "", "，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "。", ".")

// letters are the characters that count: neither spaces nor hyphens, which may be
// those of a line's end.
func letters(s string) []rune {
	var out []rune
	for _, r := range retyped.Replace(s) {
		if !unicode.IsSpace(r) && r != '-' && r != '\u00ad' && r != '\u2010' && !unicode.IsControl(r) {
			out = append(out, r)
		}
	}
	return out
}

// paragraphs lists what a document's blocks say, in order.
func paragraphs(d *bulletins.Document) []string {
	var out []string
	for _, top := range d.Blocks {
		out = append(out, blockTexts(top.Block)...)
	}
	return out
}

func blockTexts(b bulletins.Block) []string {
	var out []string
	spans := func(s []bulletins.Span) { out = append(out, bulletins.PlainText(withoutPictures(s))) }
	blocks := func(list []bulletins.Block) {
		for _, b := range list {
			out = append(out, blockTexts(b)...)
		}
	}
	switch b := b.(type) {
	case *bulletins.Heading:
		spans(b.Spans)
	case *bulletins.Paragraph:
		spans(b.Spans)
	case *bulletins.List:
		for _, item := range b.Items {
			blocks(item.Blocks)
		}
	case *bulletins.Table:
		rows := append([][]bulletins.Cell{b.Header}, b.Rows...)
		for _, row := range rows {
			for _, cell := range row {
				if text := bulletins.PlainText(cell.Spans); text != "<" && text != "^" { // merged
					spans(cell.Spans)
				}
			}
		}
	case *bulletins.Figure:
		spans(b.Caption)
	case *bulletins.Quote:
		blocks(b.Blocks)
	case *bulletins.Code:
		out = append(out, b.Text)
	case *bulletins.DefinitionList:
		for _, item := range b.Items {
			for _, term := range item.Terms {
				spans(term)
			}
			for _, d := range item.Descriptions {
				blocks(d)
			}
		}
	case *bulletins.Directive:
		blocks(b.Blocks)
	}
	return out
}

// withoutPictures drops what is seen and not read, and the names of what layout fills in.
func withoutPictures(spans []bulletins.Span) []bulletins.Span {
	var out []bulletins.Span
	for _, s := range spans {
		if s.Kind != bulletins.ImageSpan && !(s.Kind == bulletins.Directed && (s.Name == "ref" || s.Name == "page")) {
			s.Children = withoutPictures(s.Children)
			out = append(out, s)
		}
	}
	return out
}
