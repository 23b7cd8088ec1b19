package kinds

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
)

// tip is a safety tip of a day.
type tip struct {
	day                               time.Time
	topic, sector, words, body, image string
	qr                                string
	at                                bulletins.Range
}

// tipColumns are what the columns of a table of tips may be called.
var tipColumns = []struct {
	key   string
	names []string
}{
	{"date", []string{"date", "日期", "tanggal"}},
	{"topic", []string{"topic", "主题", "主題", "topik"}},
	{"sector", []string{"sector", "行业", "行業", "sektor"}},
	{"tip", []string{"tip", "提示", "提示语", "提示語", "tips", "kiat"}},
	{"body", []string{"body", "正文", "说明", "說明", "isi", "text"}},
	{"image", []string{"image", "图片", "圖片", "gambar"}},
	{"qr", []string{"qr", "二维码", "二維碼"}},
}

// maxTip is how many characters a tip may have (60 Han; a Latin letter counts half).
const maxTip = 60

// apart is how many days there must be between two equal tips.
const apart = 90

// tips reads the tips of a document: those of the file that it names, or of the first
// table of its text.
func (a *article) tips() []tip {
	var rows []map[string]string
	var places []bulletins.Range
	if file := a.meta.Values["data"]; file.Text != "" {
		rows = a.fileTips(file)
		for range rows {
			places = append(places, file.Range)
		}
	} else {
		rows, places = a.tableTips()
	}
	var out []tip
	for i, row := range rows {
		if strings.TrimSpace(row["date"]+row["tip"]) == "" {
			continue
		}
		day, ok := bulletins.ParseDate(strings.TrimSpace(row["date"]))
		if !ok {
			a.report(bulletins.Error, "tip-date", places[i], "value", row["date"])
			continue
		}
		out = append(out, tip{day: day, topic: oneLine(row["topic"]), sector: oneLine(row["sector"]), words: oneLine(row["tip"]),
			body: oneLine(row["body"]), image: oneLine(row["image"]), qr: oneLine(row["qr"]), at: places[i]})
	}
	slices.SortStableFunc(out, func(a, b tip) int { return a.day.Compare(b.day) })
	return out
}

// fileTips reads a CSV, XLSX or YAML file.
func (a *article) fileTips(file bulletins.Value) []map[string]string {
	if name := strings.ToLower(file.Text); strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
		return a.yamlRows(file)
	}
	t := a.data(file.Text, "", file.Range)
	if t == nil {
		return nil
	}
	var out []map[string]string
	for r := range t.Rows {
		row := map[string]string{}
		for _, c := range tipColumns {
			if i := t.Column(c.names...); i >= 0 {
				row[c.key] = t.Value(r, i)
			}
		}
		out = append(out, row)
	}
	return out
}

// tableTips reads the first table of the text.
func (a *article) tableTips() (rows []map[string]string, places []bulletins.Range) {
	if a.doc == nil {
		return nil, nil
	}
	for i, top := range a.doc.Blocks {
		t, ok := top.Block.(*bulletins.Table)
		if !ok {
			continue
		}
		keys := make([]string, len(t.Header))
		for c, cell := range t.Header {
			head := strings.ToLower(strings.TrimSpace(bulletins.PlainText(cell.Spans)))
			for _, col := range tipColumns {
				if slices.Contains(col.names, head) {
					keys[c] = col.key
				}
			}
		}
		for _, cells := range t.Rows {
			row := map[string]string{}
			for c, cell := range cells {
				if c < len(keys) {
					row[keys[c]] = bulletins.PlainText(cell.Spans)
				}
			}
			rows = append(rows, row)
			at := cells[0].Range
			places = append(places, bulletins.Range{Start: at.Start + a.doc.Starts[i], End: at.End + a.doc.Starts[i]})
		}
		return rows, places
	}
	return nil, nil
}

// checkTips reports days of the month that have no tip or several, tips that are too long
// and those that come again too soon.
func (a *article) checkTips(tips []tip, from, to time.Time) {
	seen, said := map[string]bool{}, map[string]time.Time{}
	for _, t := range tips {
		day := t.day.Format(time.DateOnly)
		if seen[day] {
			a.report(bulletins.Error, "tip-twice", t.at, "date", printedDate(a.scene.lang, day))
		}
		seen[day] = true
		if halfEms(t.words) > 2*maxTip*lengthFactor(a.scene.lang) {
			a.report(bulletins.Warning, "tip-long", t.at, "date", printedDate(a.scene.lang, day), "limit", strconv.Itoa(maxTip))
		}
		if before, ok := said[t.words]; ok && t.words != "" && t.day.Sub(before) < apart*24*time.Hour {
			a.report(bulletins.Warning, "tip-again", t.at, "date", printedDate(a.scene.lang, day), "before", printedDate(a.scene.lang, before.Format(time.DateOnly)))
		}
		said[t.words] = t.day
	}
	var gaps []string
	for day := from; !day.After(to); day = day.AddDate(0, 0, 1) {
		if !seen[day.Format(time.DateOnly)] {
			gaps = append(gaps, strconv.Itoa(day.Day()))
		}
	}
	if len(gaps) > 0 {
		a.report(bulletins.Error, "tip-gap", a.meta.Values["month"].Range, "days", strings.Join(gaps, a.phrase("name-join")), "count", strconv.Itoa(len(gaps)))
	}
}
