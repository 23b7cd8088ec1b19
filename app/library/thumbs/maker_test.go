package thumbs

import (
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"safety365/bulletins/kinds"
)

func starter(t testing.TB, lang string) Source {
	t.Helper()
	text, err := kinds.Starter(kinds.Names()[0], lang)
	if err != nil {
		t.Fatal(err)
	}
	return Source{Text: text}
}

// ask waits for a picture.
func ask(m *Maker, s Source, box image.Point) (img *image.RGBA, err error) {
	done := make(chan struct{})
	m.Ask(s, box, func(i *image.RGBA, e error) { img, err = i, e; close(done) })
	<-done
	return img, err
}

// ink counts the pixels that are not paper.
func ink(img *image.RGBA) (n int) {
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] < 200 {
			n++
		}
	}
	return n
}

func TestPictures(t *testing.T) {
	m := New(DefaultBytes)
	defer m.Close()
	dir := t.TempDir()
	file := func(name, text string) Source {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return Source{Path: path, Size: int64(len(text))}
	}
	box := image.Pt(200, 200)
	for name, s := range map[string]Source{
		"starter":       starter(t, "zh-Hans"),
		"other theme":   {Text: starter(t, "en").Text, Theme: "plain"},
		"unknown theme": {Text: starter(t, "id").Text, Theme: "nonsense"},
		"file":          file("a.md", "# 题目\n\n正文。\n"),
		"missing image": file("b.md", "# 题目\n\n![图](none.png)\n"),
		"long":          file("c.md", strings.Repeat("很长的正文。\n\n", 20_000)),
		"one long line": file("d.md", strings.Repeat("很长的正文。", 20_000)),
	} {
		img, err := ask(m, s, box)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if size := img.Rect.Size(); size.Y < 199 || size.Y > 200 || size.X < 140 || size.X > 143 { // A4
			t.Errorf("%s: %v", name, size)
		}
		if ink(img) == 0 {
			t.Errorf("%s: nothing on it", name)
		}
		if again, ok := m.Get(s, box); !ok || again != img {
			t.Errorf("%s is not kept", name)
		}
	}
	for name, s := range map[string]Source{
		"gone":   {Path: filepath.Join(dir, "none.md")},
		"folder": {Path: dir},
		"binary": file("e.md", "a\x00b"),
	} {
		if img, err := ask(m, s, box); img != nil || err == nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, ok := m.Get(s, box); !ok {
			t.Errorf("%s would be tried again and again", name)
		}
	}
	if _, err := ask(m, Source{Path: filepath.Join(dir, "none.md")}, box); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestOrder: what was asked for last comes first, and what was cancelled not at all.
func TestOrder(t *testing.T) {
	m := New(DefaultBytes)
	defer m.Close()
	turn <- struct{}{} // another Maker works
	var mu sync.Mutex
	var order []string
	var wait sync.WaitGroup
	wait.Add(3)
	var cancels []func()
	for i := range 5 {
		s := Source{Text: fmt.Sprintf("# %d\n", i)}
		cancels = append(cancels, m.Ask(s, image.Pt(20, 20), func(*image.RGBA, error) {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, s.Text[2:3])
			wait.Done()
		}))
		if i == 0 { // it is taken at once
			for m.waiting() > 0 {
				time.Sleep(time.Millisecond)
			}
		}
	}
	cancels[0]()
	cancels[2]()
	<-turn
	wait.Wait()
	mu.Lock()
	defer mu.Unlock()
	if got := strings.Join(order, ""); got != "431" {
		t.Errorf("made in the order %s", got)
	}
}

func (m *Maker) waiting() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.asked)
}

func TestLimit(t *testing.T) {
	m := New(100 << 10)
	defer m.Close()
	first := Source{Text: "# 0\n"}
	box := image.Pt(100, 100) // 28 KB each
	for i := range 10 {
		if _, err := ask(m, Source{Text: fmt.Sprintf("# %d\n", i)}, box); err != nil {
			t.Fatal(err)
		}
	}
	if m.bytes > m.limit || m.recent.Len() != 3 || len(m.kept) != 3 {
		t.Errorf("%d bytes, %d pictures", m.bytes, m.recent.Len())
	}
	if _, ok := m.Get(first, box); ok {
		t.Error("the oldest was kept")
	}
}

func TestClose(t *testing.T) {
	m := New(DefaultBytes)
	turn <- struct{}{}
	m.Ask(Source{Text: "# x\n"}, image.Pt(20, 20), func(*image.RGBA, error) { t.Error("made after Close") })
	m.Close()
	<-turn
	m.Ask(Source{Text: "# y\n"}, image.Pt(20, 20), func(*image.RGBA, error) { t.Error("made after Close") })
	for {
		m.mu.Lock()
		working := m.working
		m.mu.Unlock()
		if !working {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

func BenchmarkPicture(b *testing.B) {
	long := starter(b, "zh-Hans")
	long.Text += strings.Repeat("一、查隐患\n\n各单位要把没有出事和没有隐患分清楚。\n\n", 2000)
	for name, s := range map[string]Source{"starter": starter(b, "zh-Hans"), "long": long} {
		for _, width := range []int{84, 360} {
			b.Run(fmt.Sprintf("%s %d", name, width), func(b *testing.B) {
				m := New(DefaultBytes)
				for b.Loop() {
					if _, err := s.draw(b.Context(), m.renderer, image.Pt(width, width*2)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
