package bulletins

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// spans converts the inline text of a block.
func (c *converter) spans(n ast.Node) []Span {
	b := spanBuilder{converter: c}
	c.breaks = false
	b.children(n, 0)
	out := linkify(trimOpening(b.out))
	if c.breaks {
		out = joinLines(out)
	}
	return out
}

// lineEndMark is the Text of a span that stands for a line end until it is known
// what is on both sides of it; no other span's Text is this.
const lineEndMark = "\n"

// spanBuilder collects spans, joining verbatim text that is contiguous.
type spanBuilder struct {
	*converter
	out  []Span
	text bool // the last span is verbatim text
}

func (b *spanBuilder) children(n ast.Node, level int) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		b.node(child, level)
	}
}

func (b *spanBuilder) node(n ast.Node, level int) {
	switch n := n.(type) {
	case *ast.Text:
		b.textNode(n)
	case *ast.CodeSpan:
		b.code(n)
	case *ast.Emphasis:
		kind := Emphasis
		if n.Level == 2 {
			kind = Strong
		}
		b.wrap(Span{Kind: kind}, n, level)
	case *east.Strikethrough:
		b.wrap(Span{Kind: Strike}, n, level)
	case *ast.Link:
		s := Span{Kind: LinkSpan, URL: b.url(&n.Destination, n.Reference), Title: b.url(&n.Title, n.Reference)}
		b.wrap(s, n, level)
		b.link(s.URL, n)
	case *ast.Image:
		b.image(n)
	case *ast.AutoLink:
		b.autoLink(n)
	case *ast.RawHTML:
		b.html(n)
	case *noteRefNode:
		b.noteRef(n)
	case *formulaNode:
		b.formula(n)
	case *directedNode:
		b.checkInlineDirective(n)
		attrs := b.attributes(n.list)
		b.identify(attrs)
		b.wrap(Span{Kind: Directed, Name: n.name, Attrs: attrs}, n, level)
	}
}

func (b *spanBuilder) add(s Span) {
	b.out = append(b.out, s)
	b.text = false
}

// wrap adds a span with children; past the limit of nesting only the children.
func (b *spanBuilder) wrap(s Span, n ast.Node, level int) {
	if level >= maxInline {
		b.children(n, level)
		return
	}
	inner := spanBuilder{converter: b.converter}
	inner.children(n, level+1)
	s.Children = inner.out
	s.Range = b.at(inlineStart(n), b.inlineEnd(n))
	b.add(s)
}

func (b *spanBuilder) at(start, end int) Range { return Range{start - b.base, end - b.base} }

func (b *spanBuilder) textNode(n *ast.Text) {
	start, stop := b.segment(n)
	b.escaped(start, stop)
	switch {
	case n.HardLineBreak():
		end := min(b.lineEnd(stop)+1, len(b.src))
		b.add(Span{Range: b.at(stop, end), Kind: LineBreak})
	case n.SoftLineBreak():
		b.lineBreak(stop)
	}
}

// lineBreak adds the mark of a line end after that place.
func (b *spanBuilder) lineBreak(at int) {
	end := min(b.lineEnd(at)+1, len(b.src))
	b.add(Span{Range: b.at(at, end), Kind: TextSpan, Text: lineEndMark})
	b.breaks = true
}

// verbatim adds text that stands in the source as it is.
func (b *spanBuilder) verbatim(start, end int) {
	if start >= end {
		return
	}
	if b.text {
		if last := &b.out[len(b.out)-1]; last.End+b.base == start {
			last.End = end - b.base
			last.Text = b.src[last.Start+b.base : end]
			return
		}
	}
	b.add(Span{Range: b.at(start, end), Kind: TextSpan, Text: b.src[start:end]})
	b.text = true
}

// escaped adds text in which \ and & may stand for characters. A character that
// is escaped is verbatim text after its backslash.
func (b *spanBuilder) escaped(start, end int) {
	from := start
	for at := start; at < end; {
		i := strings.IndexAny(b.src[at:end], `\&`)
		if i < 0 {
			break
		}
		at += i
		if b.src[at] == '\\' {
			if at+1 < end && util.IsPunct(b.src[at+1]) {
				b.verbatim(from, at)
				from = at + 1
				at++
			}
			at++
			continue
		}
		value, length := entity(b.src[at:end])
		if length == 0 {
			at++
			continue
		}
		b.verbatim(from, at)
		b.addEntity(value, at, at+length)
		at += length
		from = at
	}
	b.verbatim(from, end)
}

// addEntity adds the characters of an entity. Should they have as many bytes as
// the entity itself, they are split in two, for a span of equal length counts as
// verbatim.
func (b *spanBuilder) addEntity(value string, start, end int) {
	if value == lineEndMark {
		value = " "
	}
	if len(value) == end-start {
		_, n := firstRune(value)
		b.add(Span{Range: b.at(start, end), Kind: TextSpan, Text: value[:n]})
		start, value = end, value[n:]
	}
	b.add(Span{Range: b.at(start, end), Kind: TextSpan, Text: value})
}

func (b *spanBuilder) code(n *ast.CodeSpan) {
	var text strings.Builder
	start, end := -1, 0
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		t, ok := child.(*ast.Text)
		if !ok {
			continue
		}
		if start < 0 {
			start = t.Segment.Start
		}
		end = t.Segment.Stop
		text.WriteString(strings.ReplaceAll(b.src[t.Segment.Start:t.Segment.Stop], "\n", " "))
	}
	if known, ok := b.ctx.ends[n]; ok {
		end = known
	}
	if n.Pos() >= 0 {
		start = n.Pos()
	}
	b.add(Span{Range: b.at(start, end), Kind: CodeSpan, Text: text.String()})
}

func (b *spanBuilder) image(n *ast.Image) {
	inner := spanBuilder{converter: b.converter}
	inner.children(n, maxInline)
	s := Span{Kind: ImageSpan, URL: b.url(&n.Destination, n.Reference), Title: b.url(&n.Title, n.Reference)}
	s.Text = strings.ReplaceAll(PlainText(joinLines(inner.out)), "\n", " ")
	s.Range = b.at(n.Pos(), b.inlineEnd(n))
	if list, ok := b.ctx.attrs[n]; ok {
		s.Attrs = b.attributes(list)
		b.identify(s.Attrs)
	}
	b.add(s)
}

func (b *spanBuilder) autoLink(n *ast.AutoLink) {
	end := b.ctx.ends[n]
	label := string(n.Label(b.bytes))
	start := end - len(label) - len("<>")
	url := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		url = "mailto:" + url
	}
	inner := spanBuilder{converter: b.converter}
	inner.verbatim(start+1, end-1)
	b.add(Span{Range: b.at(start, end), Kind: LinkSpan, URL: url, Children: inner.out})
}

// html adds <br> as a line break, nothing for a comment, and other tags as text.
func (b *spanBuilder) html(n *ast.RawHTML) {
	if n.Segments.Len() == 0 || isComment(b.src, n) {
		return
	}
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	tag := b.src[first.Start:last.Stop]
	if isBreakTag(tag) {
		b.add(Span{Range: b.at(first.Start, last.Stop), Kind: LineBreak})
		return
	}
	b.report(note(Warning, "html-shown", Range{first.Start, last.Stop}, "tag", b.src[first.Start:b.trimmed(first.Stop)]))
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		end := b.trimmed(s.Stop)
		b.verbatim(s.Start, end)
		if end < s.Stop {
			b.lineBreak(end)
		}
	}
}

func isComment(src string, n *ast.RawHTML) bool {
	return n.Segments.Len() > 0 && strings.HasPrefix(src[n.Segments.At(0).Start:], "<!--")
}

func isBreakTag(tag string) bool {
	inner := strings.TrimSuffix(strings.TrimPrefix(tag, "<"), ">")
	return strings.EqualFold(strings.TrimRight(inner, " \t\n/"), "br")
}

// noteRef adds a reference to a note. Inside a note there are none: it stays text.
func (b *spanBuilder) noteRef(n *noteRefNode) {
	if b.inNote {
		b.report(note(Error, "note-in-note", n.at, "label", n.label))
		b.verbatim(n.at.Start, n.at.End)
		return
	}
	b.top.Refs = append(b.top.Refs, n.label)
	b.refs = append(b.refs, use{n.label, n.at})
	b.add(Span{Range: b.at(n.at.Start, n.at.End), Kind: NoteRef, Name: n.label})
}

// link takes down a link to a place in the document.
func (b *spanBuilder) link(url string, n ast.Node) {
	if name, ok := strings.CutPrefix(url, "#"); ok && name != "" {
		b.links = append(b.links, use{unescapePercent(name), Range{inlineStart(n), b.inlineEnd(n)}})
	}
}

// url returns an address or title as it is meant. Those that come by reference
// have been unescaped where they are defined.
func (c *converter) url(raw *[]byte, ref *ast.ReferenceLink) string {
	if ref != nil {
		return string(*raw)
	}
	return unescape(string(*raw))
}
