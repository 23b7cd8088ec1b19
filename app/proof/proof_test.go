package proof

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/specimen"
)

// desk takes what a Proof delivers.
type desk struct {
	mu   sync.Mutex
	got  []*Sheets
	came chan struct{}
}

func newDesk() *desk { return &desk{came: make(chan struct{}, 1000)} }

func (d *desk) deliver(s *Sheets) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.got = append(d.got, s)
	d.came <- struct{}{}
}

func (d *desk) list() []*Sheets {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]*Sheets(nil), d.got...)
}

// until waits for a generation.
func (d *desk) until(t *testing.T, generation uint64) *Sheets {
	t.Helper()
	late := time.After(time.Minute)
	for {
		for _, s := range d.list() {
			if s.Generation == generation {
				return s
			}
		}
		select {
		case <-d.came:
		case <-late:
			t.Fatalf("generation %d never came", generation)
		}
	}
}

// TestTyping: while somebody types fast pages keep coming, in order, and the last state
// is never lost.
func TestTyping(t *testing.T) {
	d := newDesk()
	p := New("", Options{Deliver: d.deliver})
	defer p.Close()
	text := specimen.Bulletin(5)
	var parser bulletins.Parser
	const keys = 60
	for n := range keys {
		p.Submit(parser.Parse("a.md", specimen.Typed(text, n), kinds.Schema()), uint64(n+1))
		time.Sleep(2 * time.Millisecond)
	}
	last := d.until(t, keys)
	if want := specimen.Typed(text, keys-1); last.Document.Text != want {
		t.Error("the last pages are not those of the last text")
	}
	time.Sleep(20 * time.Millisecond)
	before := uint64(0)
	for _, s := range d.list() {
		if s.Generation <= before {
			t.Errorf("generation %d after %d", s.Generation, before)
		}
		before = s.Generation
	}
	t.Logf("%d of %d states were shown", len(d.list()), keys)
}

// TestNeverStarving: documents that take longer to set than the time between two keys.
// Each is wholly new, so nothing that was kept helps.
func TestNeverStarving(t *testing.T) {
	d := newDesk()
	p := New("", Options{Deliver: d.deliver})
	defer p.Close()
	base := specimen.Bulletin(60)
	stop := time.Now().Add(2 * time.Minute) // a state takes its time beside other tests
	n := uint64(0)
	for len(d.list()) < 2 && time.Now().Before(stop) {
		n++
		text := strings.ReplaceAll(base, "段：", fmt.Sprintf("段（%d）：", n))
		p.Submit(bulletins.Parse("a.md", text, kinds.Schema()), n)
		time.Sleep(15 * time.Millisecond)
	}
	during := len(d.list())
	d.until(t, n)
	if during < 2 {
		t.Errorf("%d states were shown while %d were typed", during, n)
	}
	t.Logf("%d of %d", during, n)
}

// TestOlder: a state that comes late is not shown over a newer one.
func TestOlder(t *testing.T) {
	d := newDesk()
	p := New("", Options{Deliver: d.deliver})
	defer p.Close()
	p.Submit(bulletins.Parse("a.md", "新", kinds.Schema()), 9)
	p.Submit(bulletins.Parse("a.md", "旧", kinds.Schema()), 3)
	if s := d.until(t, 9); s.Document.Text != "新" {
		t.Error(s.Document.Text)
	}
	time.Sleep(30 * time.Millisecond)
	for _, s := range d.list() {
		if s.Generation == 3 {
			t.Error("the older one was shown")
		}
	}
}

func TestClose(t *testing.T) {
	d := newDesk()
	p := New(t.TempDir(), Options{Deliver: d.deliver})
	p.Submit(bulletins.Parse("a.md", specimen.Bulletin(30), kinds.Schema()), 1)
	p.Close()
	p.Close()
	p.Submit(bulletins.Parse("a.md", "字", kinds.Schema()), 2)
	p.Refresh()
	time.Sleep(50 * time.Millisecond)
	if n := len(d.list()); n > 0 {
		t.Errorf("%d states were shown after Close", n)
	}
}

// TestPanic: what fails once does not stop the pages for ever.
func TestPanic(t *testing.T) {
	d := newDesk()
	var faults []string
	var mu sync.Mutex
	p := New("", Options{Deliver: d.deliver, Guard: func(f func()) {
		defer func() {
			if r := recover(); r != nil {
				mu.Lock()
				faults = append(faults, fmt.Sprint(r))
				mu.Unlock()
			}
		}()
		f()
	}})
	defer p.Close()
	p.Submit(&bulletins.Document{Text: "坏"}, 1) // no front matter at all
	p.Submit(bulletins.Parse("a.md", "好", kinds.Schema()), 2)
	d.until(t, 2)
	p.Submit(&bulletins.Document{Text: "坏"}, 3)
	time.Sleep(20 * time.Millisecond)
	p.Submit(bulletins.Parse("a.md", "好", kinds.Schema()), 4)
	d.until(t, 4)
	mu.Lock()
	defer mu.Unlock()
	if len(faults) == 0 {
		t.Error("nobody was told")
	}
}

const ownTheme = `name: own
extends: bulletin
page: {size: %s}
`

// TestRefresh: a picture and a theme that change on disk.
func TestRefresh(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("own.yaml", fmt.Sprintf(ownTheme, "A5"))
	d := newDesk()
	p := New(dir, Options{Deliver: d.deliver})
	defer p.Close()
	doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 题\ntheme: own\n---\n\n![图](a.png)\n", kinds.Schema())
	p.Submit(doc, 1)
	first := d.until(t, 1)
	if !told(first, "image-missing") {
		t.Errorf("nothing about the picture: %v", first.Diagnostics)
	}
	if w := first.Pages.Page(0).Trim.W.Points(); w > 430 {
		t.Errorf("the page is %v wide, not A5", w)
	}
	picture, err := os.ReadFile(firstPicture(t))
	if err != nil {
		t.Fatal(err)
	}
	write("a.png", string(picture))
	write("own.yaml", fmt.Sprintf(ownTheme, "A4 landscape"))
	p.Refresh()
	<-d.came
	for range 100 {
		if len(d.list()) > 1 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	all := d.list()
	last := all[len(all)-1]
	if told(last, "image-missing") {
		t.Error("the picture is still missing")
	}
	if w := last.Pages.Page(0).Trim.W.Points(); w < 800 {
		t.Errorf("the page is %v wide, not A4 landscape", w)
	}
}

func firstPicture(t *testing.T) string {
	files, _ := filepath.Glob(samples + "/pictures/*")
	if len(files) == 0 {
		t.Fatal("no pictures")
	}
	return files[0]
}

func told(s *Sheets, code string) bool {
	for _, d := range s.Diagnostics {
		if d.Code == code {
			return true
		}
	}
	return false
}

// TestKeeping: a key leaves the theme and all other pages as they are.
func TestKeeping(t *testing.T) {
	s := newSetter("", press.Settings{}, plainly)
	var parser bulletins.Parser
	text := specimen.Bulletin(10)
	make := func(n int) *Sheets {
		return s.make(context.Background(), &job{doc: parser.Parse("a.md", specimen.Typed(text, n), kinds.Schema())})
	}
	a := make(1)
	for i := range a.Pages.Len() {
		a.Pages.Page(i)
	}
	b := make(2)
	if a.Theme != b.Theme {
		t.Error("the theme was loaded again")
	}
	same := 0
	for i := range min(a.Pages.Len(), b.Pages.Len()) {
		if a.Pages.Page(i) == b.Pages.Page(i) {
			same++
		}
	}
	if same < a.Pages.Len()-4 {
		t.Errorf("only %d of %d pages are the same", same, a.Pages.Len())
	}
}

// TestDiagnostics: everything is there, in order, at its place.
func TestDiagnostics(t *testing.T) {
	const text = `---
lang: zh-Hans
title: 题
settings:
  styles: {body: {size: 一大堆}}
---

第一段有缺字󰀀在此。[^n]

![](none.png)

::: nosuch
内容
:::

[^n]: 注释里也有󰀀缺字。
`
	s := sheetsOf(t, "", text)
	before := -1
	codes := map[string]string{}
	for _, d := range s.Diagnostics {
		if d.Range.Start < before || d.Range.Start < 0 || d.Range.End > len(text) || d.Range.End < d.Range.Start {
			t.Errorf("%s at %v, after %d", d.Code, d.Range, before)
		}
		before = d.Range.Start
		codes[d.Code] += "[" + text[d.Range.Start:d.Range.End] + "]"
	}
	if codes["missing-glyph"] != "[󰀀][󰀀]" {
		t.Errorf("missing glyphs: %v", codes)
	}
	if codes["image-missing"] == "" {
		t.Errorf("no missing picture: %v", codes)
	}
	if len(codes) < 4 {
		t.Errorf("only %v", codes)
	}
}
