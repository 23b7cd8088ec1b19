package intake

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/intake/html"
)

// Scripts that a Chinese text may be brought into.
const (
	Hans = "zh-Hans"
	Hant = "zh-Hant"
	Keep = "keep"
)

// Options say how a text is to be taken in. The zero value does what the rules say.
type Options struct {
	Name     string   // of the file, for its extension
	Script   string   // Hans (the default for Chinese), Hant or Keep
	Kind     string   // of the document; "" is the one that every text can be
	Lang     string   // of the text; "" is guessed
	Messages string   // language of the warnings in the front matter; "" is English
	Off      []string // rules that are switched off, such as "I40"
	Keep     []string // IDs of changes that are not to be made
}

// Certainty says how sure a change is.
type Certainty uint8

const (
	Exact    Certainty = iota // it can be nothing else
	Probable                  // proposed: somebody has to confirm it
	Unknown                   // what stood there is not known
)

func (c Certainty) String() string { return [...]string{"exact", "probable", "unknown"}[c] }

// Change is one thing that a rule did.
type Change struct {
	ID         string // the same on every run over the same text; for Options.Keep
	Rule       string // such as "I02"
	Start, End int    // in Result.Raw
	Line       int    // of Result.Raw, from 1
	Before     string
	After      string // "" is dropped; "key: value" went to the front matter
	Certainty  Certainty
	Out        int    // where it stands in Result.Text, or -1
	Element    string // of a web page, that was left out; it has no place in Raw
}

// Reason says why, in a language of assets/messages, and when to undo it.
func (c Change) Reason(lang string) (reason, hint string) {
	return assets.Message(lang, "intake-"+strings.ToLower(c.Rule), map[string]string{"element": c.Element})
}

// Warning is something that a person should look at. Its words stand in
// assets/messages.
type Warning struct {
	Code string
	Args map[string]string
}

// Text words a warning.
func (w Warning) Text(lang string) string {
	message, _ := assets.Message(lang, w.Code, w.Args)
	return message
}

// PageRule is the name of what leaves out the furniture of a web page.
const PageRule = "html"

var pageStart = regexp.MustCompile(`(?i)^\s*(?:<!doctype html|<html|<head|<body|<!--StartFragment|Version:[\d.]+\s+StartHTML:)`)

// isPage recognises a web page by its name or its beginning.
func isPage(raw []byte, name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return pageStart.Match(bytes.TrimPrefix(raw[:min(len(raw), 512)], []byte("\xef\xbb\xbf")))
}

// cleanPage takes a web page in: places are counted in its main text, and so are the IDs
// of other changes, once something that was left out is kept.
func cleanPage(raw []byte, o Options) (*Result, error) {
	page := html.Options{Whole: slices.Contains(o.Off, PageRule)}
	for _, id := range o.Keep {
		if rule, number, _ := strings.Cut(id, "@"); rule == PageRule {
			if n, err := strconv.Atoi(number); err == nil {
				page.Keep = append(page.Keep, n)
			}
		}
	}
	text, left, err := html.Text(raw, page)
	if err != nil {
		return nil, err
	}
	r := CleanText(text, "html", o)
	var changes []Change
	for _, l := range left {
		changes = append(changes, Change{ID: PageRule + "@" + itoa(l.Number), Rule: PageRule, Before: l.Text, Out: -1, Element: l.Place})
	}
	r.Changes = append(changes, r.Changes...)
	return r, nil
}

// Result is what became of a text.
type Result struct {
	Raw      string // as it was decoded
	Encoding string
	Text     string // Markdown with front matter
	Body     int    // where the body begins in Text
	Lang     string
	Title    string
	// KindHint is the kind that the text looks like, or "". Titles deceive, so the front
	// matter does not name it unasked.
	KindHint string
	Changes  []Change
	Choices  []Choice
	Warnings []Warning
}

// Choice is a character that I41 might have written in several ways. It may have been
// left as it was.
type Choice struct {
	Start, End int // in Result.Raw
	Line       int // of Result.Raw, from 1
	From, To   string
	Others     []string
}

// draft is a text while it is being cleaned.
type draft struct {
	Options
	raw      string
	front    string // the front matter that the text came with, as it stood
	lines    []*line
	starts   []int // of the lines of raw
	lang     string
	keep     map[string]bool
	off      map[string]bool
	ids      map[string]int
	changes  []Change
	choices  []Choice // nil as long as the script was not converted
	warnings []Warning

	readings map[string][]string // see candidates
	effort   int                 // that is left for reading damage
	marked   int                 // how many pinyin groups were found, which tells a damaged text
	spaced   int                 // how many spaces I50 put in
	headline *line               // where the title has to be, if the page tells
	narrowed bool                // whether the text's marks have lost their width, for I40
}

// Clean takes a text or a web page in. The errors are ErrTooLarge, ErrNotText and those
// of package html.
func Clean(raw []byte, o Options) (*Result, error) {
	if isPage(raw, o.Name) {
		return cleanPage(raw, o)
	}
	text, name, err := Decode(raw)
	switch {
	case err != nil:
		return nil, err
	case strings.Count(text, "\n") > MaxLines:
		return nil, ErrTooLarge
	}
	return CleanText(text, name, o), nil
}

// CleanText takes a text in that has been decoded already.
func CleanText(text, encoding string, o Options) *Result {
	d := newDraft(text, o)
	d.run(func(s step) bool { return s.name != "I08" || !escaped[encoding] })
	for range mostRounds {
		n := len(d.changes)
		if d.run(func(s step) bool { return s.again }); len(d.changes) == n {
			break
		}
	}
	d.warn()
	return d.result(encoding)
}

// mostRounds is how often the rules about marks are run again.
const mostRounds = 4

// run runs the steps that are wanted and concern the text.
func (d *draft) run(wanted func(step) bool) {
	for _, s := range steps {
		if wanted(s) && !d.off[s.name] && (d.front == "" || !s.once) && (s.lang == "" || s.lang == d.lang[:2]) {
			s.run(d)
		}
	}
}

func newDraft(text string, o Options) *draft {
	d := &draft{Options: o, raw: text, keep: map[string]bool{}, off: map[string]bool{}, ids: map[string]int{}, readings: map[string][]string{}, effort: mostEffort}
	for _, id := range o.Keep {
		d.keep[id] = true
	}
	for _, rule := range o.Off {
		d.off[rule] = true
	}
	d.cut()
	d.settle()
	return d
}

// settle decides the language, and the script that the text shall have.
func (d *draft) settle() {
	d.lang = bulletins.GuessLanguage(d.sample())
	stated := false
	if d.front != "" {
		var parser bulletins.Parser
		doc := parser.Parse(d.Name, d.front, nil)
		if stated = doc.Meta != nil && doc.Meta.Text("lang") != ""; stated {
			d.lang = doc.Lang
		}
	}
	if d.Lang != "" {
		d.lang = d.Lang
	}
	if d.Script == "" {
		d.Script = Hans
		if stated {
			d.Script = Keep
		}
	}
}

// sampleSize is how many bytes, or characters of one line, tell the language of a text.
const sampleSize = 16 << 10

// sample is the beginning of the text's lines.
func (d *draft) sample() string {
	var b strings.Builder
	for _, l := range d.lines {
		if b.Len() >= sampleSize {
			break
		}
		b.WriteString(head(l.text, sampleSize) + "\n\n")
	}
	return b.String()
}

func (d *draft) warnOf(code string, args ...string) {
	w := Warning{Code: "intake-" + code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		w.Args[args[i]] = args[i+1]
	}
	d.warnings = append(d.warnings, w)
}
