package kinds

import (
	"cmp"
	"maps"
	"path"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// Options say how a document is composed.
type Options struct {
	// Draft marks every page as a review copy.
	Draft bool
	// Today is when the document is looked at; zero: unknown, so that nothing is said
	// about how old it is.
	Today time.Time
	// Office is what completed the document, see [Office.Apply]; nil: nothing did.
	Office *Office
}

// Composer composes the successive states of one document and keeps what does not
// change between them. It is not safe for use by two goroutines at once.
type Composer struct {
	scene    scene
	styles   *styles
	entries  map[entryKey]*entry
	notes    map[string]*noteEntry
	pictures map[string]*picture
	books    map[bookKey]*book
	article  *article
	starts   []counts            // of captions, for each top-level block
	targets  map[string]referent // of references
	round    int                 // of Compose; what is kept notes when it was last used
	size     int                 // number of blocks in the flow before
	office   *Office             // what completes the document
	within   string              // the documents that it is taken into, and itself
	old      struct {            // the document that this one was made from
		name, text string
		folder     *bulletins.Folder
	}
}

// scene is what everything that is kept depends on.
type scene struct {
	kind    *Kind
	theme   *themes.Theme
	folder  *bulletins.Folder
	lang    string
	titled  bool   // H1 is taken by a title
	several bool   // attachments, which have numbers then
	files   string // the names of the documents that it stands in, and its own
	foreign bool   // it is taken into another document: nothing points into its text
	nested  bool   // another document reads its tables
	roll    rollAsk
	year    int // of dates that say none
	proof   *proofList
}

// entryKey is a top-level block in its surroundings. Two equal paragraphs of a text
// may be one TopBlock.
type entryKey struct {
	top    *bulletins.TopBlock
	levels levels // the headings above it, if it may have headings itself
	title  bool   // it is the document's title
	counts counts // of captions above it, if it may have some itself
	opens  bool   // it is the first paragraph of the text
}

// entry is what was made of a top-level block.
type entry struct {
	blocks   []layout.Block
	found    []bulletins.Diagnostic // ranges relative to the block
	notes    []*layout.Note         // for each of its Refs
	pictures []*picture
	books    []*book
	referred []referred
	after    levels
	round    int
	files    []included
	rolled   bool // there is a list in it
}

// NewComposer returns a Composer that knows nothing yet.
func NewComposer() *Composer { return &Composer{} }

// Compose turns a document into a flow. It never fails: what is wrong with the
// content is in the Diagnostics, in no particular order. A nil folder has no
// pictures.
func (c *Composer) Compose(doc *bulletins.Document, theme *themes.Theme, folder *bulletins.Folder, opts Options) (*layout.Flow, []bulletins.Diagnostic) {
	kind, found := kindOf(doc)
	flow, more := c.compose(kind, doc, theme, folder, opts)
	return flow, waive(doc.Meta, append(found, more...))
}

// compose composes a document as one of a kind.
func (c *Composer) compose(kind *Kind, doc *bulletins.Document, theme *themes.Theme, folder *bulletins.Folder, opts Options) (*layout.Flow, []bulletins.Diagnostic) {
	c.round++
	c.office = opts.Office
	var found []bulletins.Diagnostic
	if kind.review != nil {
		kind.review(doc, func(d bulletins.Diagnostic) { found = append(found, d) })
	}
	written := doc
	if kind.recast != nil {
		doc = kind.recast(doc)
	}
	title := titleOf(doc)
	attached := attachedTitles(doc)
	c.enter(scene{
		kind: kind, theme: theme, folder: folder, lang: doc.Lang, several: len(attached) > 1,
		files: cmp.Or(c.within, path.Base(doc.Name)), foreign: c.within != "", proof: opts.Office.proofs(),
		roll:   rollAskOf(kind, doc.Meta),
		year:   yearOf(doc.Meta),
		titled: title != nil || strings.TrimSpace(doc.Meta.Text("title")) != "",
	})
	c.numberCaptions(doc)
	c.numberNotes(doc, &found)
	a := c.arrange(doc, title, attached)
	found = append(found, a.found...)
	found = append(found, opts.Office.about(written)...)
	checkAge(kind, written.Meta, opts.Today, func(d bulletins.Diagnostic) { found = append(found, d) })
	c.checkStale(doc, func(d bulletins.Diagnostic) { found = append(found, d) })
	if len(doc.Blocks) == 0 && !c.scene.titled {
		found = append(found, problem(bulletins.Error, "document-empty", bulletins.Range{}))
	}

	flow := &layout.Flow{Info: a.info, Theme: theme, Fields: a.fields}
	flow.Info.Draft = opts.Draft
	if opts.Draft {
		flow.Mark = assets.Phrase(doc.Lang, "draft-mark")
	}
	flow.Blocks = make([]layout.Block, 0, c.size+16)
	flow.Sources = make([]int32, 0, c.size+16)
	add := func(source int, blocks ...layout.Block) {
		for _, b := range blocks {
			flow.Blocks = append(flow.Blocks, b)
			flow.Sources = append(flow.Sources, int32(source))
		}
	}
	if opts.Draft && !c.scene.titled && !kind.untitled {
		add(-1, a.aside([]layout.Block{a.placeholder()})...)
	}
	add(-1, a.above...)
	var state levels
	opened := false
	closed, rolled := false, a.rolled
	middle := a.middle
	for i, top := range doc.Blocks {
		isTitle := i == 0 && top == title
		if !isTitle && !opening(top.Block) {
			add(-1, middle...)
			middle = nil
		}
		if !closed && isAttachment(top.Block) {
			closed = true
			add(-1, a.close...)
		}
		opens := !opened && c.styles.body.Drop > 1 && opensText(top.Block)
		opened = opened || opens
		e := c.entry(top, state, c.starts[i], isTitle, opens)
		rolled = rolled || e.rolled
		state = e.after
		add(i, e.blocks...)
		for _, d := range e.found {
			found = append(found, shifted(d, doc.Starts[i]))
		}
		if isTitle {
			add(-1, a.below...)
		}
	}
	add(-1, middle...)
	if !closed {
		add(-1, a.close...)
	}
	add(-1, a.tail...)
	if kind.listed && !rolled {
		found = append(found, unknownLists(doc, kind)...)
	}
	if kind.place != nil {
		found = append(found, a.placed(written, flow)...)
	}
	c.size = len(flow.Blocks)
	c.forget(len(doc.Blocks))
	return flow, found
}

// opening says whether a block belongs to the opening of a text: it is a paragraph
// without a number.
func opening(b bulletins.Block) bool {
	p, ok := b.(*bulletins.Paragraph)
	return ok && p.Level == 0
}

// enter drops what was made for another scene.
func (c *Composer) enter(s scene) {
	if c.styles != nil && c.scene == s {
		return
	}
	if c.styles == nil || c.scene.theme != s.theme {
		c.styles = newStyles(s.theme)
	}
	if c.scene.folder != s.folder || c.pictures == nil {
		c.pictures, c.books = map[string]*picture{}, nil
	}
	c.scene = s
	c.entries, c.notes, c.article = map[entryKey]*entry{}, map[string]*noteEntry{}, nil
}

// entry returns what a top-level block gives, made before if nothing it depends on
// has changed.
func (c *Composer) entry(top *bulletins.TopBlock, state levels, start counts, title, opens bool) *entry {
	key := entryKey{top: top, title: title, opens: opens}
	if mayHaveCaptions(top.Block) {
		key.counts = start
	}
	leveled := mayHaveHeadings(top.Block)
	if leveled {
		key.levels = state
	}
	e := c.entries[key]
	if e == nil || !c.fresh(e, top) {
		e = c.make(top, key)
		c.entries[key] = e
	}
	e.round = c.round
	if !leveled {
		e.after = state
	}
	return e
}

// fresh says whether the notes, pictures and data of a block are still the same.
func (c *Composer) fresh(e *entry, top *bulletins.TopBlock) bool {
	for i, label := range top.Refs {
		if c.noteOf(label) != e.notes[i] {
			return false
		}
	}
	for _, r := range e.referred {
		if c.targets[r.id] != r.to {
			return false
		}
	}
	for _, p := range e.pictures {
		if c.picture(p.name) != p {
			return false
		}
	}
	return c.sameBooks(e.books) && c.current(e.files)
}

// sameBooks says whether table files are as they were.
func (c *Composer) sameBooks(books []*book) bool {
	for _, b := range books {
		if c.book(b.name, b.sheet) != b {
			return false
		}
	}
	return true
}

func (c *Composer) make(top *bulletins.TopBlock, key entryKey) *entry {
	m := &maker{Composer: c, top: top, levels: key.levels, counts: key.counts}
	e := &entry{}
	if key.title {
		e.blocks = m.aside([]layout.Block{m.title(top.Block.(*bulletins.Heading))})
	} else {
		e.blocks = m.blocks([]bulletins.Block{top.Block}, place{style: c.styles.body})
	}
	m.checkPlaceholders()
	m.checkWeekdays()
	m.checkProof()
	if key.opens {
		drop(e.blocks, c.styles.body.Drop)
	}
	for _, label := range top.Refs {
		e.notes = append(e.notes, c.noteOf(label))
	}
	e.found, e.pictures, e.books, e.files, e.referred, e.after, e.rolled = m.found, m.used, m.consulted, m.files, m.referred, m.levels, m.rolled
	return e
}

// forget drops entries that are no longer in use, once they outnumber those that
// are, and what else the document no longer has.
func (c *Composer) forget(used int) {
	if len(c.entries) > 2*used+64 {
		maps.DeleteFunc(c.entries, func(_ entryKey, e *entry) bool { return e.round != c.round })
	}
	maps.DeleteFunc(c.notes, func(_ string, n *noteEntry) bool { return n.round != c.round })
	maps.DeleteFunc(c.books, func(_ bookKey, b *book) bool { return b.round != c.round })
	maps.DeleteFunc(c.pictures, func(_ string, p *picture) bool { return p.round != c.round })
}
