package bulletins

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads * _ and ~~. It differs from CommonMark where a delimiter
// touches Han or a full-width mark: the rule by which punctuation inside a
// delimiter asks for a space or punctuation outside it takes Han for outside
// enough, and full-width marks do not count as punctuation. One ~ alone is text:
// it stands for "to" in ranges such as 3~5天.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_', '~'} }

func (emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	char := line[0]
	length := leading(line, char)
	c := pc.(*context)
	if char == '~' && length != 2 || c.delimiters >= maxDelimiters {
		return nil
	}
	before := block.PrecendingCharacter()
	if char == '~' && before == '~' {
		return nil
	}
	c.delimiters++
	after := ' '
	if length < len(line) {
		after, _ = utf8.DecodeRune(line[length:])
	}
	canOpen, canClose := flanks(char, classOf(char, before), classOf(char, after))
	d := parser.NewDelimiter(canOpen, canClose, length, char, emphasisMarks{char})
	d.Segment = segment.WithStop(segment.Start + length)
	block.Advance(length)
	pc.PushDelimiter(d)
	return d
}

// neighbour is what a character beside a delimiter is to it.
type neighbour uint8

const (
	letter neighbour = iota
	space
	mark // punctuation, other than full-width
	han  // Han and full-width marks
)

func classOf(char byte, c rune) neighbour {
	switch {
	case util.IsSpaceRune(c):
		return space
	case char != '_' && (IsHan(c) || isHanMark(c)):
		return han
	case util.IsPunctRune(c):
		return mark
	}
	return letter
}

// flanks says whether a delimiter between two characters can open and close.
func flanks(char byte, before, after neighbour) (canOpen, canClose bool) {
	left := after != space && (after != mark || before != letter)
	right := before != space && (before != mark || after != letter)
	if char == '_' { // by the plain rule, so that it is never emphasis inside a word
		return left && (!right || before == mark), right && (!left || after == mark)
	}
	return left, right
}

// emphasisMarks makes the nodes for matched delimiters.
type emphasisMarks struct{ char byte }

func (m emphasisMarks) IsDelimiter(c byte) bool { return c == m.char }

func (m emphasisMarks) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (m emphasisMarks) OnMatch(consumes int) ast.Node {
	if m.char == '~' {
		return east.NewStrikethrough()
	}
	return ast.NewEmphasis(consumes)
}
