package kinds

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
)

// An office's own proof list is a table wrong → right, with a note if it likes:
//
//	wrong,right,note
//	安全生产责任制度,安全生产责任制,统一用法
//	safty,safety
//
// Every hit in a text is a warning with its remedy.

// correction is an entry of the list.
type correction struct{ wrong, right, note string }

// proofList finds the wrong words of a list in one pass over a text. A nil one finds
// nothing. It is never changed.
type proofList struct {
	entries []correction
	root    *proofNode
}

// proofNode is what wrong words go on with after a beginning that they share.
type proofNode struct {
	next  map[byte]*proofNode
	entry *correction // of the word that ends here
}

var proofWords = map[string][]string{
	"wrong": {"wrong", "错", "錯", "错误", "錯誤", "误", "誤", "错词", "錯詞", "不用", "salah"},
	"right": {"right", "correct", "对", "對", "正", "正确", "正確", "改为", "改為", "正词", "正詞", "应为", "應為", "benar"},
	"note":  {"note", "remark", "备注", "備註", "说明", "說明", "理由", "依据", "依據", "catatan"},
}

// proofRows reads a list. One without a head has its columns in the order of the words.
func proofRows(t *sheets.Table) []correction {
	columns := columnsOf(t, proofWords)
	var out []correction
	add := func(wrong, right, note string) {
		if wrong != "" && wrong != right {
			out = append(out, correction{wrong, right, note})
		}
	}
	if _, headed := columns["wrong"]; !headed {
		columns = map[string]int{"wrong": 0, "right": 1, "note": 2}
		maps.DeleteFunc(columns, func(_ string, c int) bool { return c >= len(t.Head) })
		head := append(filled(t.Head), "", "", "")
		add(head[0], head[1], head[2])
	}
	for row := range t.Rows {
		add(cellOf(t, row, columns, "wrong"), cellOf(t, row, columns, "right"), cellOf(t, row, columns, "note"))
	}
	return out
}

// with returns the list with more entries, which count before those that it has.
func (l *proofList) with(entries []correction) *proofList {
	out := &proofList{entries: entries, root: &proofNode{}}
	if l != nil {
		out.entries = slices.Concat(entries, l.entries)
	}
	for i := range out.entries {
		e := &out.entries[i]
		at := out.root
		for _, b := range []byte(e.wrong) {
			if at.next == nil {
				at.next = map[byte]*proofNode{}
			}
			if at.next[b] == nil {
				at.next[b] = &proofNode{}
			}
			at = at.next[b]
		}
		at.entry = cmp.Or(at.entry, e)
	}
	return out
}

// proofs is the office's proof list, nil if it has none.
func (o *Office) proofs() *proofList {
	if o == nil {
		return nil
	}
	return o.proof
}

// unread are the parts of a source that are no words: code, where links lead, attributes,
// the lines that open and close blocks.
var unread = regexp.MustCompile("`[^`\n]*`|\\]\\([^)\n]*\\)|\\{[^}\n]*\\}|<[^>\n]*>|https?://\\S+|(?m:^ *:::.*$)")

// check reports the wrong words of a piece of source that stands at a place.
func (l *proofList) check(source string, at int, report func(bulletins.Diagnostic)) {
	if l == nil {
		return
	}
	skips := unread.FindAllStringIndex(source, -1)
	for i := 0; i < len(source); {
		if len(skips) > 0 && i >= skips[0][0] {
			i = max(i, skips[0][1])
			skips = skips[1:]
			continue
		}
		e := l.longest(source, i)
		if e == nil {
			i++
			continue
		}
		end := i + len(e.wrong)
		place := bulletins.Range{Start: at + i, End: at + end}
		d := problem(bulletins.Warning, "proof-list", place, "wrong", e.wrong, "right", e.right, "note", e.note)
		d.Fix = &bulletins.Fix{Range: place, Text: e.right}
		report(d)
		i = end
	}
}

// longest is the longest wrong word at a place, if it is a word there.
func (l *proofList) longest(source string, at int) *correction {
	var best *correction
	node := l.root
	for i := at; node != nil; i++ {
		if e := node.entry; e != nil && wordAt(source, at, i) && !e.already(source, at) {
			best = e
		}
		if i == len(source) {
			break
		}
		node = node.next[source[i]]
	}
	return best
}

// already says whether the right word stands there, the wrong one being a part of it.
func (e *correction) already(source string, at int) bool {
	for from := 0; ; {
		i := strings.Index(e.right[from:], e.wrong)
		if i < 0 {
			return false
		}
		from += i
		if start := at - from; start >= 0 && strings.HasPrefix(source[start:], e.right) {
			return true
		}
		from++
	}
}

// wordAt says whether a stretch of text is not a part of a longer Latin word.
func wordAt(source string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(source[:start])
	first, _ := utf8.DecodeRuneInString(source[start:])
	last, _ := utf8.DecodeLastRuneInString(source[:end])
	after, _ := utf8.DecodeRuneInString(source[end:])
	return !(latinLetter(before) && latinLetter(first)) && !(latinLetter(last) && latinLetter(after))
}

func latinLetter(r rune) bool { return unicode.Is(unicode.Latin, r) }

// checkProof reports the wrong words of a top-level block.
func (m *maker) checkProof() {
	if _, code := m.top.Block.(*bulletins.Code); code {
		return
	}
	m.scene.proof.check(m.top.Source, 0, func(d bulletins.Diagnostic) { m.found = append(m.found, d) })
}

// checkProof reports the wrong words of what a front matter says.
func (a *article) checkProof(doc *bulletins.Document) {
	for _, key := range doc.Meta.Keys {
		at := doc.Meta.Values[key].Range
		if slices.Contains(ownAlone, key) && key != "title" || at.End > len(doc.Text) || at.Start >= at.End {
			continue
		}
		a.scene.proof.check(doc.Text[at.Start:at.End], at.Start, func(d bulletins.Diagnostic) { a.found = append(a.found, d) })
	}
}
