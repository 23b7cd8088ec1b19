package press

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct {
		id         Identity
		mark, want string
	}{
		{Identity{Number: "安委〔2026〕3号", Title: "关于开展检查的通知", Lang: "zh-Hans"}, "", "安委〔2026〕3号 关于开展检查的通知"},
		{Identity{Title: "关于开展检查的通知", Lang: "zh-Hans"}, "送审稿", "关于开展检查的通知（送审稿）"},
		{Identity{Title: "Hot work", Lang: "en"}, "draft", "Hot work (draft)"},
		{Identity{Path: "/x/notice.zh.md", Lang: "zh-Hans"}, "", "notice.zh"},
		{Identity{Title: "问：怎样? <好> “a/b” c:d|e*f\\g\"h\"", Lang: "zh-Hans"}, "", "问：怎样？ ＜好＞ “a／b” c：d｜e＊f＼g＂h＂"},
		{Identity{Title: "What now? Report: a/b \"c\" <d>", Lang: "en"}, "", "What now Report - a-b 'c' (d)"},
		{Identity{Title: " \t一\n二\u3000三\u200b\u202e. .", Lang: "zh-Hans"}, "", "一 二 三"},
		{Identity{Title: "..hidden", Lang: "en"}, "", "hidden"},
		{Identity{Title: "con", Lang: "en"}, "", "_con"},
		{Identity{Title: "COM1.log", Lang: "en"}, "", "_COM1.log"},
		{Identity{Title: "COMMON", Lang: "en"}, "", "COMMON"},
		{Identity{Title: "???", Path: "???.md", Lang: "en"}, "", "document"},
		{Identity{Title: "cafe\u0301", Lang: "en"}, "", "caf\u00e9"},
	} {
		got := FileName(c.id, c.mark)
		if got != c.want {
			t.Errorf("%+v is %q, want %q", c.id, got, c.want)
		}
	}
	// A long title is cut, the number and the mark are not.
	long := FileName(Identity{Number: "3号", Title: strings.Repeat("安全生产", 40), Lang: "zh-Hans"}, "送审稿")
	if len(long) > MaxName || len(long) < MaxName-6 || !strings.HasPrefix(long, "3号 安全生产") || !strings.HasSuffix(long, "…（送审稿）") {
		t.Errorf("%q has %d bytes", long, len(long))
	}
}

func TestFileNames(t *testing.T) {
	none := func(Identity) string { return "" }
	for _, c := range []struct {
		ids  []Identity
		want []string
	}{
		{[]Identity{{Title: "A", Lang: "en"}, {Title: "B", Lang: "en"}}, []string{"A", "B"}},
		{[]Identity{{Title: "通知", Lang: "zh-Hans"}, {Title: "通知", Lang: "zh-Hant"}}, []string{"通知.zh-Hans", "通知.zh-Hant"}},
		{[]Identity{{Title: "A", Lang: "en"}, {Title: "a", Lang: "en"}, {Title: "A 2", Lang: "en"}}, []string{"A", "a 2", "A 2 2"}},
		{[]Identity{{Title: "A", Lang: "en"}, {Title: "A", Lang: "en"}, {Title: "A", Lang: "id"}}, []string{"A.en", "A.en 2", "A.id"}},
	} {
		if got := FileNames(c.ids, none); !slices.Equal(got, c.want) {
			t.Errorf("%v are %q, want %q", c.ids, got, c.want)
		}
	}
}

func TestIdentify(t *testing.T) {
	for text, want := range map[string]Identity{
		"---\nnumber: 3号\ntitle: 一\nlang: id\n---\n\n# 二\n": {Number: "3号", Title: "一", Lang: "id"},
		"# 安全 **第一**\n\n正文在这里，说的是安全。":                       {Title: "安全 第一", Lang: "zh-Hans"},
		"": {Lang: "zh-Hans"},
	} {
		got := Identify(bulletins.Parse("a.md", text, kinds.Schema()))
		want.Path = "a.md"
		if text == "" {
			want.Lang = got.Lang
		}
		if got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// FuzzFileName: whatever a title says, the name is one that every system allows.
func FuzzFileName(f *testing.F) {
	f.Add("安委〔2026〕3号", "关于<a>的通知", "送审稿", true)
	f.Add("", "CON", "", false)
	f.Add("..", "\u202e\xff\x00/", ".", false)
	f.Fuzz(func(t *testing.T, number, title, mark string, chinese bool) {
		lang := "en"
		if chinese {
			lang = "zh-Hans"
		}
		if len(mark) > 30 {
			return
		}
		name := FileName(Identity{Path: "x.md", Number: number, Title: title, Lang: lang}, mark)
		switch {
		case name == "" || len(name) > MaxName+40:
			t.Errorf("%q has %d bytes", name, len(name))
		case strings.ContainsAny(name, `<>:"/\|?*`) || strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name):
			t.Errorf("%q is forbidden", name)
		case strings.Trim(name, " .") != name || reserved(name):
			t.Errorf("%q would be taken for something else", name)
		}
	})
}
