package kinds

import (
	"path"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// maxShortTitle is how many half-widths the running head's title has: 32 Han.
const maxShortTitle = 64

// fill makes what the reader program shows and what furniture may print.
func (a *article) fill(doc *bulletins.Document) {
	title := a.text("title")
	if a.title != nil {
		title = oneLine(bulletins.PlainText(a.title.Block.(*bulletins.Heading).Spans))
	}
	short := a.text("short_title")
	if short == "" {
		short = shorten(title)
	}
	author := a.names("author")
	if author == "" {
		author = a.text("byline")
	}
	subject := a.text("abstract")
	if subject == "" {
		subject = a.text("subtitle")
	}
	a.info = page.Info{Title: title, Author: author, Subject: subject, Keywords: a.list("keywords"), Language: doc.Tag}
	if title == "" { // a reader program shows something
		a.info.Title = strings.TrimSuffix(path.Base(strings.ReplaceAll(doc.Name, `\`, "/")), path.Ext(doc.Name))
	}
	if date, ok := bulletins.ParseDate(strings.TrimSpace(doc.Meta.Text("published"))); ok {
		a.info.Date = date
	}
	a.fields = map[string]string{
		"title": short, "column": a.column(), "author": author, "lang": doc.Lang,
		"published": printedDate(doc.Lang, a.text("published")),
	}
	for _, key := range []string{"subtitle", "source", "byline", "number"} {
		a.fields[key] = a.text(key)
	}
	a.fields["series"], a.fields["editor"], a.fields["issuer"] = a.series(), a.names("editor"), a.names("issuer")
}

// shorten cuts a title for the running head.
func shorten(title string) string {
	title = wideSpaces(title)
	if halfEms(title) <= maxShortTitle {
		return title
	}
	width, end := halfEms("…"), 0
	for i, c := range title {
		if width += halfEms(string(c)); width > maxShortTitle {
			break
		}
		end = i + len(string(c))
	}
	head := title[:end]
	if next, _ := utf8.DecodeRuneInString(title[end:]); !isWide(next) && next != ' ' { // not inside a word
		if i := strings.LastIndexAny(head, " \u3000"); i > end/2 {
			head = head[:i]
		}
	}
	return strings.TrimRight(head, " \u3000，、：；,;:") + "…"
}

// column returns the path of columns that the article stands in.
func (a *article) column() string { return a.joined("path-join", a.list("column")...) }

// series returns the series that the article belongs to.
func (a *article) series() string {
	name, issue, total := a.within("series", "name"), a.within("series", "issue"), a.within("series", "total")
	switch {
	case name == "" || issue == "":
		return name
	case total == "":
		return a.phrase("series-issue", "name", name, "issue", issue)
	}
	return a.phrase("series-total", "name", name, "issue", issue, "total", total)
}
