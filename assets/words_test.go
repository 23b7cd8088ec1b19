package assets

import (
	"io/fs"
	"testing"
)

func TestMessage(t *testing.T) {
	for _, c := range []struct {
		lang, code    string
		args          map[string]string
		message, hint string
	}{
		{"zh-Hans", "image-missing", map[string]string{"name": "图.png"}, "找不到图片“图.png”。",
			"请把图片文件放进文稿所在的文件夹，文件名要完全一致；或者改用别的图片。"},
		{"zh-TW", "title-missing", nil, "文稿沒有標題。", "請在文首填寫標題（title），或者把「# 標題」寫在正文第一行。"},
		{"fr", "title-missing", nil, "The document has no title.", "Fill in “title” at the top, or begin the text with a line such as “# Title”."},
		{"", "no-such-code", nil, "no-such-code", ""},
		// Nothing is near: the question falls.
		{"en", "theme-choice", map[string]string{"value": "x", "path": "p", "known": "a, b"}, "“x” is not a choice for p.", "Possible: a, b."},
		{"zh-Hans", "theme-choice", map[string]string{"value": "x", "path": "p", "nearest": "a", "known": "a, b"},
			"“x”不能用于 p。", "是不是“a”？可选：a, b。"},
		// An argument may be a word of ours.
		{"id", "field-type", map[string]string{"key": "review", "type": "list"}, "Bentuk “review” keliru.", "Yang diminta: daftar."},
		// Braces round no name are text, as are braces in an argument.
		{"en", "theme-want-map", map[string]string{"path": "{name}"}, "“{name}” needs settings of its own, not a single value.",
			"Write the settings below it, indented, or as {a: 1, b: 2}."},
	} {
		message, hint := Message(c.lang, c.code, c.args)
		if message != c.message || hint != c.hint {
			t.Errorf("%s %s:\n%s\n%s", c.lang, c.code, message, hint)
		}
	}
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Phrase("zh-Hans", "review-final"), "三审"},
		{Phrase("zh-Hant", "review-final"), "三審"},
		{Phrase("id", "page-of", "page", "2", "pages", "5"), "Halaman 2 dari 5"},
		{Phrase("en-GB", "draft-mark"), "DRAFT FOR REVIEW"},
		{Phrase("de", "editor"), "Editor"},
		{Phrase("en", "no-such-phrase"), "no-such-phrase"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestClosest(t *testing.T) {
	for tag, want := range map[string]string{
		"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh_CN.UTF-8": "zh-Hans", "zh-Hans-HK": "zh-Hans", "zh_SG": "zh-Hans",
		"zh-TW": "zh-Hant", "zh_HK.Big5": "zh-Hant", "zh-Hant": "zh-Hant", "zh-hant-cn": "zh-Hant", "zh-MO": "zh-Hant",
		"id_ID@latin": "id", "in": "id", "en_US.UTF-8": "en", "EN": "en", "C": "", "POSIX": "", "": "", "fr_FR": "", "ms": "",
	} {
		if got := Closest(tag); got != want {
			t.Errorf("%q gives %q, want %q", tag, got, want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	for _, c := range []struct {
		vars map[string]string
		want string
		ok   bool
	}{
		{map[string]string{"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh-Hant", true},
		{map[string]string{"LC_MESSAGES": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "id", true},
		{map[string]string{"LANG": "zh_CN"}, "zh-Hans", true},
		{map[string]string{"LANG": "C.UTF-8"}, "en", true},
		{nil, "", false},
	} {
		lang, ok := environment(func(name string) string { return c.vars[name] })
		if lang != c.want || ok != c.ok {
			t.Errorf("%v gives %q, %v", c.vars, lang, ok)
		}
	}
}

func TestSamples(t *testing.T) {
	for _, pattern := range []string{"samples/*.md", "samples/pictures/*.*"} {
		names, err := fs.Glob(Samples, pattern)
		if err != nil || len(names) < 7 {
			t.Errorf("%s: %v %v", pattern, names, err)
		}
	}
}

// BenchmarkCatalogue reads all messages of a language: what the first one costs.
func BenchmarkCatalogue(b *testing.B) {
	for b.Loop() {
		load("messages/*.zh-Hans.yaml")
	}
}

// BenchmarkPhrases reads the phrases of a language: every build pays it.
func BenchmarkPhrases(b *testing.B) {
	for b.Loop() {
		load("phrases/*.zh-Hans.yaml")
	}
}
