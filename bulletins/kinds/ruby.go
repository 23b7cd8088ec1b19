package kinds

import (
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// ruby sets text with its reading, :ruby[隐患]{yǐn huàn}: a reading for each
// character where there are as many, and else one over all of them.
func (w *inliner) ruby(s *bulletins.Span, r run) {
	var readings []string
	for _, a := range s.Attrs {
		if a.Key == "" {
			readings = append(readings, a.Value)
		}
	}
	text := bulletins.PlainText(s.Children)
	source := int32(-1)
	if len(s.Children) == 1 && s.Children[0].Kind == bulletins.TextSpan {
		source = int32(s.Children[0].Start)
	}
	if len(readings) == 0 || text == "" {
		w.spans(s.Children, r)
		return
	}
	if utf8.RuneCountInString(text) != len(readings) {
		w.add(layout.Inline{Text: text, Source: source, Ruby: strings.Join(readings, " ")}, r)
		return
	}
	for i, c := range text {
		own := source
		if own >= 0 {
			own += int32(i)
		}
		w.add(layout.Inline{Text: string(c), Source: own, Ruby: readings[0]}, r)
		readings = readings[1:]
	}
}
