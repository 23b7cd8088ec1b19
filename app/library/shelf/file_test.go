package shelf

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/assets"
)

func TestCleanName(t *testing.T) {
	for in, want := range map[string]string{
		"会议新闻":                  "会议新闻",
		" 会议 \t 新闻\n":           "会议 新闻",
		`a/b\c:d*e?f"g<h>i|j`:   "a／b＼c：d＊e？f＂g〈h〉i｜j",
		"..":                    "",
		"...name...":            "name",
		"name. . .":             "name. .",
		"con":                   "_con",
		"CON.notes":             "_CON.notes",
		"lpt1":                  "_lpt1",
		"lpt12":                 "lpt12",
		"a\x00\x1b\u200bb":      "ab",
		"\xff\xfe":              "",
		strings.Repeat("安", 99): strings.Repeat("安", 60),
	} {
		if in == "name. . ." {
			want = "name"
		}
		if got := CleanName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzCleanName(f *testing.F) {
	for _, s := range []string{"", "a:b", "con", " . ", "安全\u2028生产", "\x00.md", strings.Repeat("…", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name := CleanName(s)
		if !utf8.ValidString(name) || len(name) > maxName+1 || strings.ContainsAny(name, "/\\:*?\"<>|\n\x00") ||
			strings.HasSuffix(name, " ") || strings.HasSuffix(name, ".") || strings.HasPrefix(name, ".") || strings.HasPrefix(name, " ") {
			t.Errorf("%q: %q", s, name)
		}
		if again := CleanName(name); again != name {
			t.Errorf("%q: %q, cleaned again %q", s, name, again)
		}
	})
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"会议新闻.md", "会议新闻 2.md", "会议新闻 3.md"} {
		path, err := Create(dir, "会议新闻", want)
		if err != nil || filepath.Base(path) != want || read(t, path) != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	if _, err := Create(dir, " . ", "x"); err != ErrName {
		t.Errorf("a name of nothing: %v", err)
	}
	if _, err := Create(filepath.Join(dir, "none"), "x", "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

func TestRename(t *testing.T) {
	for _, c := range []struct {
		name, want string // "" stays where it is
		err        error
	}{
		{"新名", "新名.md", nil},
		{"新名.md", "新名.md", nil},
		{"新名.MD", "新名.md", nil},
		{"第3.5版", "第3.5版.md", nil},
		{"甲/乙", "甲／乙.md", nil},
		{"旧名", "旧名.md", nil},
		{"taken", "", fs.ErrExist},
		{"  ", "", ErrName},
		{"..", "", ErrName},
	} {
		dir := t.TempDir()
		path := put(t, dir, "旧名.md", "文")
		other := put(t, dir, "taken.md", "别人的")
		got, err := Rename(path, c.name)
		if !errors.Is(err, c.err) {
			t.Errorf("%q: %v, want %v", c.name, err, c.err)
			continue
		}
		if read(t, other) != "别人的" {
			t.Errorf("%q: another file was written over", c.name)
		}
		if c.want == "" {
			if read(t, path) != "文" {
				t.Errorf("%q: the document is damaged", c.name)
			}
			continue
		}
		if filepath.Base(got) != c.want || read(t, got) != "文" {
			t.Errorf("%q: %s, want %s", c.name, got, c.want)
		}
		if files, _ := os.ReadDir(dir); len(files) != 2 {
			t.Errorf("%q: %d files in the folder", c.name, len(files))
		}
	}
	if _, err := Rename(filepath.Join(t.TempDir(), "gone.md"), "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a document that is gone: %v", err)
	}
}

func TestDuplicate(t *testing.T) {
	dir := t.TempDir()
	path := put(t, dir, "简报.md", "\ufeff一\r\n二")
	for _, want := range []string{"简报 - 副本.md", "简报 - 副本 2.md"} {
		got, err := Duplicate(path, " - 副本")
		if err != nil || filepath.Base(got) != want || read(t, got) != "\ufeff一\r\n二" {
			t.Errorf("%s: %v", got, err)
		}
	}
	if _, err := Duplicate(dir, "x"); err == nil {
		t.Error("a folder was copied")
	}
}

func TestNewFrom(t *testing.T) {
	path := put(t, t.TempDir(), "简报.md", "\ufeff一\r\n二")
	got, err := NewFrom(path, func(text, name string) string { return text + name })
	if err != nil || filepath.Base(got) != "简报 2.md" || read(t, got) != "一\n二简报.md" {
		t.Errorf("%s: %v", got, err)
	}
	if _, err := NewFrom(put(t, t.TempDir(), "x.md", "a\x00"), func(text, _ string) string { return text }); !errors.Is(err, ErrBinary) {
		t.Errorf("not a text: %v", err)
	}
}

func TestReferrers(t *testing.T) {
	dir := t.TempDir()
	path := put(t, dir, "a b.md", "[自己](a b.md)")
	paths := []string{
		path,
		put(t, dir, "1.md", "见[上期](<a b.md>)。"),
		put(t, dir, "2.md", "见[上期](./a%20b.md#p2)。"),
		put(t, dir, "3.md", "[1]: a%20b.md"),
		put(t, dir, "4.md", "文中说到 a b.md 这个文件"),
		put(t, dir, "5.md", "见[别的](aa b.md)和[图](a b.md.png)"),
	}
	got, err := Referrers(t.Context(), path, paths)
	if want := paths[1:4]; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v %v, want %v", got, err, want)
	}
}

func TestSamples(t *testing.T) {
	for _, lang := range assets.Languages {
		list := Samples(lang)
		if len(list) == 0 || list[0].Lang != lang {
			t.Fatalf("%s: the first sample is in another language", lang)
		}
		for _, s := range list {
			if s.Title == "" || s.Kind == "" {
				t.Errorf("%s has no title or kind", s.File)
			}
		}
	}
}

func TestCopySample(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "范文")
	var s Sample
	for _, each := range Samples("zh-Hans") {
		if strings.Contains(each.Text, "pictures/meeting.png") {
			s = each
		}
	}
	first, err := CopySample(s, dir)
	if err != nil || read(t, first) != s.Text {
		t.Fatalf("%s: %v", first, err)
	}
	if again, err := CopySample(s, dir); err != nil || again != first {
		t.Errorf("an untouched copy serves again: %s, %v", again, err)
	}
	// What the user changed stays, the picture as well.
	put(t, dir, filepath.Base(first), "我的")
	put(t, filepath.Join(dir, "pictures"), "meeting.png", "我的图")
	second, err := CopySample(s, dir)
	if err != nil || second == first || read(t, first) != "我的" || read(t, filepath.Join(dir, "pictures", "meeting.png")) != "我的图" {
		t.Errorf("%s: %v", second, err)
	}
	if !strings.Contains(read(t, second), "pictures/meeting-2.png") {
		t.Error("the copy refers to the user's picture")
	}
	if _, err := os.Stat(filepath.Join(dir, "pictures", "meeting-2.png")); err != nil {
		t.Error(err)
	}
}
