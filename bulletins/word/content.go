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
	skipped         map[string]bool // of what has been said that it was left out
}

// item is a paragraph or a table.
type item struct {
	para  *para
	table *tableIn
}

type tableIn struct {
	rows  [][]cellIn
	heads int
}

// cellIn is a cell; one that continues the cell above has down set.
type cellIn struct {
	items []item
	span  int
	down  bool
}

// para is a paragraph.
type para struct {
	style  *styleIn
	level  int // of a heading, 0: none
	title  bool
	number string // that Word counted
	bullet bool
	depth  int
	align  string
	runs   []runIn
	marks  []string // bookmarks of ours
	starts []int    // how many runs stand before each
	// inserted and deleted are changes of the paragraph's end.
	inserted, deleted *change
	cell, contents    bool
	pageBreak         bool
}

// runIn is text of one look.
type runIn struct {
	text                       string
	bold, italic, strike, dots bool
	sup, sub                   bool
	counted                    bool // a number that Word fills in
	never                      bool // inserted and deleted again
	size                       int  // in half-points
	change                     *change
	restyled                   *change // of its look
	comments                   []string
	note, link, reading        string
	picture, alt               string
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

type fieldIn struct {
	code   string
	result bool
}

// readContent reads the text of a DOCX file.
func readContent(c *container) (*content, *refusal) {
	t := &content{container: c, styles: map[string]*styleIn{}, notes: map[string]*element{}, comments: map[string]*comment{}, skipped: map[string]bool{}}
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
	t.numbers = readNumbering(parts["numbering"])
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
	t.items = t.blocks(body, false)
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
			out = append(out, t.blocks(k.childOr("sdtContent"), cell)...)
		case "ins", "moveTo", "customXml", "smartTag":
			out = append(out, t.blocks(k, cell)...)
		case "AlternateContent":
			out = append(out, t.blocks(alternative(k), cell)...)
		case "commentRangeStart", "commentRangeEnd":
			t.stretch(k)
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

// alternative is the version of some content that old programs read: what all have.
func alternative(e *element) *element {
	if k := e.child("Choice"); k != nil {
		return k
	}
	return e.childOr("Fallback")
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

func (t *content) table(e *element) *tableIn {
	out := &tableIn{}
	e.find("tr", func(tr *element) {
		if tr.child("trPr").on("tblHeader") && out.heads == len(out.rows) {
			out.heads++
		}
		var row []cellIn
		tr.find("tc", func(tc *element) {
			props := tc.child("tcPr")
			c := cellIn{span: 1}
			if n, err := strconv.Atoi(props.val("gridSpan")); err == nil && n > 1 && n < 100 {
				c.span = n
			}
			if m := props.child("vMerge"); m != nil && m.at("val") != "restart" {
				c.down = true
			}
			c.items = t.blocks(tc, true)
			row = append(row, c)
		})
		out.rows = append(out.rows, row)
	})
	return out
}
