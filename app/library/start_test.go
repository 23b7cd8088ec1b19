package library

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"safety365/app/look"
	"safety365/assets"
)

// recentsOf are a few documents and folders, the last of which are gone.
func recentsOf(t testing.TB) []Recent {
	dir := t.TempDir()
	file := filepath.Join(dir, "会议新闻.md")
	if err := os.WriteFile(file, []byte("# 会议\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	return []Recent{
		{Path: file, Title: "把隐患清在开工前 把责任落到班组里", Opened: now},
		{Path: dir, Folder: true, Opened: now},
		{Path: filepath.Join(dir, "gone", "三月简报.md"), Title: "三月安全简报（网络驱动器上的）", Opened: now.AddDate(0, 0, -3)},
		{Path: filepath.Join(dir, "gone"), Title: "2025年简报", Folder: true, Opened: now.AddDate(-1, 0, 0)},
	}
}

func TestStartShots(t *testing.T) {
	if os.Getenv("SAFETY365_SHOTS") == "" {
		t.Skip("nobody looks")
	}
	sizes := []fyne.Size{{Width: 900, Height: 600}, {Width: 1366, Height: 768}, {Width: 1920, Height: 1080}}
	for _, lang := range assets.Languages {
		for _, shade := range []look.Shade{look.Light, look.Dark} {
			for _, size := range sizes {
				for _, recents := range [][]Recent{nil, recentsOf(t)} {
					if size.Width > 1000 && (lang == "en" || lang == "zh-Hant") || recents == nil && lang != "zh-Hans" {
						continue
					}
					w := open(t, lang, shade, size)
					s := NewStart(StartOptions{
						Window: w, Icon: theme.DocumentIcon(), Version: "0.3.0",
						New: func() {}, OpenFolder: func() {}, OpenFile: func() {}, Paste: func(string) {}, Guide: func() {},
						Recent: func() []Recent { return recents },
					})
					fill(w, s, size)
					until(t, "samples", func() bool { return len(s.tiles) > 0 })
					shoot(t, w, "start-%s-%s-%.0f-%d", lang, shade, size.Width, len(recents))
					s.Close()
				}
			}
		}
	}
}

func TestStart(t *testing.T) {
	w := open(t, "zh-Hans", look.Light, fyne.NewSize(1000, 700))
	recents := recentsOf(t)
	var did []string
	note := func(what string) func() { return func() { did = append(did, what) } }
	dir := t.TempDir()
	s := NewStart(StartOptions{
		Window: w, New: note("new"), OpenFolder: note("folder"), OpenFile: note("file"), Guide: note("guide"),
		Paste:     func(text string) { did = append(did, "paste "+text) },
		Open:      func(path string) { did = append(did, "open "+filepath.Base(path)) },
		OpenDir:   func(path string) { did = append(did, "dir "+filepath.Base(path)) },
		SampleDir: func(then func(string)) { then(dir) },
		Recent:    func() []Recent { return recents },
		Forget: func(path string) {
			recents = slices.DeleteFunc(recents, func(r Recent) bool { return r.Path == path })
		},
		Language: func(lang string) { did = append(did, lang) },
	})
	defer s.Close()
	fill(w, s, fyne.NewSize(1000, 700))
	until(t, "samples", func() bool { return len(s.tiles) > 0 })
	until(t, "the missing are known", func() bool { return s.rows[2].missing && s.rows[3].missing })
	if s.rows[0].missing || s.rows[1].missing {
		t.Error("what is there is taken for missing")
	}
	expect := func(what string) {
		t.Helper()
		until(t, what, func() bool { return len(did) > 0 })
		if did[0] != what {
			t.Errorf("did %q, want %q", did, what)
		}
		did = nil
	}
	tap := func(words string) {
		t.Helper()
		b := button(t, s, words)
		test.Tap(b)
	}
	tap("新建文稿")
	expect("new")
	tap("打开文件夹…")
	expect("folder")
	tap("打开文件…")
	expect("file")
	tap("使用指南")
	expect("guide")
	tap("Bahasa Indonesia")
	expect("id")
	tap("简体中文")
	if len(did) > 0 {
		t.Error("the language that it has was chosen")
	}
	test.TapAt(s.rows[0], fyne.NewPos(40, 10))
	expect("open 会议新闻.md")
	test.TapAt(s.rows[1], fyne.NewPos(40, 10))
	expect("dir " + filepath.Base(recents[1].Path))
	test.TapAt(s.rows[2], fyne.NewPos(s.rows[2].Size().Width-10, 10))
	if len(s.rows) != 3 {
		t.Errorf("%d rows after one was removed", len(s.rows))
	}
	test.Tap(s.tiles[0])
	until(t, "the sample is open", func() bool { return len(did) > 0 })
	if _, err := os.Stat(filepath.Join(dir, did[0][len("open "):])); err != nil {
		t.Error(err)
	}
	did = nil
	fyne.CurrentApp().Clipboard().SetContent("一段文字")
	tap("粘贴文字新建…")
	test.Tap(overlayButton(t, w, "下一步"))
	expect("paste 一段文字")
}
