package shelf

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// put writes a file of a test's folder and returns its path.
func put(t testing.TB, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// age makes a file look that many hours old.
func age(t testing.TB, path string, hours int) {
	t.Helper()
	at := time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC).Add(-time.Duration(hours) * time.Hour)
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

// watched opens a shelf whose Changed can be waited for.
func watched(t testing.TB, dir string, o Options) (*Shelf, chan struct{}) {
	t.Helper()
	changed := make(chan struct{}, 1)
	o.Changed = func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	s := Open(dir, o)
	t.Cleanup(s.Close)
	return s, changed
}

// settle waits until a shelf has nothing left to do.
func settle(t testing.TB, s *Shelf, changed chan struct{}) {
	t.Helper()
	limit := time.After(time.Minute)
	for {
		if !s.Status().Busy() {
			return
		}
		select {
		case <-changed:
		case <-time.After(20 * time.Millisecond): // the last change may be told before it is done
		case <-limit:
			t.Fatalf("not done: %+v", s.Status())
		}
	}
}

func titles(list []*Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, e.Label())
	}
	return strings.Join(out, " ")
}

func TestEntries(t *testing.T) {
	dir := t.TempDir()
	const front = "---\nlang: zh-Hans\ntitle: %s\npublished: 2026-03-0%d\n---\n\n正文。\n"
	put(t, dir, "draft.md", fmt.Sprintf(front, "草稿", 1))
	put(t, dir, "reviewed.md", "---\nlang: zh-Hans\ntitle: 审过\nreview: {first: 甲, second: 乙, final: 丙}\n---\n\n正文。\n")
	put(t, dir, "half.md", "---\nlang: zh-Hans\ntitle: 审了一半\nreview: {first: 甲, second: \"\", final: []}\n---\n\n正文。\n")
	put(t, dir, "faulty.md", "---\nlang: zh-Hans\ntitle: 有错\npublished: 昨天\n---\n\n::: nonsense\n\n正文。\n")
	old := put(t, dir, "final.md", "---\nlang: zh-Hans\nnumber: 安〔2026〕3号\ntitle: 定稿：一\n---\n\n正文。\n")
	age(t, old, 5)
	put(t, dir, "安〔2026〕3号 定稿：一.pdf", "%PDF")
	put(t, dir, "HEADING.MD", "# From a heading\n\nText in English, long enough to be guessed as such.\n")
	put(t, dir, "无题.md", "没有题目的文字。\n")
	put(t, dir, "binary.md", "abc\x00def")
	put(t, dir, "latin1.md", "caf\xe9 au lait")
	put(t, dir, "empty.md", "")
	put(t, dir, ".hidden.md", "x")
	put(t, dir, "notes.txt", "x")
	if err := os.Mkdir(filepath.Join(dir, "folder.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	s, changed := watched(t, dir, Options{Lang: "zh-Hans"})
	settle(t, s, changed)
	want := map[string]struct {
		label, kind, lang string
		state             State
	}{
		"draft":    {"草稿", "bulletin", "zh-Hans", Draft},
		"reviewed": {"审过", "bulletin", "zh-Hans", Reviewed},
		"half":     {"审了一半", "bulletin", "zh-Hans", Draft},
		"faulty":   {"有错", "bulletin", "zh-Hans", Faulty},
		"final":    {"定稿：一", "bulletin", "zh-Hans", Exported},
		"HEADING":  {"From a heading", "bulletin", "en", Draft},
		"无题":       {"无题", "bulletin", "zh-Hans", Draft},
		"binary":   {"binary", "", "", Broken},
		"latin1":   {"latin1", "", "", Broken},
		"empty":    {"empty", "bulletin", "", Draft},
	}
	list := s.View(View{Order: ByName})
	for _, e := range list {
		w, ok := want[e.Name]
		if w.lang == "" {
			w.lang = e.Lang // guessed of nothing
		}
		if !ok || e.Label() != w.label || e.Kind != w.kind || e.Lang != w.lang || e.State != w.state {
			t.Errorf("%s: %q %s %s state %d, want %+v", e.Name, e.Label(), e.Kind, e.Lang, e.State, w)
		}
	}
	if len(list) != len(want) {
		t.Errorf("%d documents, want %d", len(list), len(want))
	}
	if half := s.Get(filepath.Join(dir, "half.md")); half.Reviews != 1 {
		t.Errorf("reviews %d, want 1", half.Reviews)
	}
	// Writing on makes the final one a draft again.
	put(t, dir, "final.md", "---\ntitle: 定稿：一\n---\n\n改了。\n")
	age(t, old, -5000)
	s.Rescan(old)
	settle(t, s, changed)
	if e := s.Get(old); e.State != Draft {
		t.Errorf("after a change the state is %d", e.State)
	}
}

func TestOrders(t *testing.T) {
	dir := t.TempDir()
	for i, row := range []struct{ name, title, date string }{
		{"通报 10", "张三", "2026-01-05"},
		{"通报 2", "李四", "2026-03-01"},
		{"安全", "王五", ""},
		{"beta", "阿一", "2025-12-31"},
	} {
		date := ""
		if row.date != "" {
			date = "published: " + row.date + "\n"
		}
		age(t, put(t, dir, row.name+".md", "---\nlang: zh-Hans\ntitle: "+row.title+"\n"+date+"---\n\n文\n"), i)
	}
	s, changed := watched(t, dir, Options{Lang: "zh-Hans"})
	settle(t, s, changed)
	for _, c := range []struct {
		view View
		want string
	}{
		{View{Order: ByModified}, "张三 李四 王五 阿一"},
		{View{Order: ByModified, Reverse: true}, "阿一 王五 李四 张三"},
		{View{Order: ByName}, "阿一 王五 李四 张三"},  // beta, anquan, tongbao 2, tongbao 10
		{View{Order: ByTitle}, "阿一 李四 王五 张三"}, // a, li, wang, zhang
		{View{Order: ByDate}, "李四 张三 阿一 王五"},
		{View{Order: ByName, Words: "通报"}, "李四 张三"},
		{View{Order: ByName, Words: "ＢＥＴＡ"}, "阿一"},
		{View{Order: ByName, Words: "2026-03"}, "李四"},
		{View{Order: ByName, Words: "通报 王"}, ""},
	} {
		if got := titles(s.View(c.view)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.view, got, c.want)
		}
	}
}

// TestStrokes: in traditional Chinese names are sorted by strokes.
func TestStrokes(t *testing.T) {
	list := []*Entry{{Name: "龍"}, {Name: "安"}, {Name: "一"}}
	(&sorting{}).by(list, ByName, "zh-Hant")
	if got := titles(list); got != "一 安 龍" {
		t.Error(got)
	}
}

// TestFirstNames sees to it that a large folder shows before it is known: Changed is
// told when only part of the heads has been read, and what is preferred comes first.
func TestFirstNames(t *testing.T) {
	dir := t.TempDir()
	for i := range 3 * chunk {
		put(t, dir, fmt.Sprintf("%04d.md", i), fmt.Sprintf("---\ntitle: 第%d篇\n---\n\n文\n", i))
	}
	firstUnread, calls := -1, 0
	var s *Shelf
	ready := make(chan struct{})
	wanted := filepath.Join(dir, "0300.md")
	done := make(chan struct{}, 1)
	s = Open(dir, Options{Changed: func() {
		<-ready
		status := s.Status()
		if calls++; calls == 1 {
			firstUnread = status.Unread
			if n := len(s.View(View{})); n == 0 {
				t.Error("Changed was told of nothing")
			}
		}
		if !status.Busy() {
			select {
			case done <- struct{}{}:
			default:
			}
		}
	}})
	close(ready)
	defer s.Close()
	s.Prefer(wanted)
	<-done
	if firstUnread <= 0 {
		t.Errorf("%d heads were unread when the first names came", firstUnread)
	}
	if got := s.View(View{Words: "第300篇"}); len(got) != 1 || got[0].Path != wanted {
		t.Error("the details have not come")
	}
}

func TestChangesOutside(t *testing.T) {
	dir := t.TempDir()
	a := put(t, dir, "a.md", "# 甲\n")
	b := put(t, dir, "b.md", "# 乙\n")
	s, changed := watched(t, dir, Options{Lang: "zh-Hans"})
	settle(t, s, changed)
	check := func(what, want string) {
		t.Helper()
		settle(t, s, changed)
		if got := titles(s.View(View{Order: ByName})); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	check("at first", "甲 乙")
	put(t, dir, "b.md", "# 丙丙\n")
	s.Rescan(b)
	check("one changed", "甲 丙丙")
	os.Remove(a)
	s.Rescan(a)
	check("one gone", "丙丙")
	c := put(t, dir, "c.md", "# 丁\n")
	s.Rescan(c, filepath.Join(dir, "other.png"), filepath.Join(t.TempDir(), "x.md"))
	check("one came", "丙丙 丁")
	os.Remove(b)
	put(t, dir, "d.md", "# 戊\n")
	s.Rescan()
	check("whole folder", "丁 戊")
	os.RemoveAll(dir)
	s.Rescan()
	check("folder gone", "")
	if s.Status().Err == nil {
		t.Error("the folder is gone, and nothing says so")
	}
	os.Mkdir(dir, 0o755)
	put(t, dir, "e.md", "# 己\n")
	s.Rescan(dir)
	check("folder back", "己")
	if err := s.Status().Err; err != nil {
		t.Error(err)
	}
}

func TestNoFolder(t *testing.T) {
	s, changed := watched(t, filepath.Join(t.TempDir(), "none"), Options{})
	settle(t, s, changed)
	if s.Status().Err == nil || len(s.View(View{})) != 0 {
		t.Error("a folder that is not there has documents or no error")
	}
}

// TestLongHeads: the head of a long text says what the whole would.
func TestLongHeads(t *testing.T) {
	long := strings.Repeat("很长的正文。", 5000)
	for name, c := range map[string]struct {
		text string
		want head
	}{
		"unclosed by the cut": {"---\nlang: zh-Hans\ntitle: 长\n---\n\n::: callout\n\n" + long + "\n\n:::\n", head{title: "长"}},
		"one line":            {long, head{}},
		"long front matter":   {"---\nlang: zh-Hans\nabstract: " + long + "\ntitle: 前言长\n---\n\n文\n", head{title: "前言长"}},
		"note further on":     {"---\nlang: zh-Hans\ntitle: 注\n---\n\n文[^1]\n\n" + strings.Repeat(long+"\n\n", 2) + "[^1]: 注\n", head{title: "注"}},
	} {
		path := put(t, t.TempDir(), "x.md", c.text)
		got := readHead(path, int64(len(c.text)))
		if got.title != c.want.title || got.errors != 0 || got.trouble != nil || got.lang != "zh-Hans" {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := readHead("nowhere", 1<<40); got.trouble != ErrTooLarge {
		t.Errorf("too large: %v", got.trouble)
	}
}

// TestCache: coming back to a folder reads no head again.
func TestCache(t *testing.T) {
	dir := t.TempDir()
	path := put(t, dir, "a.md", "# 甲\n")
	cache := &Cache{}
	s, changed := watched(t, dir, Options{Cache: cache})
	settle(t, s, changed)
	s.Close()
	e := s.Get(path)
	cache.put(path, e.Modified, e.Size, head{title: "记得"})
	s, changed = watched(t, dir, Options{Cache: cache})
	settle(t, s, changed)
	if got := s.Get(path).Title; got != "记得" {
		t.Errorf("%q was read again", got)
	}
}

func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	text := "---\nlang: zh-Hans\nkind: bulletin\ntitle: 第%d期安全简报\npublished: 2026-03-06\nreview: {first: 甲, second: 乙, final: 丙}\n---\n\n" +
		strings.Repeat("一、查隐患\n\n各单位要把没有出事和没有隐患分清楚，把查过了和改好了分清楚。\n\n", 30)
	for i := range 10_000 {
		put(b, dir, fmt.Sprintf("简报 %d.md", i), fmt.Sprintf(text, i))
	}
	b.Run("names", func(b *testing.B) {
		for b.Loop() {
			first := make(chan struct{}, 1)
			s := Open(dir, Options{Changed: func() {
				select {
				case first <- struct{}{}:
				default:
				}
			}})
			<-first
			s.View(View{})
			s.Close()
			<-s.done
		}
	})
	b.Run("heads", func(b *testing.B) {
		for b.Loop() {
			s, changed := watched(b, dir, Options{})
			settle(b, s, changed)
			s.Close()
		}
	})
	s, changed := watched(b, dir, Options{})
	settle(b, s, changed)
	s.View(View{Order: ByTitle})
	b.Run("sort", func(b *testing.B) {
		for b.Loop() {
			if n := len(s.View(View{Order: ByTitle})); n != 10_000 {
				b.Fatal(n)
			}
		}
	})
	var paths []string
	for _, e := range s.View(View{}) {
		paths = append(paths, e.Path)
	}
	slices.Sort(paths)
	for name, q := range map[string]Query{"rare": {Words: "9999期"}, "everywhere": {Words: "隐患 清楚"}, "regexp": {Words: `第\d*99期`, Regexp: true}} {
		b.Run("search "+name, func(b *testing.B) {
			for b.Loop() {
				hits := 0
				Search(b.Context(), paths, q, func(Hit) { hits++ })
				if hits == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}
