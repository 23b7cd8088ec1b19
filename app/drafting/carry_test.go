package drafting

import (
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

func TestMarked(t *testing.T) {
	for text, want := range map[string]string{
		"前«后»":                  "后",
		"前**粗«体»字**后":           "**体**",
		"«前**粗»体字**后":           "前**粗**",
		"前**粗«体字**后»":           "**体字**后",
		"- 甲«乙»丙":               "乙",
		"## 一、«检查»":             "检查",
		"甲«乙\n\n丙»丁":            "乙\n\n丙",
		"甲**乙«丙**丁\n\n戊**己»庚**": "**丙**丁\n\n戊**己**",
		"- 甲«乙\n- 丙»丁":          "乙\n- 丙",
		"甲\n\n«- 乙\n- 丙»":       "- 乙\n- 丙",
		"```\n«a*b»\n```\n":     "a*b",
	} {
		source, sel := marked(text)
		if got := Marked(parse(source), sel); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestCarry(t *testing.T) {
	for _, x := range []struct {
		to     string // the place is before this
		copied bool
		example
	}{
		{"丙", false, example{"forwards", "«甲»乙丙", "乙«甲»丙"}},
		{"甲", false, example{"backwards", "甲乙«丙»", "«丙»甲乙"}},
		{"甲", true, example{"copied", "甲乙«丙»", "«丙»甲乙丙"}},
		{"丁", false, example{"to another paragraph", "甲«乙»丙\n\n丁", "甲丙\n\n«乙»丁"}},
		{"后", false, example{"a piece of bold", "前**粗«体»字**中后", "前**粗字**中«**体»**后"}},
		{"丁", false, example{"into a cell", "甲«乙»\n\n| 丁 |\n|---|\n", "甲\n\n| «乙»丁 |\n|---|\n"}},
		{"乙", false, example{"into itself", "«甲乙»丙", ""}},
		{"丁", false, example{"a whole paragraph", "«甲乙»\n\n丙丁", "\n\n丙«甲乙»丁"}},
	} {
		run(t, func(d *bulletins.Document, sel selection) (change, bool) {
			return Drafter{}.Carry(d, sel, strings.Index(d.Text, x.to), x.copied)
		}, []example{x.example})
	}
	m := manuscript.New("a.md", "**甲**乙")
	c, _ := Drafter{Source: true}.Carry(m.Document(), selection{Anchor: 0, Caret: 7}, 10, false)
	if m.Apply(c); m.Text() != "乙**甲**" {
		t.Errorf("as it stands: %q", m.Text())
	}
}
