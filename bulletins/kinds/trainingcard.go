package kinds

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// trainingCard is the card of the three levels of safety training (三级安全教育卡), one for each
// person. The persons are the attendees, or the rows of a table file; the table of the
// levels stands in the text and is the same for all but for their scores.
var trainingCard = Kind{
	Name: "training-card", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"title", "issuer", "number", "published", "sector", "training", "attendees", "data", "sheet", "note"},
	Own:    with(listOwn, fieldsOf{"training": choice("new", "transfer", "return")}),
	lists:  []*list{&trainingLevels, &trainees}, listed: true,
	head: func(*article) []layout.Block { return nil }, place: placeTraining, check: checkTrainees,
}

// trainees are the columns of a table file of those trained.
var trainees = list{
	columns: append([]string{"name", "sex", "born", "workshop", "team", "post", "hired-on", "phone", "remark"}, tierScores...),
	needs:   []string{"name"},
	filled:  []string{"name"},
	dates:   []string{"hired-on"},
}

// tierScores are the columns of the scores of each level.
var tierScores = []string{"score-company", "score-workshop", "score-team"}

// trainee is somebody who is trained: what the card says of them.
type trainee struct {
	Person
	sex, born, team, hired string
	scores                 [3]string
}

// trainees are those who get a card; one without a name if nobody is named, for a form
// to be filled in by hand.
func (a *article) trainees(first time.Time) []trainee {
	var out []trainee
	for _, p := range People(a.meta.Values["attendees"]) {
		out = append(out, trainee{Person: p})
	}
	if file := a.text("data"); file != "" {
		listed := a.listedTrainees(file, first)
		if n := len(listed); n > mostCertificates {
			a.report(bulletins.Error, "certificate-many", a.meta.Values["data"].Range, "count", strconv.Itoa(n), "limit", strconv.Itoa(mostCertificates))
		}
		out = append(out, listed...)
	}
	if len(out) == 0 {
		out = []trainee{{}}
	}
	return out[:min(len(out), mostCertificates)]
}

// listedTrainees reads the table file of those trained, from a day on.
func (a *article) listedTrainees(file string, first time.Time) []trainee {
	at := a.meta.Values["data"].Range
	s := a.data(file, a.text("sheet"), at)
	if s == nil {
		return nil
	}
	r, _ := newRoll(s, &trainees, a.scene.lang, a.scene.roll)
	a.tellOfFile(r, file, at)
	r.check()
	var out []trainee
	for row := range r.Rows {
		if !r.item(row) || r.get(row, "name") == "" {
			continue
		}
		if hired, ok := r.date(row, "hired-on"); ok && !first.IsZero() && first.Before(hired) {
			r.report(bulletins.Warning, "training-before-hire", row, "hired-on", "name", r.get(row, "name"))
		}
		t := trainee{
			Person: Person{Name: r.get(row, "name"), Unit: r.get(row, "workshop"), Posts: filled([]string{r.get(row, "post")}), Phone: r.get(row, "phone")},
			sex:    r.get(row, "sex"), born: a.printedCell(r.get(row, "born")), team: r.get(row, "team"), hired: r.get(row, "hired-on"),
		}
		for i, key := range tierScores {
			t.scores[i] = r.get(row, key)
		}
		out = append(out, t)
	}
	return out
}

// placeTraining sets the card once for each person.
func placeTraining(a *article, flow *layout.Flow) {
	body, sources := flow.Blocks, flow.Sources
	flow.Blocks, flow.Sources = nil, nil
	add := func(source int32, blocks ...layout.Block) {
		for _, b := range blocks {
			flow.Blocks, flow.Sources = append(flow.Blocks, b), append(flow.Sources, source)
		}
	}
	for i, t := range a.trainees(a.firstTrained(body)) {
		if i > 0 {
			add(-1, &layout.Break{})
		}
		if head := a.headline(); len(head) != 1 || head[0] != titlePlace { // else the heading is in the text
			add(-1, head...)
		}
		add(-1, a.ends("listline", a.labelledLine("list-unit", a.names("issuer")), a.labelledLine("list-number", certificateNumber(a.text("number"), i)))...)
		add(-1, a.traineeGrid(t))
		for k, b := range body {
			add(sources[k], a.scored(b, t))
		}
		add(-1, a.lines("listnote", a.text("note"))...)
		add(-1, a.signLine("training-signs", "sign-date"), a.signLine("training-office", "sign-date"))
	}
}

// levelsIn reads a block as the table of the levels; nil if it is another.
func (a *article) levelsIn(b layout.Block) *roll {
	t, ok := b.(*layout.Table)
	if !ok {
		return nil
	}
	r, known := newRoll(sheetOf(t), &trainingLevels, a.scene.lang, a.scene.roll)
	if known < leastKnown {
		return nil
	}
	return r
}

// firstTrained is the day on which the training began; zero if nothing says it.
func (a *article) firstTrained(body []layout.Block) time.Time {
	for _, b := range body {
		if r := a.levelsIn(b); r != nil && len(r.Rows) > 0 {
			day, _ := r.date(0, "trained-on")
			return day
		}
	}
	return time.Time{}
}

// traineeGrid says who somebody is, with room to write what is not known.
func (a *article) traineeGrid(t trainee) layout.Block {
	named := [][2]string{}
	for _, p := range []pair{
		{"column-name", t.Name}, {"column-sex", t.sex}, {"column-born", t.born}, {"column-phone", t.Phone},
		{"column-workshop", t.Unit}, {"column-team", t.team}, {"column-post", strings.Join(t.Posts, a.phrase("name-join"))},
		{"column-hired-on", printedDate(a.scene.lang, t.hired)},
		{"training-why", a.trainingWhy()}, {"training-verdict", a.phrase("training-verdict-boxes")},
	} {
		named = append(named, [2]string{a.phrase(p.label), p.value})
	}
	return a.grid(named)
}

// trainingWhy ticks why somebody is trained.
func (a *article) trainingWhy() string {
	why := a.text("training")
	if why == "" {
		why = "new"
	}
	var parts []string
	for _, key := range []string{"new", "transfer", "return"} {
		parts = append(parts, a.phrase("training-tick", "box", box(key == why), "word", a.phrase("training-"+key)))
	}
	return strings.Join(parts, wideSpace)
}

// scored is the table of the levels with somebody's scores where it has none; any other
// block as it is.
func (a *article) scored(b layout.Block, t trainee) layout.Block {
	r := a.levelsIn(b)
	if r == nil || t.scores == [3]string{} || !r.has("score") {
		return b
	}
	col, own := r.cols["score"], *b.(*layout.Table)
	own.Rows = slices.Clone(own.Rows)
	for row := range own.Rows {
		tier := tierOf(r, row)
		if tier < 0 || t.scores[tier] == "" || r.get(row, "score") != "" {
			continue
		}
		cells := slices.Clone(own.Rows[row].Cells)
		cells[col].Text = a.words(t.scores[tier], cells[col].Text.Style)
		own.Rows[row].Cells = cells
	}
	return &own
}

// checkTrainees looks at the particulars of training cards.
func checkTrainees(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	people := People(meta.Values["attendees"])
	if len(people) > mostCertificates {
		report(problem(bulletins.Error, "certificate-many", meta.Values["attendees"].Range, "count", strconv.Itoa(len(people)), "limit", strconv.Itoa(mostCertificates)))
	}
	number := oneLine(meta.Text("number"))
	if (len(people) > 1 || !lacks(meta, "data")) && number != "" && !strings.Contains(number, "{n}") {
		report(problem(bulletins.Error, "training-same-number", meta.Values["number"].Range, "n", "{n}"))
	}
	seen := map[string]bool{}
	for _, p := range people {
		if key := p.Name + "\n" + p.Unit; seen[key] {
			report(problem(bulletins.Warning, "training-twice", p.Range, "name", p.Name))
		} else {
			seen[key] = true
		}
	}
}
