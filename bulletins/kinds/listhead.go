package kinds

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// What the lists have in common: the lines above and below the table, and where its rows
// come from. They stand in the text as tables, or in a CSV or XLSX file beside it.

var listFields = []string{"title", "number", "issuer", "published", "as_of", "data", "sheet", "columns", "compiled_by", "checked_by", "approved_by", "note", "campaign", "rows"}

var listOwn = fieldsOf{
	"data": external, "sheet": external, "columns": externals, // the columns that are printed, in their order
	"as_of":       date, // the day for which states are worked out; else that of publication
	"compiled_by": texts, "checked_by": texts, "approved_by": texts,
	"rows": whole, // empty ones below the list, to be filled in by hand
}

// with are fields and some more.
func with(fields, more fieldsOf) fieldsOf {
	all := maps.Clone(fields)
	maps.Copy(all, more)
	return all
}

// rollAsk is what a document asks of its lists.
type rollAsk struct {
	day      string
	columns  string // one a line
	lookBack string
	byPost   bool
	sector   string // what the enterprise does
	training string // why somebody is trained
	progress string
	from     string // of which month on there is progress
	partner  string // the file of the list that it shares numbers with
	rows     int
	dated    bool // the day is that of the figures, not of publication
	given    bool // the document states when it was given out
}

func rollAskOf(k *Kind, meta *bulletins.Meta) rollAsk {
	if len(k.lists) == 0 {
		return rollAsk{}
	}
	day := strings.TrimSpace(meta.Text("as_of"))
	if day == "" {
		day = strings.TrimSpace(meta.Text("published"))
	}
	byPost, _ := bulletins.ParseBool(meta.Text("page_per_post"))
	rows, _ := strconv.Atoi(oneLine(meta.Text("rows")))
	return rollAsk{
		dated: !lacks(meta, "as_of"), given: !lacks(meta, "published"),
		rows: min(max(rows, 0), mostRows),
		day:  day[:min(len(day), 10)], columns: strings.Join(filled(meta.List("columns")), "\n"), lookBack: meta.Text("look_back"), byPost: byPost,
		sector: oneLine(meta.Text("sector")), training: oneLine(meta.Text("training")),
		progress: meta.Text("progress"), from: oneLine(meta.Text("progress_from")),
		partner: oneLine(meta.Text(pairs[k.Name].key)),
	}
}

// listHead sets the title, and a line with who keeps the list and of which day it is.
func listHead(a *article) []layout.Block {
	a.checkPair()
	out := a.lines("kicker", a.within("campaign", "name"))
	out = append(out, a.headline()...)
	var left, right []string
	if issuer := a.names("issuer"); issuer != "" {
		left = append(left, a.phrase("list-unit")+a.phrase("colon")+issuer)
	}
	if number := a.text("number"); number != "" {
		left = append(left, a.phrase("list-number")+a.phrase("colon")+number)
	}
	if day := a.scene.roll.day; day != "" {
		key := "list-day"
		if lacks(a.meta, "as_of") {
			key = "list-date"
		}
		right = append(right, a.labelledLine(key, printedDate(a.scene.lang, day)))
	}
	return append(out, a.ends("listline", a.joined("part-join", left...), a.joined("part-join", right...))...)
}

// ends is a line with words at its left and right ends.
func (a *article) ends(role, left, right string) []layout.Block {
	if left == "" && right == "" {
		return nil
	}
	t := a.words(left, a.styles.theme.Style(role))
	t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: right, Source: -1})
	return []layout.Block{t}
}

// listClose sets the list of the file, and who made and checked it.
func listClose(a *article) []layout.Block {
	out := a.dataList()
	out = append(out, a.lines("listnote", a.text("note"))...)
	var parts []string
	for _, key := range []string{"approved_by", "checked_by", "compiled_by"} {
		if names := a.names(key); names != "" {
			parts = append(parts, a.phrase("list-"+key)+a.phrase("colon")+names)
		}
	}
	return append(out, a.spaced("listsign", parts)...)
}

// spaced sets pieces in a line, evenly apart.
func (a *article) spaced(role string, parts []string) []layout.Block {
	if len(parts) == 0 {
		return nil
	}
	t := a.words(parts[0], a.styles.theme.Style(role))
	for _, part := range parts[1:] {
		t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: part, Source: -1})
	}
	return []layout.Block{t}
}

// dataList sets the list that the front matter names.
func (a *article) dataList() []layout.Block {
	file := a.text("data")
	if file == "" {
		return nil
	}
	at := a.meta.Values["data"].Range
	s := a.data(file, a.text("sheet"), at)
	if s == nil {
		return nil
	}
	ask := &tableAsk{head: -1}
	if a.scene.titled && s.Title == "" || s.Title == a.fields["title"] || s.Title == a.info.Title {
		own := *s
		own.Title, s = "", &own
	}
	return a.dataRoll(s, file, ask, at, 0)
}

func checkList(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	if lacks(meta, "as_of") && lacks(meta, "published") {
		report(problem(bulletins.Warning, "list-day-missing", meta.Range))
	}
}

// unknownLists reports the first table of a document that has none of the lists which its
// kind is made for.
func unknownLists(doc *bulletins.Document, k *Kind) []bulletins.Diagnostic {
	for i, top := range doc.Blocks {
		if holdsTable(top) {
			var names []string
			for _, key := range k.lists[0].needs {
				names = append(names, assets.Phrase(doc.Lang, "column-"+key))
			}
			at := bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len(top.Source)}
			return []bulletins.Diagnostic{problem(bulletins.Warning, "list-unknown", at, "names", strings.Join(names, ", "))}
		}
	}
	return nil
}

// holdsTable says whether a block is a table, or a directive with one.
func holdsTable(top *bulletins.TopBlock) bool {
	switch b := top.Block.(type) {
	case *bulletins.Table:
		return true
	case *bulletins.Directive:
		return b.Name == "table" || b.Name == "landscape" || slices.ContainsFunc(b.Blocks, func(in bulletins.Block) bool { _, ok := in.(*bulletins.Table); return ok })
	}
	return false
}

// reviewList reports a document without a list.
func reviewList(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	if lacks(doc.Meta, "data") && !slices.ContainsFunc(doc.Blocks, holdsTable) {
		report(problem(bulletins.Error, "list-missing", bulletins.Range{}))
	}
}

// days is a stretch of days in what we word of states.
var days = regexp.MustCompile(`^(逾期|逾期未改)?\s*\d+\s*天$|^\d+ days? overdue$|^(?i:terlambat) \d+ hari$`)

func hasDays(text string) bool { return days.MatchString(strings.TrimSpace(text)) }
