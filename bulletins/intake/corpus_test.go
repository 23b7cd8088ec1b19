package intake

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"safety365/assets"
)

var update = flag.Bool("update", false, "rewrite testdata/furniture.txtar")

func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestClean: text without faults comes through as it is, and is not changed on a
// second run.
func TestClean(t *testing.T) {
	for _, f := range archive(t, "clean.txtar").Files {
		r := clean(t, f.Name, f.Data, Options{Script: Keep})
		got := strings.TrimLeft(r.Text[r.Body:], "\n")
		if got != string(f.Data) {
			t.Errorf("%s:\n%s", f.Name, firstDifference(got, string(f.Data)))
		}
		if simplified := clean(t, f.Name, f.Data, Options{}); !strings.HasPrefix(f.Name, "traditional") && simplified.Text[simplified.Body:] != r.Text[r.Body:] {
			t.Errorf("%s, as Simplified:\n%s", f.Name, firstDifference(simplified.Text, r.Text))
		}
		if again := clean(t, f.Name, []byte(r.Text), Options{Script: Keep}); again.Text != r.Text {
			t.Errorf("%s, a second time:\n%s", f.Name, firstDifference(again.Text, r.Text))
		}
	}
}

// TestFurniture compares whole results with those that were looked at.
func TestFurniture(t *testing.T) {
	a := archive(t, "furniture.txtar")
	for i, f := range a.Files {
		name, isInput := strings.CutSuffix(f.Name, ".txt")
		if !isInput {
			continue
		}
		r := clean(t, f.Name, f.Data, Options{})
		if *update {
			a.Files[i+1] = txtar.File{Name: name + ".md", Data: []byte(r.Text)}
			continue
		}
		if want := string(a.Files[i+1].Data); r.Text != want {
			t.Errorf("%s:\n%s", f.Name, firstDifference(r.Text, want))
		}
		if again := clean(t, f.Name, []byte(r.Text), Options{}); again.Text != r.Text {
			t.Errorf("%s, a second time:\n%s", f.Name, firstDifference(again.Text, r.Text))
		}
		accounted(t, f.Name, r)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", "furniture.txtar"), txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestUndo: each change can be kept out by itself, each rule switched off.
func TestUndo(t *testing.T) {
	for _, f := range archive(t, "furniture.txtar").Files {
		if !strings.HasSuffix(f.Name, ".txt") {
			continue
		}
		r := clean(t, f.Name, f.Data, Options{})
		seen := map[string]bool{}
		for _, c := range r.Changes {
			if seen[c.ID] {
				t.Fatalf("%s: two changes are %s", f.Name, c.ID)
			}
			seen[c.ID] = true
			reason, hint := c.Reason("zh-Hans")
			if reason == "" || strings.HasPrefix(reason, "intake-") || hint == "" || c.Line < 1 {
				t.Errorf("%s: %+v: %s %s", f.Name, c, reason, hint)
			}
			if c.Out >= 0 && c.Certainty == Exact && !strings.HasPrefix(r.Text[c.Out:], c.After) && c.Rule < "I40" && c.Rule > "I36" {
				t.Errorf("%s: %+v stands at %q", f.Name, c, head(r.Text[c.Out:], 9))
			}
			without := clean(t, f.Name, f.Data, Options{Keep: []string{c.ID}})
			for _, other := range without.Changes {
				if other.ID == c.ID {
					t.Errorf("%s: %s was made all the same", f.Name, c.ID)
				}
			}
			off := clean(t, f.Name, f.Data, Options{Off: []string{c.Rule}})
			for _, other := range off.Changes {
				if other.Rule == c.Rule {
					t.Errorf("%s: %s is switched off", f.Name, c.Rule)
				}
			}
		}
	}
}

// TestUndoAll: with no change made, the text is the raw one, but for empty lines.
func TestUndoAll(t *testing.T) {
	files := archive(t, "furniture.txtar").Files
	for _, f := range append(files, archive(t, "clean.txtar").Files...) {
		if strings.HasSuffix(f.Name, ".md") {
			continue
		}
		var o Options
		r := clean(t, f.Name, f.Data, o)
		for round := 0; len(r.Changes) > 0 && round < 9; round++ {
			for _, c := range r.Changes {
				o.Keep = append(o.Keep, c.ID)
			}
			r = clean(t, f.Name, f.Data, o)
		}
		body := strings.Join(strings.Fields(r.Text[r.Body:]), " ")
		if raw := strings.Join(strings.Fields(r.Raw), " "); len(r.Changes) > 0 || body != raw {
			t.Errorf("%s: %d changes\n%s", f.Name, len(r.Changes), firstDifference(body, raw))
		}
	}
}

// TestPage: of a web page the main text is taken and goes through the same rules.
func TestPage(t *testing.T) {
	page := `<!DOCTYPE html><html><body><nav><a href="/">首页</a> <a href="/b">专栏</a></nav>
<article><h1>港区隐患销号过九成</h1><p>来源:汐湾港务报 作者:陆明 浏览次数:3</p>
<p>三月以来,汐湾港区把装卸作业的隐患逐条登记,谁发现、谁整改、谁复查,都写在同一张表上。</p>
<p>到月底,表上的四十二条已经销号四十条,余下两条正在等配件。</p></article><footer>版权所有</footer></body></html>`
	r := clean(t, "page.html", []byte(page), Options{})
	if r.Title != "港区隐患销号过九成" || !strings.Contains(r.Text, `source: "汐湾港务报"`) || !strings.Contains(r.Text, "\n三月以来，汐湾") || strings.Contains(r.Text, "首页") {
		t.Error(r.Text)
	}
	if c := r.Changes[0]; c.Rule != PageRule || c.Element == "" {
		t.Errorf("%+v", c)
	}
	for name, want := range map[string][]string{
		"named-title.html": {"我市组织危化品企业夜查", `published: "2024-05-06"`, `source: "市应急局"`},
		"read-title.html":  {"Pelabuhan Perketat Aturan Forklift", `published: "2024-05-12T10:15"`, `source: "Kompas.com"`},
	} {
		data, err := os.ReadFile(filepath.Join("html", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if r := clean(t, name, data, Options{}); r.Title != want[0] || !strings.Contains(r.Text, want[1]) || !strings.Contains(r.Text, want[2]) || strings.Count(r.Text[r.Body:], "\n\n") != 1 {
			t.Error(r.Text)
		}
	}
}

// TestKeptFurniture: each thing that was left out of a page can be kept by itself, where
// it stood.
func TestKeptFurniture(t *testing.T) {
	page := `<!DOCTYPE html><html><body><nav><a href="/">首页</a></nav><div class="hint">填表说明见附件。</div>
<article><h1>港区隐患销号过九成</h1>
<p>三月以来，汐湾港区把装卸作业的隐患逐条登记，谁发现、谁整改、谁复查，都写在同一张表上，到月底逐条核销，不留尾巴。</p>
<aside>编者按：值得一读。</aside>
<p>到月底，表上的四十二条已经销号四十条，余下两条正在等配件，配件一到就换。</p></article><footer>版权所有</footer></body></html>`
	all := clean(t, "page.html", []byte(page), Options{})
	tried := 0
	for _, c := range all.Changes {
		if c.Rule != PageRule {
			continue
		}
		tried++
		r := clean(t, "page.html", []byte(page), Options{Keep: []string{c.ID}, Off: []string{"I26", "I31", "I36"}})
		for _, other := range all.Changes {
			if stands := strings.Contains(r.Text[r.Body:], other.Before); other.Rule == PageRule && stands != (other.ID == c.ID) {
				t.Errorf("with %s kept, %q stands: %v\n%s", c.ID, other.Before, stands, r.Text)
			}
		}
		if i, j := strings.Index(r.Raw, "三月以来"), strings.Index(r.Raw, "到月底，"); i < 0 || j < i || c.Before == "编者按：值得一读。" && !strings.Contains(r.Raw[i:j], c.Before) {
			t.Error(r.Raw)
		}
	}
	if tried != 4 {
		t.Error(tried, all.Changes)
	}
}

// TestReasons: every rule says why, in every language.
func TestReasons(t *testing.T) {
	for _, s := range append(steps, step{name: "I05"}, step{name: PageRule}) {
		for _, lang := range assets.Languages {
			if reason, _ := (Change{Rule: s.name}).Reason(lang); strings.HasPrefix(reason, "intake-") {
				t.Errorf("%s has no reason in %s", s.name, lang)
			}
		}
	}
}

// TestEncodings: the same text comes out of every encoding that has its characters.
func TestEncodings(t *testing.T) {
	encoders := map[string]func(string) ([]byte, error){
		"gb18030": func(s string) ([]byte, error) { return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s)) },
		"big5":    func(s string) ([]byte, error) { return traditionalchinese.Big5.NewEncoder().Bytes([]byte(s)) },
		"utf-16": func(s string) ([]byte, error) {
			return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(s))
		},
	}
	tried := map[string]int{}
	for _, f := range archive(t, "furniture.txtar").Files {
		if !strings.HasSuffix(f.Name, ".txt") || !hasWide(string(f.Data)) {
			continue
		}
		for name, encode := range encoders {
			data, err := encode(string(f.Data))
			if err != nil {
				continue
			}
			tried[name]++
			text, got, err := Decode(data)
			if err != nil || got != name || text != string(f.Data) {
				t.Errorf("%s in %s is taken for %s: %v\n%s", f.Name, name, got, err, firstDifference(text, string(f.Data)))
			}
		}
	}
	for name := range encoders {
		if tried[name] < 3 {
			t.Errorf("%s was tried %d times", name, tried[name])
		}
	}
}

// TestMixed: lines in another encoding inside UTF-8, bytes that mean nothing.
func TestMixed(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("第二行是从旧系统里复制的，编码不同。\n"))
	text, name, err := Decode(append([]byte("第一行是新写的，编码没有问题。\n"), gb...))
	if err != nil || name != "utf-8 + gb18030" || !strings.Contains(text, "旧系统") {
		t.Errorf("%q %s %v", text, name, err)
	}
	r := clean(t, "", []byte("灭火器\xff放在门口，压力表指在绿区。"), Options{})
	if !strings.Contains(r.Text, "灭火器⟦?⟧放在") || len(r.Warnings) == 0 {
		t.Error(r.Text)
	}
	for name, data := range map[string]string{"zip": "PK\x03\x04……", "zeros": "abc\x00\x00\x00\x01\x02def", "huge": strings.Repeat("a", MaxInput+1), "lines": strings.Repeat("\n", MaxLines+1)} {
		if _, err := Clean([]byte(data), Options{}); err == nil {
			t.Errorf("%s is taken for text", name)
		}
	}
}

// TestHalfConverted: a text in Traditional with a 么 that some program had simplified
// already, as it stands in 什么; in Taiwan that is another 幺.
func TestHalfConverted(t *testing.T) {
	r := clean(t, "", []byte("班前會要說清楚今天最擔心的是什么，怎么防，誰來盯。\n"), Options{})
	if !strings.Contains(r.Text, "班前会要说清楚今天最担心的是什么，怎么防，谁来盯。") {
		t.Error(r.Text)
	}
}

// TestLiterals: what is a mark in Markdown is none in a plain text; TeX is, and so is
// what a web page had escaped already.
func TestLiterals(t *testing.T) {
	for text, want := range map[string]string{
		"变量$PATH$要写全，钢板1200*600*8，共2块。":   `变量\$PATH$要写全，钢板1200\*600\*8，共2块。`,
		"声级$L_{eq}$不超过85，单价$5到$6，*注意*停机。": `声级$L_{eq}$不超过85，单价$5到$6，*注意*停机。`,
		"命令`echo $A$ 2*3*4`不变。":           "命令`echo $A$ 2*3*4`不变。",
	} {
		r := CleanText(text+"\n\n完毕。\n", "", Options{})
		if !strings.HasPrefix(strings.TrimSpace(r.Text[r.Body:]), want) {
			t.Errorf("%s becomes %s", text, r.Text[r.Body:])
		}
		if page := CleanText(text+"\n\n完毕。\n", "html", Options{}); !strings.Contains(page.Text, text) {
			t.Errorf("%s, of a page, becomes %s", text, page.Text[page.Body:])
		}
	}
}

// TestManyChanges: a text that is nothing but faults is cleaned as far as the limit
// goes, and says so.
func TestManyChanges(t *testing.T) {
	r := CleanText("港区\n\n"+strings.Repeat("中,", mostChanges+9), "", Options{Off: []string{"I36"}})
	if len(r.Changes) != mostChanges || !slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == "intake-many-changes" }) || !strings.HasSuffix(r.Text, "中,\n") {
		t.Errorf("%d changes, %v, %q", len(r.Changes), r.Warnings, tail(r.Text, 9))
	}
}

// TestManyWarnings: a front matter lists so many warnings as it can hold; the last one
// stops a final as those that were left out would.
func TestManyWarnings(t *testing.T) {
	var b strings.Builder
	for i := range 2 * mostWarnings {
		b.WriteString("第" + itoa(i) + "处\x01看不清。\n")
	}
	r := CleanText(b.String(), "", Options{})
	front := r.Text[:r.Body]
	if n := strings.Count(front, "\n  - "); n != mostWarnings+1 || !strings.Contains(front, " more warnings stand only in the list of changes ⟦?⟧") {
		t.Errorf("%d warnings: %s", n, tail(front, 200))
	}
}

// TestScriptChoices: where a character may be written in several ways, it is listed with
// its place in the raw text, once.
func TestScriptChoices(t *testing.T) {
	const text = "某局领导检查了厂区里面的发动机，并召开会议，要求各单位落实责任。"
	r := CleanText(text, "", Options{Script: Hant})
	var said []string
	for _, c := range r.Choices {
		if got := r.Raw[c.Start:c.End]; got != c.From {
			t.Errorf("%s stands where %s is said to", got, c.From)
		}
		said = append(said, c.From+c.To+strings.Join(c.Others, ""))
	}
	if want := []string{"局局侷", "了了瞭", "厂廠厂", "并並併幷"}; !slices.Equal(said, want) {
		t.Errorf("the choices are %q instead of %q", said, want)
	}
}
