package script

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"safety365/assets"
)

func TestConvert(t *testing.T) {
	for _, c := range []struct{ config, text, want string }{
		{"t2s", "皇后後來的頭髮", "皇后后来的头发"},
		{"t2s", "后果严重，防范在先", "后果严重，防范在先"}, // Simplified stays
		{"t2s", "「乾坤」與“乾燥”", "「乾坤」与“干燥”"},
		{"tw2s", "著力防範，著名企業", "着力防范，著名企业"},
		{"tw2s", "這裡的檯燈", "这里的台灯"},
		{"hk2s", "着力推動，羣眾監督", "着力推动，群众监督"},
		{"s2t", "皇后的头发，后来的发展", "皇后的頭髮，後來的發展"},
		{"s2t", "后果与防范；一台机器，台风", "後果與防範；一臺機器，颱風"},
		{"s2t", "干部干净，干燥", "幹部乾淨，乾燥"},
		{"s2tw", "这里的群众着力检查", "這裡的群眾著力檢查"},
		{"s2hk", "这里的群众着力检查", "這裏的羣眾着力檢查"},
		{"s2twp", "软件和信息网络", "軟體和資訊網路"},
		{"s2twp", "软件 v2.0\r\n（硬盘）😀\n", "軟體 v2.0\r\n（硬碟）😀\n"},
		{"s2t", "", ""},
		{"s2t", "a\xff发\xe5\x8f", "a\xff發\xe5\x8f"}, // what is no text stays as it is
		{"none", "头发", "头发"},
	} {
		if got, _ := Convert(c.text, c.config); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.config, c.text, got, c.want)
		}
	}
}

// TestOpenCC asks for what OpenCC itself answers.
func TestOpenCC(t *testing.T) {
	data, err := os.ReadFile("testdata/opencc.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if got, _ := Convert(f[1], f[0]); got != f[2] {
			t.Errorf("%s %s: %s, want %s", f[0], f[1], got, f[2])
		}
		n++
	}
	if n < 300 {
		t.Errorf("%d cases", n)
	}
}

func TestChoices(t *testing.T) {
	for _, c := range []struct{ config, text, want string }{
		{"s2t", "头发", ""}, // a phrase
		{"s2t", "安 发", "4/4 发→發|髮"},
		{"s2tw", "面，里", "0/0 面→面|麵, 6/6 里→裡|里,哩"}, // others as Taiwan writes them
		{"s2twp", "软件，发", "9/9 发→發|髮"},
		{"s2twp", "以太网，发", "0/0 以太网→乙太網路|乙太網, 12/15 发→發|髮"}, // the result is longer by then
		{"t2s", "乾", "0/0 乾→干|乾"},
		{"t2s", "學校", ""},
	} {
		out, choices := Convert(c.text, c.config)
		var got []string
		for _, x := range choices {
			if c.text[x.Offset:x.Offset+len(x.From)] != x.From || out[x.Result:x.Result+len(x.To)] != x.To {
				t.Errorf("%s %s: %+v is not there", c.config, c.text, x)
			}
			got = append(got, fmt.Sprintf("%d/%d %s→%s|%s", x.Offset, x.Result, x.From, x.To, strings.Join(x.Others, ",")))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s %s: %s, want %s", c.config, c.text, s, c.want)
		}
	}
}

func TestDiffers(t *testing.T) {
	for c, want := range map[rune]bool{'發': true, '髮': true, '后': false, '後': true, '安': false, '发': false, 'a': false, '乾': true, '，': false} {
		if Differs(c) != want {
			t.Errorf("%c: %v", c, !want)
		}
	}
}

func TestGuess(t *testing.T) {
	for text, want := range map[string]string{
		"安全生产责任制": "zh-Hans", "安全生產責任制": "zh-Hant", "安全第一": "", "Safety first": "", "": "",
		"皇后大道": "", "后果严重": "zh-Hans", "產产": "", "这是「简体」里的引号": "zh-Hans",
	} {
		if got := Guess(text); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ text, to, want string }{
		{"“安全‘第一’”", "zh-Hant", "「安全『第一』」"},
		{"「安全『第一』」", "zh-Hans", "“安全‘第一’”"},
		{"don’t ‘go’，’90", "zh-Hant", "don’t 『go』，』90"},
		{"“a”", "en", "“a”"},
	} {
		if got := Quotes(c.text, c.to); got != c.want {
			t.Errorf("%s: %s", c.text, got)
		}
	}
}

// samples are our own Chinese texts.
func samples(t testing.TB) map[string]string {
	t.Helper()
	names, err := fs.Glob(assets.Samples, "samples/*.zh-Han?.md")
	if err != nil || len(names) < 5 {
		t.Fatal(names, err)
	}
	all := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Samples, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(data)
	}
	return all
}

// TestRoundTrip: Simplified samples come back from every Traditional form as they
// were, and each sample is known for what it is. Traditional ones change nothing more
// in a second turn.
func TestRoundTrip(t *testing.T) {
	for name, text := range samples(t) {
		script := strings.TrimSuffix(name, ".md")
		script = script[len(script)-len("zh-Hans"):]
		if got := Guess(text); got != script {
			t.Errorf("%s is taken for %q", name, got)
		}
		if script == "zh-Hant" {
			simplified, _ := Convert(text, "tw2s")
			again, _ := Convert(simplified, "t2s")
			if Guess(simplified) != "zh-Hans" || again != simplified {
				t.Errorf("%s: %s", name, first(again, simplified))
			}
			continue
		}
		// A sample may quote the other script.
		text, _ = Convert(text, "t2s")
		for _, way := range [][2]string{{"s2t", "t2s"}, {"s2tw", "tw2s"}, {"s2hk", "hk2s"}} {
			there, _ := Convert(text, way[0])
			if back, _ := Convert(there, way[1]); back != text {
				t.Errorf("%s by %v: %s", name, way, first(back, text))
			}
		}
	}
}

// first shows where two texts part.
func first(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%q, want %q", a[max(0, i-12):min(len(a), i+12)], b[max(0, i-12):min(len(b), i+12)])
}

func BenchmarkConvert(b *testing.B) {
	var text strings.Builder
	for name, s := range samples(b) {
		if strings.Contains(name, "Hans") {
			text.WriteString(s)
		}
	}
	hans := strings.Repeat(text.String(), 1+(1<<20)/text.Len())
	hant, _ := Convert(hans, "s2t")
	for _, config := range Configs {
		from := hans
		if strings.HasSuffix(config, "2s") {
			from = hant
		}
		b.Run(config, func(b *testing.B) {
			b.SetBytes(int64(len(from)))
			for b.Loop() {
				Convert(from, config)
			}
		})
	}
}

// BenchmarkOpen reads the largest configuration: what its first use costs.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		opened.Lock()
		clear(opened.tables)
		opened.Unlock()
		if _, err := readChain("s2twp"); err != nil {
			b.Fatal(err)
		}
	}
}
