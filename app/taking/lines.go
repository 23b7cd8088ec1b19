package taking

import (
	"slices"
	"strconv"
	"strings"

	"safety365/app/ui"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/intake"
)

// sorts are those of lines, in the order in which they are offered, and the rules whose
// changes they are. Lines of other rules are sorted by what became of their words.
var sorts = []struct {
	name  string
	rules []string
}{
	{"check", nil},
	{"tracked", nil},
	{"damage", []string{"I04", "I05", "I07"}},
	{"pinyin", []string{"I02", "I03"}},
	{"gone", nil},
	{"moved", nil},
	{"script", []string{"I41"}},
	{"marks", []string{"I40", "I42", "I52"}},
	{"spaces", []string{"I01", "I50"}},
	{"other", nil},
}

func sortOf(c intake.Change) string {
	for _, s := range sorts {
		if slices.Contains(s.rules, c.Rule) {
			return s.name
		}
	}
	switch {
	case c.After == "":
		return "gone"
	case c.Out < 0:
		return "moved"
	}
	return "other"
}

// linesOf lists all that was done to a text, in its order: first what is to be known
// about the file, tracked changes and doubts.
func (p *Pane) linesOf(o *outcome) []line {
	var out []line
	for _, d := range p.o.Notes {
		out = append(out, noteOf(d))
	}
	if p.o.Word != nil {
		for i := range p.o.Word.Proposals {
			out = append(out, p.proposed(i, o.decided))
		}
	}
	_, others := doubts(o.result)
	for _, w := range others {
		out = append(out, p.warningOf(w, o.decided))
	}
	var changes []line
	for i, c := range o.result.Changes {
		changes = append(changes, p.lineOf(c, o.places[i], o.decided))
	}
	for _, c := range o.decided.undone {
		changes = append(changes, p.lineOf(c, bulletins.Range{}, o.decided))
	}
	slices.SortStableFunc(changes, func(a, b line) int {
		if d := a.was.Start - b.was.Start; d != 0 {
			return d
		}
		return strings.Compare(a.key, b.key)
	})
	return append(out, changes...)
}

// doubts finds the warning about each doubtful change, by the change's number, and the
// warnings that are about nothing else in the list.
func doubts(r *intake.Result) (about map[int]intake.Warning, others []intake.Warning) {
	about = map[int]intake.Warning{}
	codes := map[intake.Certainty]string{intake.Probable: "intake-repair", intake.Unknown: "intake-unknown"}
	at, line := 0, 0 // the line of the last one that is unreadable
	for i, c := range r.Changes {
		if code := codes[c.Certainty]; code != "" && (c.Rule != "I07" || c.Line != line) {
			next := slices.IndexFunc(r.Warnings[at:], func(w intake.Warning) bool { return w.Code == code })
			if next >= 0 && (code != "intake-repair" || strings.Contains(r.Warnings[at+next].Args["mark"], c.After)) {
				at += next
				about[i] = r.Warnings[at]
				at++
			}
		} else if code != "" {
			about[i] = about[i-1]
		}
		if c.Rule == "I07" {
			line = c.Line
		}
	}
	told := map[string]bool{}
	for _, w := range about {
		told[w.Text(ui.Language())] = true
	}
	for _, w := range r.Warnings {
		if words := w.Text(ui.Language()); !told[words] {
			told[words] = true
			others = append(others, w)
		}
	}
	return about, others
}

// lineOf is a change that intake made or would make.
func (p *Pane) lineOf(c intake.Change, at bulletins.Range, d decisions) line {
	_, undone := d.undone[c.ID]
	done, settled := d.checked[c.ID]
	l := line{key: c.ID, sort: sortOf(c), was: bulletins.Range{Start: c.Start, End: c.End}, is: at, on: !undone, gone: undone || at == bulletins.Range{},
		change: c, undoable: true, doubtful: c.Certainty != intake.Exact, settled: settled, proposed: c.After}
	if settled {
		l.proposed = done.text
	}
	l.words = func() (what, why string) {
		before, after := p.readable(c)
		if settled {
			after = done.text
		}
		reason, _ := c.Reason(ui.Language())
		switch {
		case undone:
			reason = ui.Say("taking-undone") + " · " + reason
		case settled:
			reason = ui.Say("taking-confirmed") + " · " + reason
		case l.doubtful:
			reason = ui.Say("taking-"+c.Certainty.String()) + " · " + reason
		}
		if l.sort == "moved" { // its words are those of the field
			return "→ " + brief(after), reason
		}
		return became(before, after), reason
	}
	l.hint = func() string { _, hint := c.Reason(ui.Language()); return hint }
	if l.doubtful && !undone {
		l.confirmable, l.fill = true, !l.gone
	}
	return l
}

// answers are the fields of which any answers a warning that it lacks.
var answers = map[string][]string{
	"intake-no-title":           {"title"},
	"intake-no-title-suggested": {"title"},
	"intake-no-origin":          {"source", "byline", "author"},
	"intake-byline-name":        {"author"},
}

// warningOf is something about the text as a whole that somebody should look at.
func (p *Pane) warningOf(w intake.Warning, d decisions) line {
	words := w.Text(ui.Language())
	key := "?" + words
	_, settled := d.checked[key]
	return line{key: key, sort: "check", gone: true, doubtful: true, settled: settled, answer: answers[w.Code],
		confirmable: true, hint: func() string { return words },
		words: func() (what, why string) {
			_, hint := assets.Message(ui.Language(), w.Code, w.Args)
			if settled {
				hint = ui.Say("taking-confirmed") + " · " + hint
			}
			return words, hint
		}}
}

// noteOf is something that is to be known about the file.
func noteOf(d bulletins.Diagnostic) line {
	return line{key: "!" + d.Code, sort: "check", gone: true, words: func() (what, why string) { return ui.Message(d) }}
}

// proposed is a tracked change or a comment of a Word file. A change can be made.
func (p *Pane) proposed(i int, d decisions) line {
	q := p.o.Word.Proposals[i]
	l := line{key: "p" + strconv.Itoa(i), sort: "tracked", gone: true, tracked: true, number: i, undoable: q.Edit != nil, on: d.accepted[i],
		words: func() (what, why string) { return did(q), by(q) }}
	length := q.Range.End - q.Range.Start
	if l.on {
		length = len(q.Edit.Text)
	}
	l.was.Start = p.rawPlace(q.Range.Start, d)
	l.was.End = l.was.Start + length
	return l
}
