package bulletins

import (
	"slices"
	"strings"
)

// Parse reads a text. It never fails: what is wrong with the text is in the
// document's Diagnostics. A nil schema allows everything.
func Parse(name, text string, schema *Schema) *Document {
	var p Parser
	return p.Parse(name, text, schema)
}

// Parser parses the successive states of one text. What has not changed since the
// state before keeps its *TopBlock pointers, so a reader can see by the pointer
// that it need not look again. The zero Parser is ready to use; it is not safe
// for use by two goroutines at once.
type Parser struct {
	chunks map[string]*chunk
	round  int // of Parse; chunks note when they were last used
	schema *Schema
	zh     bool

	front     frontMatter
	frontText string
	frontRead bool
}

// Parse reads a text. The schema must not change between calls.
func (p *Parser) Parse(name, text string, schema *Schema) *Document {
	d := &Document{Name: name, Meta: &Meta{Values: map[string]Value{}}, Lang: "en", Notes: map[string]*Note{}, NoteStarts: map[string]int{}}
	text, found, ok := clean(text)
	d.Diagnostics = found
	if !ok {
		d.lines = lineStarts("")
		return d
	}
	d.Text = text
	if p.schema != schema {
		p.chunks, p.frontRead, p.schema = nil, false, schema
	}
	body := p.readFront(d)
	p.chooseLanguage(d, body)

	parts := p.parts(text, body)
	p.resolve(parts)
	assemble(d, parts)
	p.forget(len(parts))
	finish(d)
	return d
}

// readFront fills Meta and returns the offset of the body.
func (p *Parser) readFront(d *Document) int {
	block := splitFront(d.Text)
	source := d.Text[:block.end]
	if block.unclosed {
		source = d.Text[:min(len(d.Text), len("---"))]
	}
	if !p.frontRead || p.frontText != source || p.front.block != block {
		p.frontText, p.frontRead = strings.Clone(source), true
		p.front = readFront(p.frontText, block, p.schema)
	}
	d.Meta = p.front.meta
	d.Diagnostics = append(d.Diagnostics, p.front.diagnostics...)
	return block.end
}

// chooseLanguage sets Lang and drops what was parsed for another script: numbered
// headings exist only in Chinese.
func (p *Parser) chooseLanguage(d *Document, body int) {
	stated := d.Meta.Values["lang"]
	lang, tag, found := readLanguage(stated)
	d.Diagnostics = append(d.Diagnostics, found...)
	if lang == "" {
		lang = GuessLanguage(d.Text[body:])
		tag = lang
	}
	d.Lang, d.Tag = lang, tag
	if zh := strings.HasPrefix(lang, "zh"); zh != p.zh {
		p.zh, p.chunks = zh, nil
	}
}

// part is a chunk at its place in the text.
type part struct {
	*chunk
	start int
}

// parts cuts the body into pieces and parses each that is not known. A piece that
// leaves something open (a fence that closes only in the next piece) is joined
// with those after it, twice as many at each try, until nothing is open.
func (p *Parser) parts(text string, body int) []part {
	if p.chunks == nil {
		p.chunks = map[string]*chunk{}
	}
	p.round++
	pieces := split(text, body, p.schema)
	parts := make([]part, 0, len(pieces))
	for i := 0; i < len(pieces); {
		last, step := i, 1
		c := p.chunk(text[pieces[i].Start:pieces[i].End])
		for c.open && last < len(pieces)-1 {
			last = min(last+step, len(pieces)-1)
			step *= 2
			c = p.chunk(text[pieces[i].Start:pieces[last].End])
		}
		parts = append(parts, part{c, pieces[i].Start})
		i = last + 1
	}
	return parts
}

func (p *Parser) chunk(text string) *chunk {
	c := p.chunks[text]
	if c == nil {
		c = parseChunk(text, p.schema, p.zh, nil)
		p.chunks[c.text] = c
	}
	c.round = p.round
	return c
}

// resolve parses again the chunks whose link references mean something else in
// the whole document than they did when the chunk was last parsed.
func (p *Parser) resolve(parts []part) {
	all := map[string]target{}
	for _, part := range parts {
		for _, def := range part.definitions {
			if _, ok := all[def.label]; !ok {
				all[def.label] = def.target
			}
		}
	}
	for i, part := range parts {
		c := part.chunk
		if len(c.asked) == 0 || len(all) == 0 && !c.resolved || !c.stale(all) {
			continue
		}
		if now := p.chunks[c.text]; now != c { // the same text, parsed anew just before
			parts[i].chunk = now
			continue
		}
		fresh := parseChunk(c.text, p.schema, p.zh, all)
		fresh.round = p.round
		p.chunks[c.text] = fresh
		parts[i].chunk = fresh
	}
}

// forget drops chunks that are no longer in use, once they outnumber those that are.
func (p *Parser) forget(used int) {
	if len(p.chunks) <= 2*used+64 {
		return
	}
	for text, c := range p.chunks {
		if c.round != p.round {
			delete(p.chunks, text)
		}
	}
}

// assemble puts the chunks' blocks, notes and diagnostics at their places.
func assemble(d *Document, parts []part) {
	blocks, found := 0, len(d.Diagnostics)
	for _, part := range parts {
		blocks += len(part.tops)
		found += len(part.diagnostics)
	}
	d.Blocks = make([]*TopBlock, 0, blocks)
	d.Starts = make([]int, 0, blocks)
	d.Diagnostics = slices.Grow(d.Diagnostics, found)
	for _, part := range parts {
		for i, top := range part.tops {
			start := part.start + part.offsets[i]
			if top.Block != nil {
				d.Blocks = append(d.Blocks, top)
				d.Starts = append(d.Starts, start)
			}
			for label, note := range top.Notes {
				if _, ok := d.Notes[label]; !ok {
					d.Notes[label], d.NoteStarts[label] = note, start
				}
			}
		}
		for _, diagnostic := range part.diagnostics {
			d.Diagnostics = append(d.Diagnostics, diagnostic.shifted(part.start))
		}
	}
	checkWhole(d, parts)
}

// finish sorts the diagnostics and keeps their number within reason.
func finish(d *Document) {
	slices.SortStableFunc(d.Diagnostics, func(a, b Diagnostic) int { return a.Range.Start - b.Range.Start })
	if n := len(d.Diagnostics); n > maxDiagnostics {
		at := d.Diagnostics[maxDiagnostics].Range
		d.Diagnostics = append(d.Diagnostics[:maxDiagnostics:maxDiagnostics],
			note(Info, "more-diagnostics", at, "count", itoa(n-maxDiagnostics)))
	}
	d.lines = lineStarts(d.Text)
}
