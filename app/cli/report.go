// # The report of layout --report
//
// Findings come in the order of the pages, one a line, then the characters that are
// not in the face wanted, then the totals:
//
//	FILE:LINE:COLUMN: page P row R FAULT VALUE UNIT: THE LINE BEGINS
//	FILE:LINE:COLUMN: page P row R fallback COUNT: CHAR CODE WANTED → USED
//	FILE:LINE:COLUMN: page P row R missing COUNT: CHAR CODE
//
// With --json:
//
//	{"file":"a.md","findings":[
//	{"fault":"loose","line":12,"column":3,"page":1,"row":7,"paragraph":4,"role":"body","value":0.143,"unit":"em","text":"安全生产"}
//	],"fallbacks":[
//	{"char":"⚠","code":"U+26A0","wanted":"LiberationSerif-Regular","used":"NotoSerifSC-Regular","count":2,"line":9,"column":1,"page":1,"row":5}
//	],"missing":[
//	],"totals":{"pages":2,"lines":81,"loose":1,"loosePerMille":12.346, …}}
//
// Keys stand in this order and are always there; numbers have at most three decimals.
//
//   - line and column are where the line begins in the text, 0 if it is not from
//     there; of a river, its first space; of a character, its first.
//   - page counts from 1, row from the top of the page; lines at one height (cells, a
//     label and its text) are one row, headers and footers none: they have row 0.
//   - fault is loose (value em: added to each gap between Han, above 0.1; unit spaces:
//     the widest word space in normal ones, above 2.2, in lines that are mostly
//     Latin), tight (share of its glue given up, above 0.8), ragged, emergency,
//     overfull (pt, above a hundredth of an em), orphan, club, widow, river (lines,
//     from 4 on), hyphens (lines in a row, from 3 on), foot. Without a measure value is
//     0 and unit "".
//   - totals count lines of text, each cell's and label's too. badness is the sum of
//     the squares of their unevenness as the breaker saw it; a line that was not
//     stretched or squeezed adds 0, and so does a ragged one, so badness can only be
//     compared together with ragged. badnessPerLine is the mean of all lines.
//     widestGap and widestSpace are the largest of all lines. hyphens counts lines,
//     hyphenRows the findings about them; fallback and missing count characters.
package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"safety365/app/press"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// reporting writes the report of layout --report while the pages are made; its shape
// is described in the package's comment.
type reporting struct {
	*command
	job   *press.Job
	w     *bufio.Writer
	json  bool
	count int // findings so far
	err   error
}

// quality tells how well a document is set.
func (c *command) quality(ctx context.Context, job *press.Job, o layoutOptions) error {
	out := bufio.NewWriterSize(press.Interruptible(ctx, c.out), 1<<16)
	r := &reporting{command: c, job: job, w: out, json: o.json}
	r.begin()
	report := layout.NewReport(job.Flow.Theme, r.finding)
	job.Fallback = report.Fallback
	_, err := job.Lay(ctx, func(p *page.Page) error {
		report.Add(p)
		return r.err
	})
	c.printSorted(job)
	if err != nil {
		return err
	}
	r.end(report.Finish())
	if r.err != nil {
		return r.err
	}
	return out.Flush()
}

// reportPlace is a place in the text, 0 where there is none, and on paper.
type reportPlace struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Page   int `json:"page"`
	Row    int `json:"row"`
}

type reportFinding struct {
	Fault layout.Fault `json:"fault"`
	reportPlace
	Paragraph int                `json:"paragraph"`
	Role      string             `json:"role"`
	Value     layout.Thousandths `json:"value"`
	Unit      string             `json:"unit"`
	Text      string             `json:"text"`
}

type reportChar struct {
	Char   string `json:"char"`
	Code   string `json:"code"`
	Wanted string `json:"wanted"`
	Used   string `json:"used"`
	Count  int    `json:"count"`
	reportPlace
}

type reportTotals struct {
	Pages         int                `json:"pages"`
	Lines         int                `json:"lines"`
	Loose         int                `json:"loose"`
	LooseShare    layout.Thousandths `json:"loosePerMille"`
	Tight         int                `json:"tight"`
	TightShare    layout.Thousandths `json:"tightPerMille"`
	Ragged        int                `json:"ragged"`
	Emergency     int                `json:"emergency"`
	Overfull      int                `json:"overfull"`
	Orphans       int                `json:"orphan"`
	Clubs         int                `json:"club"`
	Widows        int                `json:"widow"`
	Rivers        int                `json:"river"`
	Hyphens       int                `json:"hyphens"`
	HyphenRows    int                `json:"hyphenRows"`
	Feet          int                `json:"foot"`
	Fallbacks     int                `json:"fallback"`
	Missing       int                `json:"missing"`
	WidestGap     layout.Thousandths `json:"widestGap"`
	WidestSpace   layout.Thousandths `json:"widestSpace"`
	Badness       int64              `json:"badness"`
	BadnessByLine layout.Thousandths `json:"badnessPerLine"`
}

func (r *reporting) place(s page.Source, number, row int) reportPlace {
	p := reportPlace{Page: number, Row: row}
	if s.Block >= 0 && s.Offset >= 0 && int(s.Block) < len(r.job.Doc.Starts) {
		at := r.job.Doc.Position(r.job.Doc.Starts[s.Block] + int(s.Offset))
		p.Line, p.Column = at.Line, at.Column
	}
	return p
}

func (r *reporting) begin() {
	if r.json {
		r.print(`{"file":%s,"findings":[`, appendQuoted(nil, r.job.Doc.Name))
	}
}

func (r *reporting) finding(f layout.Finding) {
	p := r.place(f.Source, f.Page, f.Row)
	r.count++
	if r.json {
		r.object(r.count, reportFinding{f.Fault, p, f.Paragraph, f.Role, f.Value, f.Unit, f.Text})
		return
	}
	value := ""
	if f.Unit != "" {
		value = fmt.Sprintf(" %v %s", f.Value, f.Unit)
	}
	r.print("%s %s%s: %s\n", r.placed(p), f.Fault, value, f.Text)
}

// placed writes a place as Diagnostics do, and where it is on paper.
func (r *reporting) placed(p reportPlace) string {
	s := r.job.Doc.Name + ":"
	if p.Line > 0 {
		s = fmt.Sprintf("%s%d:%d:", s, p.Line, p.Column)
	}
	if p.Page > 0 {
		s = fmt.Sprintf("%s page %d", s, p.Page)
	}
	if p.Row > 0 {
		s = fmt.Sprintf("%s row %d", s, p.Row)
	}
	return s
}

func (r *reporting) end(t *layout.Totals) {
	sums := reportTotals{
		Pages: t.Pages, Lines: t.Lines, Loose: t.Count[layout.Loose], LooseShare: t.Share(layout.Loose), Tight: t.Count[layout.Tight], TightShare: t.Share(layout.Tight),
		Ragged: t.Count[layout.Ragged], Emergency: t.Count[layout.Emergency], Overfull: t.Count[layout.Overfull], Orphans: t.Count[layout.Orphan],
		Clubs: t.Count[layout.Club], Widows: t.Count[layout.Widow], Rivers: t.Count[layout.River], Hyphens: t.Hyphens, HyphenRows: t.Count[layout.Hyphens], Feet: t.Count[layout.Foot],
		Fallbacks: sum(t.Fallbacks), Missing: sum(t.Missing), WidestGap: t.WidestGap, WidestSpace: t.WidestSpace, Badness: t.Badness, BadnessByLine: t.Mean(),
	}
	if r.json {
		r.print("\n],\"fallbacks\":[")
		r.chars("", t.Fallbacks)
		r.print("\n],\"missing\":[")
		r.chars("", t.Missing)
		r.print("\n],\"totals\":%s}\n", r.marshal(sums))
		return
	}
	r.chars("fallback", t.Fallbacks)
	r.chars("missing", t.Missing)
	if r.count+len(t.Fallbacks)+len(t.Missing) > 0 {
		r.print("\n")
	}
	row := func(name string, value any, more, legend string) {
		if legend != "" {
			legend = "  " + r.say("report-"+legend)
		}
		r.print("%-16s %8v%s%s\n", name, value, more, legend)
	}
	row("pages", sums.Pages, "", "")
	row("lines", sums.Lines, "", "")
	row("loose", sums.Loose, fmt.Sprintf(" = %v ‰", sums.LooseShare), "loose")
	row("tight", sums.Tight, fmt.Sprintf(" = %v ‰", sums.TightShare), "tight")
	row("ragged", sums.Ragged, "", "ragged")
	row("emergency", sums.Emergency, "", "emergency")
	row("overfull", sums.Overfull, "", "overfull")
	row("orphan", sums.Orphans, "", "orphan")
	row("club", sums.Clubs, "", "club")
	row("widow", sums.Widows, "", "widow")
	row("river", sums.Rivers, "", "river")
	row("hyphens", sums.Hyphens, fmt.Sprintf(" / %d", sums.HyphenRows), "hyphens")
	row("foot", sums.Feet, "", "foot")
	row("fallback", sums.Fallbacks, "", "fallback")
	row("missing", sums.Missing, "", "missing")
	row("widest gap", sums.WidestGap, "", "gap")
	row("widest space", sums.WidestSpace, "", "space")
	row("badness", sums.Badness, fmt.Sprintf(" = %v × %d", sums.BadnessByLine, sums.Lines), "badness")
}

// chars writes fallbacks or missing glyphs.
func (r *reporting) chars(what string, list []layout.CharTotal) {
	for i, c := range list {
		p := r.place(c.Source, c.Page, c.Row)
		code := fmt.Sprintf("U+%04X", c.Char)
		switch {
		case r.json:
			r.object(i+1, reportChar{string(c.Char), code, c.Wanted, c.Used, c.Count, p})
		case c.Wanted == "":
			r.print("%s %s %d: %c %s\n", r.placed(p), what, c.Count, c.Char, code)
		default:
			r.print("%s %s %d: %c %s %s → %s\n", r.placed(p), what, c.Count, c.Char, code, c.Wanted, c.Used)
		}
	}
}

func sum(list []layout.CharTotal) int {
	n := 0
	for i := range list {
		n += list[i].Count
	}
	return n
}

// object writes the n-th object of an array, from 1.
func (r *reporting) object(n int, v any) {
	comma := ","
	if n == 1 {
		comma = ""
	}
	r.print("%s\n%s", comma, r.marshal(v))
}

func (r *reporting) marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		r.err = err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func (r *reporting) print(format string, args ...any) {
	if r.err == nil {
		_, r.err = fmt.Fprintf(r.w, format, args...)
	}
}
