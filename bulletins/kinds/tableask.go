package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// tableAttrs are what a directive round a table may say.
var tableAttrs = fieldsOf{
	"file":    external, // a CSV or XLSX of the document's folder, whose table it is
	"sheet":   external, // of that workbook
	"where":   external, // which of its rows: 单位=甲厂
	"caption": text,
	"columns": text,                                                         // for each: 4em, 30mm, 20%, 1fr or auto, and behind colons how it is aligned
	"width":   text,                                                         // 80%, 120mm, auto
	"head":    whole,                                                        // number of head rows, the first of the table counted
	"heads":   {Type: bulletins.ChoiceField, Choices: []string{"vertical"}}, // those that are wider than their columns
	"foot":    whole,                                                        // number of foot rows
	"group":   whole,                                                        // columns in which an empty cell continues the one above
	"size":    {Type: bulletins.ChoiceField, Choices: []string{"normal", "small", "smaller"}},
	"align":   {Type: bulletins.ChoiceField, Choices: []string{"left", "center", "right"}},
	"valign":  {Type: bulletins.ChoiceField, Choices: valigns},
	"span":    {Type: bulletins.ChoiceField, Choices: []string{"all"}}, // across columns
}

var (
	valigns    = []string{"top", "middle", "bottom"}
	cellAligns = map[string]themes.Align{"left": themes.Left, "center": themes.Center, "right": themes.Right, "justify": themes.Justify}
	tableSizes = map[string]int{"small": 90, "smaller": 80}
)

// tableAsk is what a directive asks of the tables in it.
type tableAsk struct {
	from    *bulletins.Directive
	caption string
	id      string
	columns []layout.Column
	words   []columnWord // what of them was stated
	measure layout.TableWidth
	head    int // -1: as the table is
	foot    int
	group   int
	scale   int
	place   themes.Align
	valign  string
	turned  bool // its heads
}

// columnWord tells which of a column's values were stated.
type columnWord struct{ align, decimal bool }

// tables makes what stands in a table directive: its tables as it asks, the rest as
// always.
func (m *maker) tables(d *bulletins.Directive, at place) []layout.Block {
	ask := m.askOf(d)
	var out []layout.Block
	found := false
	if file := d.Attrs.Get("file"); file != "" {
		found = true
		if s := m.rowsOf(d, m.data(file, d.Attrs.Get("sheet"), attrRange(d, "file"))); s != nil {
			if len(s.HeadRows) < 2 {
				s = withoutColumn(s, d.Attrs.Get("where"))
			}
			out = append(out, m.dataRoll(s, file, ask, attrRange(d, "file"), leastKnown)...)
		}
		ask.id = ""
	}
	for _, b := range d.Blocks {
		t, ok := b.(*bulletins.Table)
		if !ok {
			out = append(out, m.blocks([]bulletins.Block{b}, at.inside())...)
			continue
		}
		if len(ask.columns) > 0 && len(ask.columns) != len(t.Aligns) {
			m.report(bulletins.Warning, "table-columns-count", attrRange(d, "columns"), "stated", strconv.Itoa(len(ask.columns)), "columns", strconv.Itoa(len(t.Aligns)))
		}
		out = append(out, m.tableWith(t, ask)...)
		ask.id, found = "", true
	}
	if !found {
		m.report(bulletins.Warning, "table-missing", d.Range)
	}
	return out
}

// askOf reads the attributes. What is wrong with the simple ones Parse has said.
func (m *maker) askOf(d *bulletins.Directive) *tableAsk {
	ask := &tableAsk{from: d, head: -1, place: themes.Center, scale: tableSizes[d.Attrs.Get("size")],
		caption: strings.TrimSpace(d.Attrs.Get("caption")), id: d.Attrs.Get("id"), turned: d.Attrs.Get("heads") == "vertical"}
	ask.count(d)
	if a, ok := cellAligns[d.Attrs.Get("align")]; ok && a != themes.Justify {
		ask.place = a
	}
	if v := d.Attrs.Get("valign"); slices.Contains(valigns, v) {
		ask.valign = v
	}
	switch width := strings.TrimSpace(d.Attrs.Get("width")); width {
	case "":
	case "auto":
		ask.measure.Natural = true
	default:
		if ask.measure.Length, ask.measure.Share = m.width(width); ask.measure == (layout.TableWidth{}) {
			m.report(bulletins.Error, "table-width", attrRange(d, "width"), "value", width)
		}
	}
	em := m.styles.theme.Style("table").Size
	if ask.scale > 0 {
		em = em.MulDiv(int64(ask.scale), 100)
	}
	words := strings.FieldsFunc(d.Attrs.Get("columns"), func(r rune) bool { return strings.ContainsRune(" ,，\u3000\t\n", r) })
	for _, word := range words {
		var col layout.Column
		var stated columnWord
		for part := range strings.SplitSeq(strings.ReplaceAll(word, "：", ":"), ":") {
			if !columnPart(part, em, &col, &stated) {
				m.report(bulletins.Error, "table-column-word", attrRange(d, "columns"), "value", word)
				break
			}
		}
		ask.columns, ask.words = append(ask.columns, col), append(ask.words, stated)
	}
	return ask
}

// count reads the numbers of rows and columns.
func (a *tableAsk) count(d *bulletins.Directive) {
	for key, to := range map[string]*int{"head": &a.head, "foot": &a.foot, "group": &a.group} {
		if n, err := strconv.Atoi(strings.TrimSpace(d.Attrs.Get(key))); err == nil && n >= 0 {
			*to = n
		}
	}
}

// columnPart reads a part of what is stated for a column.
func columnPart(part string, em page.Length, col *layout.Column, stated *columnWord) bool {
	if a, ok := cellAligns[part]; ok {
		col.Align, stated.align = a, true
		return true
	}
	switch {
	case part == "auto":
	case part == "decimal":
		stated.decimal = true
	case slices.Contains(valigns, part):
		col.Valign = part
	case strings.HasSuffix(part, "fr"):
		col.Part = thousandths(strings.TrimSuffix(part, "fr"))
		return col.Part > 0
	case strings.HasSuffix(part, "%"):
		n, err := strconv.Atoi(strings.TrimSuffix(part, "%"))
		col.Share = n
		return err == nil && n > 0 && n <= 100
	default:
		l, ok := themes.ParseLength(part)
		col.Length = l.Of(em)
		return ok && l.N > 0
	}
	return true
}

// thousandths reads a number above 0 such as 1, 2.5 or .5, up to 1000; else it
// returns 0.
func thousandths(s string) int {
	before, after, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi("0" + before + (after + "000")[:3])
	if err != nil || len(after) > 3 || n > 1_000_000 {
		return 0
	}
	return n
}

// shape lays what was stated over the columns of a table.
func (a *tableAsk) shape(columns []layout.Column) {
	for i := range min(len(columns), len(a.columns)) {
		c, own := &columns[i], a.columns[i]
		if !a.words[i].align {
			own.Align, own.Stated = c.Align, c.Stated
		} else {
			own.Stated = true
		}
		own.Decimal = a.words[i].decimal
		*c = own
	}
}

// attrRange returns the place of an attribute.
func attrRange(d *bulletins.Directive, key string) bulletins.Range {
	for _, a := range d.Attrs {
		if a.Key == key {
			return a.Range
		}
	}
	return d.Range
}

// continuedPhrase returns what is put behind a caption that stands again.
func continuedPhrase(lang string) string {
	phrase := assets.Phrase(lang, "continued")
	if !strings.HasPrefix(lang, "zh") {
		return " " + phrase
	}
	return phrase
}
