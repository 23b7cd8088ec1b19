package taking

import (
	"slices"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// setField takes what the user fills into a field of the document.
func (p *Pane) setField(path []string, value drafting.Field) {
	p.fields = slices.DeleteFunc(p.fields, func(f drafting.FieldValue) bool { return slices.Equal(f.Path, path) })
	p.fields = append(p.fields, drafting.FieldValue{Path: path, Value: value})
	if p.out == nil {
		return
	}
	if path[0] == "lang" { // its rules are others
		p.run()
		return
	}
	p.showFields()
	p.filter()
}

// chosen is what the user has chosen for a field, or ""; for the kind it is at first
// what the text looks like.
func (p *Pane) chosen(key string) string {
	for _, f := range p.fields {
		if text, ok := f.Value.(drafting.Text); ok && slices.Equal(f.Path, []string{key}) {
			return string(text)
		}
	}
	if key == "kind" && p.result != nil {
		return p.result.KindHint
	}
	return ""
}

// front is the front matter of the document.
func (p *Pane) front() *bulletins.Document {
	doc := p.out.front
	all := []drafting.FieldValue{}
	if k, ok := kinds.Lookup(p.chosen("kind")); ok {
		all = append(all, drafting.FieldValue{Path: []string{"kind"}, Value: drafting.Text(k.Name)})
	}
	all = append(all, p.fields...)
	if list, changed := p.warnings(); changed {
		all = append(all, drafting.FieldValue{Path: []string{warningsKey}, Value: list})
	}
	if c, ok := drafting.SetFields(doc, all); ok {
		e := c.Edits[0]
		return bulletins.Parse("", doc.Text[:e.Range.Start]+e.Text+doc.Text[e.Range.End:], kinds.Schema())
	}
	return doc
}

// warningsKey is the field with what somebody has to look at.
const warningsKey = "import_warnings"

// warnings are those that nobody has settled yet; changed says whether there are fewer
// than at first.
func (p *Pane) warnings() (list drafting.Field, changed bool) {
	waits, done := map[string]bool{}, map[string]bool{}
	about, _ := doubts(p.result)
	for i, c := range p.result.Changes {
		if w, ok := about[i]; ok {
			_, checked := p.now.checked[c.ID]
			waits[w.Text(ui.Language())] = waits[w.Text(ui.Language())] || !checked
			done[w.Text(ui.Language())] = true
		}
	}
	for _, l := range p.lines {
		if l.sort == "check" && l.settled {
			words, _ := l.words()
			done[words] = true
		}
	}
	var left []string
	for _, v := range p.out.front.Meta.Values[warningsKey].List {
		if done[v.Text] && !waits[v.Text] {
			changed = true
			continue
		}
		left = append(left, v.Text)
	}
	if len(left) == 0 {
		return nil, changed
	}
	return drafting.List(left), changed
}

// showFields shows the front matter as a form, and which warnings it answers.
func (p *Pane) showFields() {
	doc := p.front()
	p.form.Set(doc)
	for i := range p.lines {
		l := &p.lines[i]
		if l.answer == nil {
			continue
		}
		_, checked := p.now.checked[l.key]
		l.settled = checked || slices.ContainsFunc(l.answer, func(key string) bool { return said(doc.Meta.Values[key]) })
	}
}

// said says whether a field has a value.
func said(v bulletins.Value) bool { return v.Text != "" || len(v.List) > 0 || len(v.Map) > 0 }

// document is the text of the document.
func (p *Pane) document() string { return p.front().Text + p.out.body }
