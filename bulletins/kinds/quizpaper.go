package kinds

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// mostPapers is how many papers are made of a bank.
const mostPapers = 26

// quizAttrs are what a bank of questions may say.
var quizAttrs = fieldsOf{"title": text, "papers": whole, "seed": whole, "answers": truth, "names": truth,
	"single": whole, "multiple": whole, "truefalse": whole, "short": whole}

// bank makes papers of a bank of questions, and behind them the key.
func (m *maker) bank(d *bulletins.Directive, at place) []layout.Block {
	questions := bankOf(d)
	m.checkBank(d, questions)
	if len(questions) == 0 {
		return m.blocks(d.Blocks, at.inside())
	}
	number := func(key string, least int) int {
		n, err := strconv.Atoi(strings.TrimSpace(d.Attrs.Get(key)))
		if err != nil {
			return least
		}
		return max(n, least)
	}
	count := min(number("papers", 1), mostPapers)
	papers := make([]paper, count)
	for i := range papers {
		papers[i] = newPaper(questions, number("seed", 0), i)
		if count > 1 {
			papers[i].letter = letters(i+1, 'A')
		}
	}
	var out []layout.Block
	for i := range papers {
		out = append(out, m.paperOpening(d, &papers[i], i, at)...)
		out = append(out, m.paper(d, &papers[i], at)...)
	}
	if yes, ok := bulletins.ParseBool(d.Attrs.Get("answers")); !ok || yes {
		out = append(out, m.key(d, papers)...)
	}
	return out
}

// checkBank reports what questions lack.
func (m *maker) checkBank(d *bulletins.Directive, questions []question) {
	if len(questions) == 0 {
		m.report(bulletins.Error, "quiz-empty", d.Range)
	}
	for i, q := range questions {
		at := bulletins.Range{Start: q.at.Start, End: q.at.Start + len(strings.SplitN(m.source(q.at), "\n", 2)[0])}
		n := strconv.Itoa(i + 1)
		if !q.answered() {
			m.report(bulletins.Error, "quiz-answer", at, "n", n)
		}
		if strings.TrimSpace(bulletins.PlainText(q.source)) == "" {
			m.report(bulletins.Warning, "quiz-source", at, "n", n)
		}
		var seen []string
		for _, o := range q.options {
			words := strings.TrimSpace(optionWords(o))
			if slices.Contains(seen, words) {
				m.report(bulletins.Warning, "quiz-same-option", at, "n", n, "text", words)
			}
			seen = append(seen, words)
		}
		if len(q.options) == 1 {
			m.report(bulletins.Warning, "quiz-one-option", at, "n", n)
		}
	}
}

func optionWords(o option) string {
	var b strings.Builder
	for _, block := range o.blocks {
		if p, ok := block.(*bulletins.Paragraph); ok {
			b.WriteString(bulletins.PlainText(p.Spans))
		}
	}
	return b.String()
}

// paper is the questions in the order of one paper, by their types.
type paper struct {
	letter string
	groups [][]question
}

// staying are options that have to be the last: all of the above.
var staying = regexp.MustCompile(`(?i)^\s*(?:以上|all of the above|none of the above|semua (?:jawaban )?benar|semua salah)`)

// newPaper shuffles questions and options. The first paper without a seed has the
// order of the bank.
func newPaper(questions []question, seed, n int) paper {
	p := paper{groups: make([][]question, len(questionTypes))}
	for _, q := range questions {
		q.options = slices.Clone(q.options)
		p.groups[q.kind] = append(p.groups[q.kind], q)
	}
	if seed == 0 && n == 0 {
		return p
	}
	random := rand.New(rand.NewPCG(uint64(seed), uint64(n)))
	for _, group := range p.groups {
		random.Shuffle(len(group), func(i, k int) { group[i], group[k] = group[k], group[i] })
		for _, q := range group {
			free := len(q.options)
			for free > 0 && staying.MatchString(optionWords(q.options[free-1])) {
				free--
			}
			random.Shuffle(free, func(i, k int) { q.options[i], q.options[k] = q.options[k], q.options[i] })
		}
	}
	return p
}

// paperOpening sets what stands above the questions of a paper: its title on a new
// page, its letter, room for names, the table of marks, and what the bank says first.
func (m *maker) paperOpening(d *bulletins.Directive, p *paper, n int, at place) []layout.Block {
	var out []layout.Block
	title := strings.TrimSpace(d.Attrs.Get("title"))
	headed := d.Attrs.Get(paperHead) != ""
	switch {
	case n > 0 && headed && title != "":
		t := m.titleText([]layout.Inline{{Text: title, Source: -1}}, m.styles.theme.Style("title"))
		t.Tag, t.Outline = page.RoleH1, 1
		out = append(out, &layout.Break{}, t)
	case n > 0:
		out = append(out, &layout.Break{})
	}
	if !headed && title != "" {
		out = append(out, m.words(title, m.styles.theme.Style("blocktitle")))
	}
	if p.letter != "" {
		out = append(out, m.words(m.phrase("quiz-paper", "letter", p.letter), m.styles.theme.Style("quizpaper")))
	}
	if names, _ := bulletins.ParseBool(d.Attrs.Get("names")); headed || names {
		out = append(out, m.blanks())
	}
	if headed {
		out = append(out, m.marksTable(d, p))
		if time := strings.TrimSpace(d.Attrs.Get(paperHead)); time != "" {
			out = append(out, m.words(m.phrase("quiz-time", "time", time), m.styles.theme.Style("quiznote")))
		}
	}
	for _, b := range d.Blocks {
		if l, ok := b.(*bulletins.List); !ok || !l.Ordered {
			out = append(out, m.blocks([]bulletins.Block{b}, at.inside())...)
		}
	}
	return out
}

// blanks is the line for unit, name and date.
func (m *maker) blanks() layout.Block {
	t := &layout.Text{Style: m.styles.theme.Style("quizblanks"), Lang: m.scene.lang}
	for i, key := range []string{"attendee-unit", "attendee-name", "review-date"} {
		if i > 0 {
			t.Inlines = append(t.Inlines, layout.Inline{Text: wideSpace, Source: -1})
		}
		t.Inlines = append(t.Inlines, layout.Inline{Text: together(m.phrase(key) + m.phrase("colon")), Source: -1}, layout.Inline{Fill: true, Leader: "_", Source: -1})
	}
	return t
}

// marksTable has room for the marks of each type and of all.
func (m *maker) marksTable(d *bulletins.Directive, p *paper) layout.Block {
	middle := m.styles.derive("middle", m.styles.theme.Style("table"), func(own *themes.Style) { own.Align = themes.Center })
	head := m.styles.derive("middle", m.styles.theme.Style("tablehead"), func(own *themes.Style) { own.Align = themes.Center })
	t := &layout.Table{Style: m.styles.theme.Style("particulars"), Look: m.gridLook(), Valign: "middle"}
	rows := make([]layout.TableRow, 3)
	add := func(style *themes.Style, words ...string) {
		t.Columns = append(t.Columns, layout.Column{Part: 1})
		for i := range rows {
			rows[i].Cells = append(rows[i].Cells, layout.Cell{Text: m.words(words[i], style)})
		}
	}
	add(head, m.phrase("quiz-type"), m.phrase("quiz-points"), m.phrase("quiz-marks"))
	for i := range rows[2].Cells {
		rows[2].Cells[i].Text.Style = m.styles.derive("tall", head, func(own *themes.Style) { own.Leading *= 2 })
	}
	sum := 0
	for kind, group := range p.groups {
		if len(group) > 0 {
			points := len(group) * worth(kind, d.Attrs.Get(questionTypes[kind].name))
			sum += points
			add(middle, m.phrase("quiz-"+questionTypes[kind].name), strconv.Itoa(points), "")
		}
	}
	add(middle, m.phrase("quiz-total"), strconv.Itoa(sum), "")
	t.Head, t.Rows = rows[:1], rows[1:]
	return t
}

// paper sets the questions of a paper, by types, numbered through. A few questions that
// earn no marks, as at the end of a lesson, say their type themselves.
func (m *maker) paper(d *bulletins.Directive, p *paper, at place) []layout.Block {
	if !marked(d) {
		list := &layout.Frame{Tag: page.RoleL, Ordered: true}
		for _, q := range slices.Concat(p.groups...) {
			list.Blocks = append(list.Blocks, m.asked(q, len(list.Blocks)+1, m.phrase("quiz-asked-"+questionTypes[q.kind].name), at))
		}
		return []layout.Block{list}
	}
	var out []layout.Block
	n, part := 0, 0
	for kind, group := range p.groups {
		if len(group) == 0 {
			continue
		}
		part++
		points := worth(kind, d.Attrs.Get(questionTypes[kind].name))
		head := number(m.phrase("quiz-part-number"), part) + m.phrase("quiz-part", "type", m.phrase("quiz-"+questionTypes[kind].name),
			"count", strconv.Itoa(len(group)), "points", strconv.Itoa(points), "sum", strconv.Itoa(points*len(group)))
		out = append(out, m.words(head, m.styles.theme.Style("quizpart")))
		list := &layout.Frame{Tag: page.RoleL, Ordered: true}
		for _, q := range group {
			n++
			list.Blocks = append(list.Blocks, m.asked(q, n, "", at))
		}
		out = append(out, list)
	}
	return out
}

// marked says whether the questions of a bank earn marks: those of an examination do,
// others if the bank says how many.
func marked(d *bulletins.Directive) bool {
	return d.Attrs.Get(paperHead) != "" || slices.ContainsFunc(questionTypes, func(t questionType) bool { return d.Attrs.Get(t.name) != "" })
}

// asked sets a question, what is said of it, and its options or room for its answer.
func (m *maker) asked(q question, n int, note string, at place) *layout.Item {
	style := m.styles.theme.Style("quizquestion")
	t := &layout.Text{Style: m.styles.keptNext(style), Lang: m.scene.lang, Inlines: m.inlines(q.spans, style)}
	if q.kind != short {
		note += m.phrase("quiz-slot")
	}
	t.Inlines = append(t.Inlines, layout.Inline{Text: note, Source: -1})
	item := &layout.Item{Label: m.label(strconv.Itoa(n)+".", style), Indent: m.styles.theme.Lists.Indent, Blocks: []layout.Block{t}}
	switch {
	case q.kind == short:
		line := m.styles.theme.Style("quizline")
		for i := range shortLines {
			style := m.styles.keptNext(line)
			if i == shortLines-1 {
				style = line
			}
			item.Blocks = append(item.Blocks, &layout.Text{Style: style, Lang: m.scene.lang, Inlines: []layout.Inline{{Fill: true, Leader: "_", Source: -1}}})
		}
	case len(q.options) == 0:
		t.Style = style
	default:
		item.Blocks = append(item.Blocks, m.optionRows(q.options, item.Indent, at)...)
	}
	return item
}

// shortLines is how many lines a short answer is given.
const shortLines = 3

// optionRows sets options side by side, four, two or one in a row, as they have room.
func (m *maker) optionRows(options []option, indent page.Length, at place) []layout.Block {
	style := m.styles.theme.Style("quizoption")
	widest := page.Length(0)
	for _, o := range options {
		widest = max(widest, m.lineWidth(optionWords(o), style))
	}
	room, label := m.styles.theme.Area(1).W-indent, style.Size*7/4
	across := 1
	for _, n := range []int{4, 2} {
		if n <= len(options) && widest+label+style.Size <= room/page.Length(n) {
			across = n
			break
		}
	}
	inner := at.inside()
	inner.style = style
	item := func(i int) layout.Block {
		return &layout.Item{Label: m.label(letters(i+1, 'A')+".", style), Indent: label, Blocks: m.blocks(options[i].blocks, inner)}
	}
	if across == 1 {
		list := &layout.Frame{Tag: page.RoleL, Ordered: true}
		for i := range options {
			list.Blocks = append(list.Blocks, item(i))
		}
		return []layout.Block{list}
	}
	var out []layout.Block
	for from := 0; from < len(options); from += across {
		row := &layout.Row{Tag: page.RoleL, Cells: make([]layout.RowCell, across)}
		for i := from; i < min(from+across, len(options)); i++ {
			row.Cells[i-from].Blocks = []layout.Block{item(i)}
		}
		out = append(out, row)
	}
	return out
}

// key sets the answers to all papers: a table on a page of its own in an examination,
// a line below the questions elsewhere.
func (m *maker) key(d *bulletins.Directive, papers []paper) []layout.Block {
	if d.Attrs.Get(paperHead) == "" && len(papers) == 1 {
		style := m.styles.derive("with the questions", m.styles.theme.Style("quiznote"), func(own *themes.Style) { own.KeepPrevious = true })
		return []layout.Block{m.words(m.keyLine(papers[0]), style)}
	}
	title := m.words(m.phrase("quiz-key"), m.styles.theme.Style("title"))
	title.Tag, title.Outline = page.RoleH1, 1
	out := []layout.Block{&layout.Break{}, title}
	for i := range papers {
		out = append(out, m.keyTable(d, &papers[i]))
	}
	return out
}

// keyTable lists the answers of a paper with their marks and sources.
func (m *maker) keyTable(d *bulletins.Directive, p *paper) layout.Block {
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables, Head: []layout.TableRow{{}}}
	for _, key := range []string{"row-number", "quiz-type", "quiz-answer", "quiz-points", "quiz-source"} {
		t.Columns = append(t.Columns, layout.Column{})
		t.Head[0].Cells = append(t.Head[0].Cells, layout.Cell{Text: m.words(m.phrase(key), head)})
	}
	if p.letter != "" {
		t.Caption = m.words(m.phrase("quiz-paper", "letter", p.letter), m.styles.theme.Style("tablecaption"))
		t.Caption.Tag = page.RoleCaption
	}
	n := 0
	for kind, group := range p.groups {
		for _, q := range group {
			n++
			answer := m.words(m.answer(q), cell)
			if kind == short {
				answer = &layout.Text{Style: cell, Lang: m.scene.lang, Inlines: m.inlines(q.answer, cell)}
			}
			row := layout.TableRow{}
			for _, text := range []*layout.Text{m.words(strconv.Itoa(n), cell), m.words(m.phrase("quiz-"+questionTypes[kind].name), cell), answer,
				m.words(strconv.Itoa(worth(kind, d.Attrs.Get(questionTypes[kind].name))), cell),
				{Style: cell, Lang: m.scene.lang, Inlines: m.inlines(q.source, cell)}} {
				row.Cells = append(row.Cells, layout.Cell{Text: text})
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// keyLine lists the answers of a paper in a line.
func (m *maker) keyLine(p paper) string {
	var words []string
	n := 0
	for _, group := range p.groups {
		for _, q := range group {
			n++
			words = append(words, strconv.Itoa(n)+". "+m.answer(q))
		}
	}
	return m.phrase("quiz-key") + m.phrase("colon") + strings.Join(words, m.phrase("clause-join"))
}

// answer is the answer to a question in words.
func (m *maker) answer(q question) string {
	switch {
	case q.kind == short:
		return strings.TrimSpace(bulletins.PlainText(q.answer))
	case q.kind == truefalse && q.truth:
		return m.phrase("quiz-true")
	case q.kind == truefalse:
		return m.phrase("quiz-false")
	}
	return answerLetters(q)
}

// answerLetters are the letters of the right options.
func answerLetters(q question) string {
	var b strings.Builder
	for i, o := range q.options {
		if o.right {
			b.WriteString(letters(i+1, 'A'))
		}
	}
	return b.String()
}
