package kinds

import (
	"regexp"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// quiz makes examination papers of a bank of questions: papers A, B …, each in an order
// of its own, and the key to them.
var quiz = Kind{
	Name: "quiz", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"title", "issuer", "published", "duration", "papers", "seed", "points", "full_marks"},
	Own: fieldsOf{
		"papers": whole, "seed": whole, "full_marks": whole, "duration": text,
		"points": group(fieldsOf{"single": whole, "multiple": whole, "truefalse": whole, "short": whole}),
	},
	head: func(a *article) []layout.Block { return a.headline() }, recast: recastQuiz, check: checkQuiz, review: reviewQuiz,
}

// questionType is a type of questions: the phrase of its name, what one is worth if
// nothing is said.
type questionType struct {
	name   string
	points int
}

// The types, in the order of a paper.
const (
	single = iota
	multiple
	truefalse
	short
)

var questionTypes = []questionType{{"single", 5}, {"multiple", 5}, {"truefalse", 5}, {"short", 10}}

// question is an entry of a bank.
type question struct {
	kind    int
	at      bulletins.Range
	spans   []bulletins.Span
	options []option
	answer  []bulletins.Span // of those without options
	truth   bool             // of a statement that is true or false
	source  []bulletins.Span
}

// option is one of the answers to choose from.
type option struct {
	blocks []bulletins.Block
	right  bool
}

// answerLabels part what stands in a question: its words, the answer, the source.
var answerLabels = regexp.MustCompile(`(?i)(答案|answer|jawaban)\s*[:：]\s*|(出处|出處|来源|來源|依据|依據|source|sumber|dasar)\s*[:：]\s*`)

// truthWords are answers to a statement.
var truthWords = map[string]bool{
	"对": true, "對": true, "正确": true, "正確": true, "√": true, "✓": true, "true": true, "right": true, "benar": true, "t": true, "b": true,
	"错": false, "錯": false, "错误": false, "錯誤": false, "×": false, "✗": false, "false": false, "wrong": false, "salah": false, "f": false, "s": false,
}

// bankOf reads the questions of a block: the entries of its numbered lists. Boxes below
// a question are its options, ticked ones are right; one without options has an answer
// behind 答案：, and every one a source behind 来源：.
func bankOf(d *bulletins.Directive) []question {
	var out []question
	for _, b := range d.Blocks {
		if l, ok := b.(*bulletins.List); ok && l.Ordered {
			for _, item := range l.Items {
				out = append(out, questionOf(item))
			}
		}
	}
	return out
}

func questionOf(item *bulletins.ListItem) question {
	q := question{at: item.Range}
	for _, b := range item.Blocks {
		switch b := b.(type) {
		case *bulletins.Paragraph:
			q.read(b.Spans)
		case *bulletins.List:
			for _, o := range b.Items {
				q.options = append(q.options, option{o.Blocks, o.Task == bulletins.TaskDone})
			}
		}
	}
	right := 0
	for _, o := range q.options {
		if o.right {
			right++
		}
	}
	answer := strings.ToLower(strings.Trim(bulletins.PlainText(q.answer), " 。.\u3000"))
	truth, judged := truthWords[answer]
	switch {
	case right > 1:
		q.kind = multiple
	case len(q.options) > 0:
		q.kind = single
	case judged:
		q.kind, q.truth = truefalse, truth
	default:
		q.kind = short
	}
	return q
}

// read parts a paragraph of a question.
func (q *question) read(spans []bulletins.Span) {
	to := &q.spans
	for _, s := range spans {
		if s.Kind != bulletins.TextSpan {
			*to = append(*to, s)
			continue
		}
		for {
			found := answerLabels.FindStringSubmatchIndex(s.Text)
			if found == nil {
				break
			}
			before := s
			before.Text, before.End = s.Text[:found[0]], min(s.Start+found[0], s.End)
			if before = trimmed(before); before.Text != "" {
				*to = append(*to, before)
			}
			to = &q.source
			if found[2] >= 0 {
				to = &q.answer
			}
			s.Text, s.Start = s.Text[found[1]:], min(s.Start+found[1], s.End)
		}
		if s.Text != "" {
			*to = append(*to, s)
		}
	}
}

// answered says whether a question has an answer.
func (q *question) answered() bool {
	for _, o := range q.options {
		if o.right {
			return true
		}
	}
	return len(q.options) == 0 && strings.TrimSpace(bulletins.PlainText(q.answer)) != ""
}

// recastQuiz gives the bank what the front matter says about its papers.
func recastQuiz(doc *bulletins.Document) *bulletins.Document {
	own := *doc
	own.Blocks = make([]*bulletins.TopBlock, len(doc.Blocks))
	points := bulletins.Meta{Values: doc.Meta.Values["points"].Map}
	title := oneLine(doc.Meta.Text("title"))
	if t := titleOf(doc); t != nil {
		title = oneLine(bulletins.PlainText(t.Block.(*bulletins.Heading).Spans))
	}
	for i, top := range doc.Blocks {
		own.Blocks[i] = top
		d, ok := top.Block.(*bulletins.Directive)
		if !ok || d.Name != "quiz" {
			continue
		}
		with := *d
		with.Attrs = append(bulletins.Attrs{}, d.Attrs...)
		add := func(key, value string) {
			if value != "" && d.Attrs.Get(key) == "" {
				with.Attrs = append(with.Attrs, bulletins.Attr{Key: key, Value: value})
			}
		}
		add("title", title)
		add("seed", oneLine(doc.Meta.Text("seed")))
		add("papers", oneLine(doc.Meta.Text("papers")))
		add("papers", "2")
		add(paperHead, oneLine(doc.Meta.Text("duration"))+" ")
		for _, t := range questionTypes {
			add(t.name, oneLine(points.Text(t.name)))
		}
		set := *top
		set.Block = &with
		own.Blocks[i] = &set
	}
	return &own
}

// paperHead is the attribute of a bank whose papers have a head of their own: of the
// kind quiz. What it holds is the time that they are given.
const paperHead = " head"

// checkQuiz looks at the particulars of papers.
func checkQuiz(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	if n, err := strconv.Atoi(oneLine(meta.Text("papers"))); err == nil && (n < 1 || n > mostPapers) {
		report(problem(bulletins.Warning, "quiz-papers", meta.Values["papers"].Range, "limit", strconv.Itoa(mostPapers)))
	}
}

// reviewQuiz looks at a bank: every question has an answer and a source, and all
// together give the marks that are stated.
func reviewQuiz(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	points := bulletins.Meta{Values: doc.Meta.Values["points"].Map}
	count, sum, banks := 0, 0, 0
	for _, top := range doc.Blocks {
		if d, ok := top.Block.(*bulletins.Directive); ok && d.Name == "quiz" {
			banks++
			for _, q := range bankOf(d) {
				count++
				sum += worth(q.kind, points.Text(questionTypes[q.kind].name))
			}
		}
	}
	if count == 0 {
		if banks > 0 { // the bank says it itself
			return
		}
		report(problem(bulletins.Error, "quiz-empty", bulletins.Range{Start: len(doc.Text), End: len(doc.Text)}))
		return
	}
	if full, err := strconv.Atoi(oneLine(doc.Meta.Text("full_marks"))); err == nil && full != sum {
		report(problem(bulletins.Warning, "quiz-marks", doc.Meta.Values["full_marks"].Range, "sum", strconv.Itoa(sum), "full", strconv.Itoa(full)))
	}
}

// worth is what a question of a type is worth.
func worth(kind int, stated string) int {
	if n, err := strconv.Atoi(oneLine(stated)); err == nil && n >= 0 {
		return n
	}
	return questionTypes[kind].points
}
