package cli_test

import (
	"encoding/json"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// The shape of layout --report --json, as the package's comment gives it.
type (
	jsonReport struct {
		File      string              `json:"file"`
		Findings  []jsonReportFinding `json:"findings"`
		Fallbacks []jsonReportChar    `json:"fallbacks"`
		Missing   []jsonReportChar    `json:"missing"`
		Totals    jsonReportTotals    `json:"totals"`
	}
	jsonReportFinding struct {
		Fault     string      `json:"fault"`
		Line      int         `json:"line"`
		Column    int         `json:"column"`
		Page      int         `json:"page"`
		Row       int         `json:"row"`
		Paragraph int         `json:"paragraph"`
		Role      string      `json:"role"`
		Value     json.Number `json:"value"`
		Unit      string      `json:"unit"`
		Text      string      `json:"text"`
	}
	jsonReportChar struct {
		Char   string `json:"char"`
		Code   string `json:"code"`
		Wanted string `json:"wanted"`
		Used   string `json:"used"`
		Count  int    `json:"count"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Page   int    `json:"page"`
		Row    int    `json:"row"`
	}
	jsonReportTotals struct {
		Pages          int         `json:"pages"`
		Lines          int         `json:"lines"`
		Loose          int         `json:"loose"`
		LoosePerMille  json.Number `json:"loosePerMille"`
		Tight          int         `json:"tight"`
		TightPerMille  json.Number `json:"tightPerMille"`
		Ragged         int         `json:"ragged"`
		Emergency      int         `json:"emergency"`
		Overfull       int         `json:"overfull"`
		Orphan         int         `json:"orphan"`
		Club           int         `json:"club"`
		Widow          int         `json:"widow"`
		River          int         `json:"river"`
		Hyphens        int         `json:"hyphens"`
		HyphenRows     int         `json:"hyphenRows"`
		Foot           int         `json:"foot"`
		Fallback       int         `json:"fallback"`
		Missing        int         `json:"missing"`
		WidestGap      json.Number `json:"widestGap"`
		WidestSpace    json.Number `json:"widestSpace"`
		Badness        int64       `json:"badness"`
		BadnessPerLine json.Number `json:"badnessPerLine"`
	}
)

// report reads a report in JSON from the last command's output, checks its shape, and
// that the totals are those of the findings.
func reported(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: report")
	}
	text := ts.ReadFile("stdout")
	var r jsonReport
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	ts.Check(d.Decode(&r))
	if d.More() {
		ts.Fatalf("something follows the report")
	}
	// What is read and written again is the same: every key is there, in order.
	again, err := json.Marshal(r)
	ts.Check(err)
	plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(again))
	if plain != strings.ReplaceAll(text, "\n", "") {
		ts.Fatalf("the report's keys are not as documented:\n%s", plain)
	}
	count := map[string]int{}
	page := 0
	for _, f := range r.Findings {
		count[f.Fault]++
		if f.Page < page && f.Fault != "hyphens" {
			ts.Fatalf("page %d comes after page %d", f.Page, page)
		}
		page = f.Page
		if f.Page < 1 || f.Row < 1 || f.Page > r.Totals.Pages {
			ts.Fatalf("there is no place page %d row %d", f.Page, f.Row)
		}
	}
	t := &r.Totals
	for fault, n := range map[string]int{
		"loose": t.Loose, "tight": t.Tight, "ragged": t.Ragged, "emergency": t.Emergency, "overfull": t.Overfull, "orphan": t.Orphan,
		"club": t.Club, "widow": t.Widow, "river": t.River, "hyphens": t.HyphenRows, "foot": t.Foot,
	} {
		if count[fault] != n {
			ts.Fatalf("%s: %d findings, and a total of %d", fault, count[fault], n)
		}
		delete(count, fault)
	}
	if len(count) > 0 {
		ts.Fatalf("faults without totals: %v", count)
	}
	for _, list := range []struct {
		chars []jsonReportChar
		total int
	}{{r.Fallbacks, t.Fallback}, {r.Missing, t.Missing}} {
		sum := 0
		for _, c := range list.chars {
			sum += c.Count
		}
		if sum != list.total {
			ts.Fatalf("%d characters, and a total of %d", sum, list.total)
		}
	}
}
