package word

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// TestConflict changes a paragraph in the document and in a copy: each answer to the
// conflict gives what it says, and nothing is overwritten without one.
func TestConflict(t *testing.T) {
	_, flow := composed(t, reviewed, "")
	out := written(t, flow)
	run := func(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
	tracked := func(old, new string) string {
		return `</w:t></w:r><w:del w:id="901" w:author="骆怀远"><w:r><w:delText>` + old + `</w:delText></w:r></w:del><w:ins w:id="902" w:author="骆怀远">` + run(new) + `</w:ins><w:r><w:t xml:space="preserve">`
	}
	cases := []struct {
		name, old, new     string // of the copy
		mine, byMine       string // and of the document
		theirs, both, told string
	}{
		{"tracked, apart", "16日", tracked("16日", "18日"), "上午9时", "下午2时", "3月18日上午9时，在**东侧**", "3月18日下午2时，在**东侧**", "骆怀远"},
		{"tracked, together", "9时", tracked("9时", "8时"), "上午9时", "下午2时", "3月16日上午8时，在**东侧**停车场集合。", "3月16日下午2时，在**东侧**停车场集合。\n\n3月16日上午8时，在东侧停车场集合。", "骆怀远"},
		{"not tracked", "16日", "18日", "上午9时", "下午2时", "3月18日上午9时，在**东侧**", "3月16日下午2时，在**东侧**停车场集合。\n\n3月18日上午9时，在东侧停车场集合。", ""},
		{"in a cell", "灭火组", "扑救组", "灭火组", "消防组", "| 扑救组 | 程砚 |", "| 消防组<br>扑救组 | 程砚 |", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			now := strings.Replace(reviewed, c.mine, c.byMine, 1)
			list := compared(t, now, rewritten(t, out, c.old, c.new))
			if len(list) != 1 || list[0].Conflict != "word-conflict-changed" || list[0].Author != c.told || len(list[0].Answers()) != 3 {
				t.Fatal(told(list))
			}
			for a, want := range map[Answer]string{Mine: now, Theirs: c.theirs, Both: c.both} {
				got := Apply(now, []Proposal{list[0].Answered(a)}, all)
				if !strings.Contains(got, want) {
					t.Errorf("%v: %s", a, got)
				}
			}
			if got := Apply(now, list, all); got != now {
				t.Errorf("without an answer: %s", got)
			}
		})
	}
	t.Run("taken out", func(t *testing.T) {
		parts := unpacked(t, out)
		for i, part := range parts {
			if at := strings.Index(part, "机关全体人员"); at >= 0 {
				start, end := strings.LastIndex(part[:at], "<w:p>"), at+strings.Index(part[at:], "</w:p>")
				parts[i] = part[:start] + part[end+len("</w:p>"):]
			}
		}
		now := strings.Replace(reviewed, "值班人员除外", "值班和病假人员除外", 1)
		list := compared(t, now, made(parts...))
		if len(list) != 1 || list[0].Kind != Delete || list[0].Conflict != "word-conflict-changed" || len(list[0].Answers()) != 2 {
			t.Fatal(told(list))
		}
		if got := Apply(now, []Proposal{list[0].Answered(Theirs)}, all); strings.Contains(got, "病假") {
			t.Error(got)
		}
		if list = compared(t, reviewed, made(parts...)); len(list) != 1 || list[0].Edit == nil {
			t.Error(told(list))
		}
	})
	gone := strings.Replace(reviewed, "机关全体人员，值班人员除外。\n\n", "", 1)
	list := compared(t, gone, rewritten(t, out, "值班人员", "病假人员"))
	if len(list) != 1 || len(list[0].Answers()) != 2 {
		t.Fatal(told(list))
	}
	if got := Apply(gone, []Proposal{list[0].Answered(Theirs)}, all); got != strings.Replace(reviewed, "值班人员", "病假人员", 1) {
		t.Error(got)
	}
}

// unpacked are the names and the parts of a file in turn.
func unpacked(t *testing.T, data []byte) (parts []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, f.Name, string(part))
	}
	return parts
}

// TestTwoAuthors takes home what two people did to the same words.
func TestTwoAuthors(t *testing.T) {
	_, flow := composed(t, reviewed, "")
	by := func(kind, author, inner string) string {
		return `<w:` + kind + ` w:id="9" w:author="` + author + `">` + inner + `</w:` + kind + `>`
	}
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	gone := func(text string) string { return `<w:r><w:delText>` + text + `</w:delText></w:r>` }
	data := rewritten(t, written(t, flow), "值班人员除外", `</w:t></w:r>`+
		by("del", "程砚", gone("值班"))+by("ins", "骆怀远", run("病假")+by("del", "程砚", gone("或者"))+run("和事假"))+run("人员")+by("del", "骆怀远", gone("除外"))+`<w:r><w:t>`)
	list := compared(t, reviewed, data)
	want := `delete "程砚" true "值班" -> "" ""
insert "骆怀远" true "" -> "病假和事假" ""
delete "骆怀远" true "除外" -> "" ""
`
	if got := strings.ReplaceAll(told(list), " \n", "\n"); got != want {
		t.Error(got)
	}
	if got := Apply(reviewed, list, func(i int) bool { return list[i].Author == "骆怀远" }); got != strings.Replace(reviewed, "值班人员除外", "值班病假和事假人员", 1) {
		t.Error(got)
	}
}

// rewritten changes the text of a file as it stands in its XML.
func rewritten(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	parts := unpacked(t, data)
	for i := 1; i < len(parts); i += 2 {
		parts[i] = strings.NewReplacer(pairs...).Replace(parts[i])
	}
	return made(parts...)
}
