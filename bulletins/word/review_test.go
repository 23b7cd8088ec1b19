package word

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/intake/script"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// composed parses and composes a document of ours.
func composed(t *testing.T, text, folder string) (*bulletins.Document, *layout.Flow) {
	t.Helper()
	doc := bulletins.Parse("a.md", text, kinds.Schema())
	kind := doc.Meta.Text("kind")
	theme, problems := themes.Load(kinds.ThemeFor(kind, doc.Lang), themes.Options{Language: doc.Lang, Kinds: kinds.Layers(doc.Meta), Settings: themes.SettingsOf(doc)})
	for _, p := range problems {
		t.Error(p)
	}
	var f *bulletins.Folder
	if folder != "" {
		var err error
		if f, err = bulletins.OpenFolder(folder); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
	}
	flow, _ := kinds.NewComposer().Compose(doc, theme, f, kinds.Options{Draft: true})
	return doc, flow
}

func written(t *testing.T, flow *layout.Flow) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, flow); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const reviewed = `---
kind: official
lang: zh-Hans
title: 关于开展消防演练的通知
issuer: [澜浦市应急管理局]
number: 澜应急〔2026〕7号
to: [各科室]
published: "2026-03-06"
last_side: any
---

为检验应急预案，决定组织一次消防演练。现将有关事项通知如下。

一、演练时间

3月16日上午9时，在**东侧**停车场集合。

二、参加人员

机关全体人员，值班人员除外。

| 组别 | 负责人 |
|---|---|
| 疏散组 | 顾南乔 |
| 灭火组 | 程砚 |

三、有关要求

1. 按时到场，不得迟到。

2. 穿着便于行动的衣服[^1]。

[^1]: 不穿高跟鞋。
`

// edited changes a file in LibreOffice (testdata/change.py).
func edited(t *testing.T, data []byte, what ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("soffice is not here")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.docx"), filepath.Join(dir, "out.docx")
	if err := os.WriteFile(in, data, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/usr/bin/python3", append([]string{"testdata/change.py", in, out}, what...)...)
	if said, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(string(said), "No module named 'uno'") {
			t.Skip("python3-uno is not here")
		}
		t.Fatalf("%v: %s", err, said)
	}
	back, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func compared(t *testing.T, text string, data []byte) []Proposal {
	t.Helper()
	doc, flow := composed(t, text, "")
	list, found := Compare(context.Background(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	for _, d := range found {
		if d.Severity == bulletins.Error || d.Code == "word-not-ours" {
			t.Error(d)
		}
	}
	return list
}

func told(list []Proposal) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%v %q %v %q -> %q %q %s\n", p.Kind, p.Author, p.Tracked, p.Before, p.After, p.Note, p.Conflict)
	}
	return b.String()
}

var all = func(int) bool { return true }

// TestUnchanged reads back what we wrote: nothing was changed.
func TestUnchanged(t *testing.T) {
	samples, _ := filepath.Glob("../../assets/samples/*.md")
	for _, file := range samples {
		data, _ := os.ReadFile(file)
		doc, flow := composed(t, string(data), filepath.Dir(file))
		b := written(t, flow)
		list, found := Compare(context.Background(), doc, flow, bytes.NewReader(b), int64(len(b)), file)
		if len(list) > 0 || len(found) > 0 {
			t.Errorf("%s: %v\n%s", file, found, told(list))
		}
	}
}

// TestReview sends a document out, has it changed in LibreOffice, and takes it back.
func TestReview(t *testing.T) {
	_, flow := composed(t, reviewed, "")
	out := written(t, flow)
	t.Run("only saved", func(t *testing.T) {
		if list := compared(t, reviewed, edited(t, out)); len(list) > 0 {
			t.Error(told(list))
		}
	})
	changes := []string{"replace=3月16日=3月18日", "insert=值班人员=和病假人员", "paragraph=便于行动=3. 听从指挥。", "replace=灭火组=扑救组", "replace=，不得迟到=", "replace=高跟鞋=拖鞋"}
	want := strings.NewReplacer("3月16日", "3月18日", "值班人员除外", "值班人员和病假人员除外", "灭火组", "扑救组", "，不得迟到", "", "高跟鞋", "拖鞋",
		"衣服[^1]。\n", "衣服[^1]。\n\n3. 听从指挥。\n").Replace(reviewed)
	for _, track := range []string{"on", "off"} {
		t.Run("track "+track, func(t *testing.T) {
			back := edited(t, out, append([]string{"track=" + track}, changes...)...)
			list := compared(t, reviewed, back)
			if len(list) != 6 {
				t.Error(told(list))
			}
			for _, p := range list {
				if p.Tracked != (track == "on") || p.Edit == nil || p.Tracked && p.Author == "" {
					t.Errorf("%+v", p)
				}
			}
			if got := Apply(reviewed, list, all); got != want {
				t.Errorf("%s\n%s", got, told(list))
			}
			if track == "off" {
				return
			}
			// The same copy again: what was made is not offered once more.
			if again := compared(t, want, back); len(again) > 0 {
				t.Errorf("again: %s", told(again))
			}
			some := Apply(reviewed, list, func(i int) bool { return i%2 == 0 })
			if got := Apply(some, compared(t, some, back), all); got != want {
				t.Errorf("the rest: %s", got)
			}
		})
	}
	t.Run("comment, paragraph taken out, particulars", func(t *testing.T) {
		list := compared(t, reviewed, edited(t, out, "comment=东侧=请定车位", "remove=二、参加人员", "replace=消防演练的通知=消防演习的通知"))
		got := told(list)
		for _, want := range []string{`comment "程砚" true "东侧" -> "" "请定车位"`, `delete "" false "二、参加人员" -> ""`, "word-conflict-fields"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in\n%s", want, got)
			}
		}
		if got, want := Apply(reviewed, list, all), strings.Replace(reviewed, "二、参加人员\n\n", "", 1); got != want {
			t.Error(got)
		}
	})
	t.Run("paragraphs came and went meanwhile", func(t *testing.T) {
		back := edited(t, out, "replace=3月16日=3月18日", "remove=机关全体人员", "paragraph=便于行动=3. 听从指挥。")
		now := strings.NewReplacer("一、演练时间\n", "一、演练时间\n\n以下时间不再另行通知。\n", "1. 按时到场，不得迟到。\n\n", "").Replace(reviewed)
		list := compared(t, now, back)
		want := strings.NewReplacer("3月16日", "3月18日", "机关全体人员，值班人员除外。\n\n", "", "衣服[^1]。\n", "衣服[^1]。\n\n3. 听从指挥。\n").Replace(now)
		if got := Apply(now, list, all); got != want || len(list) != 3 {
			t.Errorf("%s\n%s", got, told(list))
		}
	})
	t.Run("changed on both sides", func(t *testing.T) {
		back := edited(t, out, "track=on", "replace=3月16日=3月18日", "replace=除外=请假")
		now := strings.Replace(reviewed, "上午9时", "下午2时", 1)
		list := compared(t, now, back)
		if len(list) != 2 || list[0].Conflict != "word-conflict-changed" || list[0].Edit != nil || list[1].Edit == nil {
			t.Error(told(list))
		}
		if got, want := Apply(now, list, all), strings.Replace(now, "除外", "请假", 1); got != want {
			t.Error(got)
		}
	})
}

// TestBold takes home what was made bold, with tracking and without, and what no longer is.
func TestBold(t *testing.T) {
	_, flow := composed(t, reviewed, "")
	look := func(text, props string) string {
		return `</w:t></w:r><w:r><w:rPr>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r><w:r><w:t xml:space="preserve">`
	}
	data := rewritten(t, written(t, flow), "值班人员", look("值班人员", `<w:b/><w:rPrChange w:id="3" w:author="程砚"><w:rPr/></w:rPrChange>`),
		"，不得迟到", look("，不得迟到", `<w:b/>`), "东侧", look("东侧", `<w:b w:val="0"/>`), "澜浦市应急管理局", look("澜浦市应急管理局", `<w:b/>`))
	list := compared(t, reviewed, data)
	if len(list) < 3 || list[len(list)-2].Author != "程砚" || !list[len(list)-2].Tracked {
		t.Error(told(list))
	}
	if got := Apply(reviewed, list, all); got != strings.NewReplacer("**东侧**", "东侧", "值班人员", "**值班人员**", "不得迟到", "**不得迟到**").Replace(reviewed) {
		t.Errorf("%s\n%s", told(list), got)
	}
}

// TestOther compares a document with the copy of another one of the same office: it is
// refused. A copy that came home without marks is compared, and the person is told.
func TestOther(t *testing.T) {
	body := strings.Index(reviewed, "为检验")
	other := strings.Replace(reviewed[:body], "消防演练的", "夏季防暑的", 1) + "午间停工，备足清凉饮料。\n\n气温过三十七度，室外作业不超过六小时。\n\n有人中暑先移到阴凉处。\n"
	_, flow := composed(t, other, "")
	data := written(t, flow)
	doc, flow := composed(t, reviewed, "")
	list, found := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	if len(found) != 1 || found[0].Code != "word-other" || len(list) > 0 {
		t.Error(found, told(list))
	}
	data = rewritten(t, written(t, flow), markPrefix, "x", "值班人员", "病假人员")
	list, found = Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	if len(found) != 1 || found[0].Code != "word-not-ours" || len(list) != 1 {
		t.Error(found, told(list))
	}
}

// TestScript compares a document with its copy in the other script.
func TestScript(t *testing.T) {
	doc, flow := composed(t, reviewed, "")
	parts := unpacked(t, rewritten(t, written(t, flow), "值班人员", "请假人员"))
	for i := range parts {
		if parts[i] == "word/document.xml" {
			parts[i+1], _ = script.Convert(parts[i+1], "s2t")
		}
	}
	data := made(parts...)
	list, found := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	if len(found) != 1 || found[0].Code != "word-script" {
		t.Error(found)
	}
	if got := Apply(reviewed, list, all); got != strings.Replace(reviewed, "值班人员", "请假人员", 1) {
		t.Errorf("%s\n%s", told(list), got)
	}
}

// FuzzCompare takes whatever comes back for a copy: no change is proposed outside the
// text, and the front matter stays as it is.
func FuzzCompare(f *testing.F) {
	t := &testing.T{}
	doc, flow := composed(t, reviewed, "")
	w := compose(context.Background(), flow)
	f.Add([]byte(el("w:document", w.into).with(namespaces()...).String()))
	for i, e := range edits {
		h := &hands{Rand: rand.New(rand.NewPCG(1, uint64(i))), w: compose(f.Context(), flow), tracked: i%2 == 0}
		list := h.spots()
		e.do(h, list, h.IntN(len(list)))
		f.Add([]byte(el("w:document", h.w.into).with(namespaces()...).String()))
	}
	front := reviewed[:strings.Index(reviewed, "为检验")]
	f.Fuzz(func(t *testing.T, document []byte) {
		data := made("[Content_Types].xml", types, "word/document.xml", string(document))
		list, _ := Compare(context.Background(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
		if got := Apply(reviewed, list, all); !strings.HasPrefix(got, front) {
			t.Errorf("the front matter became %q", got[:min(len(got), len(front))])
		}
	})
}

// TestQuotes changes a word beside quotation marks that are printed otherwise than they
// were typed.
func TestQuotes(t *testing.T) {
	text := "---\nlang: en\ntitle: Lamps\nsettings: {typeset: {quotes: language}}\n---\n\nHe said \"stop\" -- and *left* at once.\n\nNobody else heard it.\n"
	_, flow := composed(t, text, "")
	data := written(t, flow)
	list := compared(t, text, rewritten(t, data, "left", "went", "stop", "halt"))
	if got, want := Apply(text, list, all), strings.NewReplacer("left", "went", "stop", "halt").Replace(text); got != want || len(list) == 0 || !strings.Contains(list[0].Around, "“stop”") {
		t.Errorf("%s\n%s", got, told(list))
	}
}
