package numbers

import (
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// Entry is a document in the register.
type Entry struct {
	Path         string
	Kind         string
	Number       string // 发文字号
	Series       string // of a brief: its name
	Issue, Total int    // 0: it has none
	Title        string
	Issuer, To   []string
	Date         string // 2026-03-06, or as typed

	doc    *bulletins.Document
	number number
	place  bulletins.Range // of the number or the issue
}

// Limits: of a document as much is read as holds its front matter and title.
const (
	maxHead      = 64 << 10 // bytes
	maxDocuments = 20_000
)

// Read reads the documents in a folder and those below it, hidden ones left out. What
// cannot be read is left out too.
func Read(dir string) ([]Entry, error) {
	var out []Entry
	offices := map[string]*kinds.Office{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir:
			return err
		case err != nil:
			return nil
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !d.Type().IsRegular() || !strings.EqualFold(filepath.Ext(path), ".md"):
			return nil
		case len(out) == maxDocuments:
			return fs.SkipAll
		}
		if text, err := head(path); err == nil {
			out = append(out, entryOf(bulletins.Parse(path, text, kinds.Schema()), officeOf(filepath.Dir(path), offices)))
		}
		return nil
	})
	return out, err
}

// officeOf is the office of a folder, read once.
func officeOf(dir string, known map[string]*kinds.Office) *kinds.Office {
	if o, ok := known[dir]; ok {
		return o
	}
	known[dir] = Office(dir)
	return known[dir]
}

// Office is what the office has set up for a folder, nil if nothing.
func Office(dir string) *kinds.Office {
	folder, err := bulletins.OpenFolder(dir)
	if err != nil {
		return nil
	}
	defer folder.Close()
	o, _ := press.LoadOffice(folder, dir)
	return o
}

// head is the beginning of a document's text.
func head(path string) (string, error) {
	f, _, err := press.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxHead))
	text := string(data)
	if len(data) == maxHead {
		text = strings.ToValidUTF8(text[:strings.LastIndexByte(text, '\n')+1], "")
	}
	return text, err
}

func entryOf(doc *bulletins.Document, office *kinds.Office) Entry {
	meta := office.Apply(doc).Meta
	series := bulletins.Meta{Values: meta.Values["series"].Map}
	e := Entry{
		Path: doc.Name, doc: doc, Kind: strings.TrimSpace(meta.Text("kind")), Title: press.Identify(doc).Title,
		Number: strings.TrimSpace(meta.Text("number")), Series: strings.TrimSpace(series.Text("name")),
		Issuer: meta.List("issuer"), To: meta.List("to"), Date: strings.TrimSpace(meta.Text("published")),
		place: meta.Values["number"].Range,
	}
	if e.Kind == "" {
		e.Kind = kinds.Names()[0]
	}
	if day, _, ok := strings.Cut(e.Date, "T"); ok {
		e.Date = day
	}
	if e.Number != "" {
		e.number = parse(e.Number)
		return e
	}
	e.Issue, _ = strconv.Atoi(strings.TrimSpace(series.Text("issue")))
	e.Total, _ = strconv.Atoi(strings.TrimSpace(series.Text("total")))
	if e.Issue > 0 {
		e.place = series.Values["issue"].Range
		e.number = number{form: form{text: e.Kind + " " + e.Series + " {n}"}, n: e.Issue}
		if t, ok := bulletins.ParseDate(e.Date); ok {
			e.number.year = t.Year()
		}
	}
	return e
}
