package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// setting is what a line of text stands in, as far as it decides which characters
// are marks there.
type setting struct {
	before, after string // round the text when it is tried
	prefix        string // of its further lines
	kind          settingKind
}

type settingKind uint8

const (
	inParagraph settingKind = iota
	inHeading
	inCell
	inCaption
	inCode
)

// Settings.
var (
	paragraphSetting = setting{before: "\n", after: "\n"}
	itemSetting      = setting{before: "\n- ", after: "\n", prefix: "  "}
	taskSetting      = setting{before: "\n- [ ] ", after: "\n", prefix: "  "}
	headingSetting   = setting{before: "\n# ", after: "\n", kind: inHeading}
	setextSetting    = setting{before: "\n", after: "\n===\n"}
	cellSetting      = setting{before: "\n|", after: "|\n|-|\n", kind: inCell}
	captionSetting   = setting{before: "\n![", after: "](a)\n", kind: inCaption}
	termSetting      = setting{before: "\n", after: "\n: a\n"}
	codeSetting      = setting{kind: inCode}
)

// shows says whether text reads as wanted, and how many slips of typing the parser
// takes it for.
func (s setting) shows(text, want, defined string, bare bool) (slips int, ok bool) {
	if strings.Contains(text, "\n") && (s.kind == inHeading || s.kind == inCell) {
		return 0, false
	}
	if s.prefix != "" {
		text = strings.ReplaceAll(text, "\n", "\n"+s.prefix)
	}
	d := bulletins.Parse("", s.before+text+s.after+defined, kinds.Schema())
	spans, sole, ok := soleLine(d)
	if !ok {
		return 0, want == "" && len(d.Blocks) == 0
	}
	base := 0
	if len(d.Starts) > 0 {
		base = d.Starts[0]
	}
	if s.kind != inCaption && sole {
		return 0, strings.HasPrefix(want, "\x04") && strings.Count(want, "\x04") == 1 && !strings.Contains(want, "\x05")
	}
	from := len(s.before)
	got := tidy(readChars(d.Text, spans, base, bulletins.Range{Start: from, End: from + len(text)}))
	for _, x := range d.Diagnostics {
		if slipCodes[x.Code] {
			slips++
		}
	}
	if bare {
		return slips, plainOnly(got) == want
	}
	return slips, shownAs(got) == want
}

// slipCodes are the Diagnostics that typed text should not cause.
var slipCodes = map[string]bool{"heading-space": true, "link-space": true, "link-full-width": true, "html-shown": true}

// definitions define the references among chars as the document does, so that a trial
// reads them as references too.
func definitions(chars []char) string {
	var b strings.Builder
	define := func(label, url, title string) {
		b.WriteString("\n[" + label + "]: " + destination(url))
		if title != "" {
			b.WriteString(" " + quoted(title))
		}
		b.WriteByte('\n')
	}
	seen := map[*mark]bool{}
	for i := range chars {
		if s := &chars[i].span; chars[i].kind == atom && s.Kind == bulletins.ImageSpan && strings.HasSuffix(chars[i].spell, "]") {
			label := strings.TrimSuffix(strings.TrimSuffix(chars[i].spell, "[]"), "]")
			define(label[strings.LastIndexByte(label, '[')+1:], s.URL, s.Title)
		}
		for _, m := range chars[i].in {
			if m.kind != bulletins.LinkSpan || seen[m] || m.close == ">" || strings.HasPrefix(m.close, "](") {
				continue
			}
			seen[m] = true
			label := strings.Trim(m.close, "[]")
			if label == "" {
				label = spelledIn(chars[i:], m)
			}
			url, title := m.target()
			define(label, url, title)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + b.String()
}

// spelledIn returns the source of the chars that a mark is round.
func spelledIn(chars []char, m *mark) string {
	var b strings.Builder
	for i := range chars {
		if !slices.Contains(chars[i].in, m) {
			break
		}
		b.WriteString(chars[i].spell)
	}
	return b.String()
}

// soleLine returns the spans of the one line of text that a trial has, and whether it
// is a picture that stands by itself.
func soleLine(d *bulletins.Document) (spans []bulletins.Span, picture, ok bool) {
	if len(d.Blocks) != 1 {
		return nil, false, false
	}
	b := d.Blocks[0].Block
	if l, isList := b.(*bulletins.List); isList && len(l.Items) == 1 && len(l.Items[0].Blocks) == 1 && !l.Ordered {
		b = l.Items[0].Blocks[0]
	}
	switch b := b.(type) {
	case *bulletins.Paragraph:
		return b.Spans, false, true
	case *bulletins.Heading:
		return b.Spans, false, b.Level == 1
	case *bulletins.Table:
		return b.Header[0].Spans, false, len(b.Header) == 1 && len(b.Rows) == 0
	case *bulletins.Figure:
		return b.Caption, true, true
	case *bulletins.DefinitionList:
		if len(b.Items) == 1 && len(b.Items[0].Terms) == 1 && len(b.Items[0].Descriptions) == 1 {
			return b.Items[0].Terms[0], false, true
		}
	}
	return nil, false, false
}
