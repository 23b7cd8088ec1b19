package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// placeholders are what stands in a text for words that are still to come: ××, a word
// that says so, words in 〔 〕, Latin ones in [ ]. A year in 〔 〕 belongs to a number, and what a
// mark of Markdown makes of [ ] is none.
var placeholders = regexp.MustCompile(`[×✕]{2,}|[XxＸ]{2,}(?:年|月|日|市|县|縣|区|區|局|公司)|待填写?|待填寫|待补充?|待補充|\b(?:TODO|TBD|TBC|XXX+|xxx+)\b|〔[^〕\d\n][^〕\n]{0,40}〕|!?:?[A-Za-z]*\[[A-Za-z][^\]\[\n]{3,60}\][({\[:]?`)

// placeholder returns where the next one stands, or nil.
func placeholder(text string) []int {
	for at := 0; at < len(text); {
		found := placeholders.FindStringIndex(text[at:])
		if found == nil {
			return nil
		}
		from, to := at+found[0], at+found[1]
		words := text[from:to]
		if i := strings.IndexByte(words, '['); i < 0 || i == 0 && strings.HasSuffix(words, "]") && !isReference(words) {
			return []int{from, to}
		}
		at = to
	}
	return nil
}

// isReference says whether words in brackets are a mark: [x] of a task, [12] of a source.
func isReference(words string) bool {
	return strings.Trim(words, "[] xX0123456789,–-") == ""
}

// checkPlaceholders reports those of a top-level block, code left out.
func (m *maker) checkPlaceholders() {
	if _, code := m.top.Block.(*bulletins.Code); code {
		return
	}
	source := m.top.Source
	for at := 0; ; {
		found := placeholder(source[at:])
		if found == nil {
			return
		}
		from, to := at+found[0], at+found[1]
		line := source[strings.LastIndexByte(source[:from], '\n')+1 : from]
		if strings.Count(line, "`")%2 == 0 {
			m.report(bulletins.Error, "placeholder", bulletins.Range{Start: from, End: to}, "text", source[from:to])
		}
		at = to
	}
}

// checkValues reports those of a value of the front matter.
func checkValues(v bulletins.Value, report func(bulletins.Diagnostic)) {
	if found := placeholder(v.Text); found != nil {
		report(problem(bulletins.Error, "placeholder", v.Range, "text", v.Text[found[0]:found[1]]))
	}
	for _, e := range v.List {
		checkValues(e, report)
	}
	for _, key := range v.Keys {
		checkValues(v.Map[key], report)
	}
}
