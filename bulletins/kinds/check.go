package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// kindOf returns the kind that a document names, and says so if there is none.
func kindOf(doc *bulletins.Document) (*Kind, []bulletins.Diagnostic) {
	v := doc.Meta.Values["kind"]
	name := strings.TrimSpace(v.Text)
	if name == "" {
		return all[0], nil
	}
	if kind, ok := Lookup(name); ok {
		return kind, nil
	}
	return all[0], []bulletins.Diagnostic{problem(bulletins.Warning, "kind-unknown", v.Range,
		"kind", name, "known", strings.Join(Names(), ", "), "used", all[0].Name)}
}

// check reports what every kind has to say about its front matter, and what the
// kind itself has.
func (a *article) check() {
	report := func(d bulletins.Diagnostic) { a.found = append(a.found, d) }
	for _, v := range a.meta.Values[warningsKey].List {
		if v.Text != "" && intakeMark(v.Text) == "" {
			report(problem(bulletins.Info, "import-warning", v.Range, "text", v.Text))
		}
	}
	for _, key := range a.meta.Keys {
		checkValues(a.meta.Values[key], report)
		checkImportMarks(a.meta.Values[key], report)
	}
	if a.title == nil && a.text("title") == "" && !a.scene.kind.untitled {
		report(problem(bulletins.Warning, "title-missing", a.meta.Values["title"].Range))
	}
	for _, key := range a.scene.kind.needs {
		if lacks(a.meta, key) {
			report(problem(bulletins.Warning, "notice-missing", a.meta.Values[key].Range, "key", key))
		}
	}
	if v := a.meta.Values["data"]; v.Text != "" && !slices.Contains(a.scene.kind.Fields, "data") {
		report(problem(bulletins.Warning, "data-unused", v.Range, "name", oneLine(v.Text)))
	}
	checkReviews(a.meta, report)
	checkReply(a.meta, report)
	if check := a.scene.kind.check; check != nil {
		check(a.meta, report)
	}
}

// intakeMark returns the first mark in a text of what package intake could not read or
// only guessed, with what it marks; "" is none.
func intakeMark(text string) string {
	_, rest, found := strings.Cut(text, "⟦")
	marked, _, closed := strings.Cut(rest, "⟧")
	if !found || !closed {
		return ""
	}
	return "⟦" + marked + "⟧"
}

// checkImportMarks reports marks in a value of the front matter and what is in it.
func checkImportMarks(v bulletins.Value, report func(bulletins.Diagnostic)) {
	if intakeMark(v.Text) != "" {
		report(problem(bulletins.Error, "intake-mark", v.Range, "text", v.Text))
	}
	for _, e := range v.List {
		checkImportMarks(e, report)
	}
	for _, key := range v.Keys {
		checkImportMarks(v.Map[key], report)
	}
}

// reviews are the three reviews of a text, in order.
var reviews = []string{"first", "second", "final"}

// checkReviews reports a person who signs two reviews: the second pair of eyes is
// the point of it.
func checkReviews(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	var seen []string
	for _, review := range reviews {
		names := namesIn(meta, "review", review)
		for _, name := range names {
			if slices.Contains(seen, name) {
				report(problem(bulletins.Warning, "review-same-person", meta.Values["review"].Map[review].Range, "name", name))
			}
		}
		seen = append(seen, names...)
	}
}

// lacks says whether a key is missing or has an empty value.
func lacks(meta *bulletins.Meta, key string) bool { return isEmpty(meta.Values[key]) }

// isEmpty says whether a value says nothing.
func isEmpty(v bulletins.Value) bool {
	for _, e := range v.List {
		if !isEmpty(e) {
			return false
		}
	}
	for _, e := range v.Map {
		if !isEmpty(e) {
			return false
		}
	}
	return strings.TrimSpace(v.Text) == ""
}
