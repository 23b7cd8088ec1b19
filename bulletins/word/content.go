package word

import (
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
)

// content is the text of a file that was read, before anything is made of it.
type content struct {
	*container
	main            string
	inside, outside map[string]string // relations
	styles          map[string]*styleIn
	standard        *styleIn
	numbers         *numbering
	notes           map[string]*element
	comments        map[string]*comment
	open            []string // comments whose stretch is open
	items           []item
	found           []bulletins.Diagnostic
	fields          []*fieldIn
	body            *element
	last            *sectionIn
	index           bool // what is read is a table of contents
}

// item is a paragraph or a table.
type item struct {
	para    *para
	table   *tableIn
	written string // Markdown of what was recognised as a whole
}

type tableIn struct {
	rows           [][]cellIn
	heads          int
	ruled, upright bool // it has rules, it has upright ones
	caption        string
	changed        map[int]*change // rows that were inserted or deleted
}

// cellIn is a cell; one that continues the cell above has down set.
type cellIn struct {
	items []item
	span  int
	down  bool
}

// para is a paragraph.
type para struct {
	style           *styleIn
	level           int // of a heading, 0: none
	title           bool
	plain           bool   // no heading, whatever it looks like
	number, parting string // that Word counted, and what parts it from the text
	bullet          bool
	depth           int
	indent          int // of all lines at the left, in twips
	align           string
	runs            []runIn
	marks           []string // bookmarks of ours
	starts          []int    // how many runs stand before each
	// inserted and deleted are changes of the paragraph's end.
	inserted, deleted       *change
	cell, contents          bool
	breakBefore, breakAfter bool       // begins a page, ends one
	section                 *sectionIn // that ends with it
}

// sectionIn is a part of a text on paper of one kind.
type sectionIn struct{ landscape, continuous bool }

// runIn is text of one look.
type runIn struct {
	text                       string
	bold, italic, strike, dots bool
	sup, sub, marker, small    bool
	capitals, underlined       bool
	counted                    bool // a number that Word fills in
	never                      bool // inserted and deleted again
	size                       int  // in half-points
	change                     *change
	restyled                   *change // of its look
	comments                   []string
	note, link, reading        string
	picture, alt               string
	apart                      bool   // a picture that stands beside the text, not in it
	formula                    string // as ours are written; text is what it says
	lost                       *loss
}

// change is who changed what when.
type change struct {
	author  string
	date    time.Time
	deleted bool
}

type comment struct {
	change
	text string
}

// readContent reads the text of a DOCX file.
func readContent(c *container) (*content, *refusal) {
	t := &content{container: c, styles: map[string]*styleIn{}, notes: map[string]*element{}, comments: map[string]*comment{}}
	var bad *refusal
	if t.main, bad = c.mainPart(); bad != nil {
		return nil, bad
	}
	if t.inside, t.outside, bad = c.relations(t.main); bad != nil {
		return nil, bad
	}
	root, bad := c.tree(t.main)
	if bad != nil {
		return nil, bad
	}
	body := root.child("body")
	if body == nil {
		return nil, refuse("word-no-document", "name", c.name)
	}
	dir := t.main[:strings.LastIndex(t.main, "/")+1]
	parts := map[string]*element{}
	for _, name := range []string{"styles", "numbering", "footnotes", "endnotes", "comments"} {
		if parts[name], bad = c.tree(dir + name + ".xml"); bad != nil {
			return nil, bad
		}
	}
	t.readStyles(parts["styles"])
	t.numbers = readNumbering(parts["numbering"], t.styles)
	for _, kind := range []string{"footnote", "endnote"} {
		parts[kind+"s"].find(kind, func(n *element) {
			if n.at("type") == "" || n.at("type") == "normal" {
				t.notes[kind+n.at("id")] = n
			}
		})
	}
	parts["comments"].find("comment", func(n *element) {
		var lines []string
		n.find("p", func(p *element) { lines = append(lines, textOf(p)) })
		t.comments[n.at("id")] = &comment{changeOf(n, false), strings.TrimSpace(strings.Join(lines, "\n"))}
	})
	t.body, t.items = body, t.blocks(body, false)
	if last := body.child("sectPr"); last != nil {
		t.last = sectionOf(last)
	}
	return t, nil
}

// textOf is the text of a paragraph without anything else.
func textOf(p *element) string {
	s := ""
	p.find("t", func(e *element) { s += e.words() })
	return s
}

func changeOf(e *element, deleted bool) change {
	date, _ := time.Parse(time.RFC3339, e.at("date"))
	if date.IsZero() {
		date, _ = time.Parse("2006-01-02T15:04:05", e.at("date"))
	}
	return change{e.at("author"), date, deleted}
}

// blocks reads paragraphs and tables.
func (t *content) blocks(e *element, cell bool) []item {
	var out []item
	var letter *para // that the next paragraph begins with
	for _, k := range e.kids {
		switch k.name {
		case "p":
			read := t.paragraph(k, cell)
			if isInitial(k.child("pPr")) {
				letter = read[0].para
				continue
			}
			if letter != nil {
				read[0].para.joined(letter)
				letter = nil
			}
			out = append(out, read...)
		case "tbl":
			out = append(out, item{table: t.table(k)})
		case "sdt":
			before := t.index
			t.index = t.index || strings.HasPrefix(k.child("sdtPr", "docPartObj").val("docPartGallery"), "Table of")
			out = append(out, t.blocks(k.childOr("sdtContent"), cell)...)
			t.index = before
		case "ins", "moveTo", "customXml", "smartTag":
			out = append(out, t.blocks(k, cell)...)
		case "AlternateContent":
			out = append(out, t.blocks(alternative(k), cell)...)
		case "commentRangeStart", "commentRangeEnd":
			t.stretch(k)
		case "oMath", "oMathPara", "altChunk", "subDoc":
			p := &para{style: t.standard, cell: cell}
			(&reader{content: t, p: p, size: t.standard.size}).kids(&element{kids: []*element{k}}, runIn{})
			out = append(out, item{para: p})
		}
	}
	if letter != nil {
		out = append(out, item{para: letter})
	}
	return out
}

// childOr returns a child, or one without anything in it.
func (e *element) childOr(name string) *element {
	if k := e.child(name); k != nil {
		return k
	}
	return &element{}
}

func (t *content) stretch(e *element) {
	id := e.at("id")
	if e.name == "commentRangeStart" {
		t.open = append(t.open, id)
		return
	}
	var rest []string
	for _, o := range t.open {
		if o != id {
			rest = append(rest, o)
		}
	}
	t.open = rest
}

func sectionOf(e *element) *sectionIn {
	size := e.child("pgSz")
	w, _ := strconv.ParseFloat(size.at("w"), 64)
	h, _ := strconv.ParseFloat(size.at("h"), 64)
	return &sectionIn{landscape: w > h && h > 0, continuous: e.val("type") == "continuous"}
}
