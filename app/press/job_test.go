package press

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// memory is a Sink that keeps what is written.
type memory struct{ bytes.Buffer }

func (m *memory) sink(write func(io.Writer) error) error { return write(m) }

// picture writes a picture; a damaged one ends too soon.
func picture(t *testing.T, path string, damaged bool) {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7 % 251)
	}
	img.Set(1, 1, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	if damaged {
		data = data[:len(data)/2]
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestPDF(t *testing.T) {
	dir := t.TempDir()
	picture(t, filepath.Join(dir, "good.png"), false)
	picture(t, filepath.Join(dir, "bad.png"), true)
	const head = "---\nlang: zh-Hans\ntitle: 安全\n---\n\n正文。\n\n"
	for _, c := range []struct {
		name, text string
		draft      bool
		err        error
		code       string // of an error among the findings
	}{
		{"fine", head + "![图](good.png)\n", false, nil, ""},
		{"missing", head + "![图](none.png)\n", false, ErrContent, "image-missing"},
		{"missing, draft", head + "![图](none.png)\n", true, nil, "image-missing"},
		{"damaged", head + "![图](bad.png)\n", false, ErrContent, "image-damaged"},
		{"damaged, draft", head + "![图](bad.png)\n", true, nil, "image-damaged"},
		{"empty", "", false, ErrContent, "document-empty"},
		{"not text", "\x00\x01\x02PK\x03\x04", false, ErrContent, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			job := &Job{Path: filepath.Join(dir, "a.md"), Text: c.text, Settings: Settings{Draft: c.draft}}
			defer job.Close()
			var out memory
			pages, err := job.PDF(context.Background(), out.sink)
			if !errors.Is(err, c.err) || c.err == nil && (err != nil || pages != 1) {
				t.Fatalf("%d pages: %v", pages, err)
			}
			if made := bytes.HasPrefix(out.Bytes(), []byte("%PDF-")); made != (c.err == nil) || !made && out.Len() > 0 {
				t.Errorf("%d bytes were written", out.Len())
			}
			found := false
			for _, f := range job.Findings {
				found = found || f.Code == c.code
				if f.Code == c.code && strings.HasPrefix(c.code, "image") && !strings.Contains(c.text[max(0, f.Range.Start-4):], ".png") {
					t.Errorf("%s is at %d", f.Code, f.Range.Start)
				}
			}
			if c.code != "" && !found {
				t.Errorf("no %s in %v", c.code, job.Findings)
			}
		})
	}
}

func TestPNG(t *testing.T) {
	long := "---\nlang: en\ntitle: Long\n---\n\n" + strings.Repeat("A paragraph of a text that goes on over some pages.\n\n", 120)
	for _, c := range []struct {
		name, text string
		pages      int
	}{{"one", "# 安全\n\n正文。\n", 1}, {"several", long, 4}} {
		t.Run(c.name, func(t *testing.T) {
			var outs []*memory
			var told []int
			job := &Job{Path: "a.md", Dir: t.TempDir(), Text: c.text, Progress: func(done, all int) { told = append(told, done*100+all) }}
			defer job.Close()
			pages, err := job.PNG(context.Background(), 36, func(number, all int) Sink {
				outs = append(outs, &memory{})
				if number != len(outs) || all < c.pages {
					t.Errorf("page %d of %d", number, all)
				}
				return outs[len(outs)-1].sink
			})
			if err != nil || pages < c.pages || pages != len(outs) {
				t.Fatalf("%d pages, %d files: %v", pages, len(outs), err)
			}
			for _, o := range outs {
				img, err := png.Decode(o)
				if err != nil || img.Bounds().Dx() != 298 {
					t.Errorf("%v %v", img.Bounds(), err)
				}
			}
			if last := told[len(told)-1]; last != pages*101 {
				t.Errorf("it was told %v", told)
			}
		})
	}
}

// TestCancelled: nothing is written once the context has ended.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	job := &Job{Path: "a.md", Dir: t.TempDir(), Text: "# 安全\n\n" + strings.Repeat("正文。\n\n", 2000), Progress: func(int, int) { cancel() }}
	defer job.Close()
	var out memory
	if _, err := job.PDF(ctx, out.sink); !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
}

// TestFault: a fault of the program's is an error.
func TestFault(t *testing.T) {
	job := &Job{Path: "a.md", Dir: t.TempDir(), Text: "# 安全\n"}
	defer job.Close()
	var inside *InternalError
	if err := job.Each(context.Background(), func(*page.Page) error { panic("a fault") }); !errors.As(err, &inside) || len(inside.Stack) == 0 {
		t.Error(err)
	}
}

func TestOutputs(t *testing.T) {
	dir := t.TempDir()
	long := "---\nlang: en\ntitle: Long\n---\n\n" + strings.Repeat("A paragraph of a text that goes on over some pages.\n\n", 60)
	make := func(id, text string, replace bool) Made {
		t.Helper()
		o, ok := Lookup(id)
		if !ok {
			t.Fatal(id)
		}
		job := &Job{Path: filepath.Join(dir, "a.md"), Text: text, Settings: Settings{Draft: o.Draft}}
		defer job.Close()
		made, err := o.Make(context.Background(), job, Place{Folder: filepath.Join(dir, "out"), Name: "n", Replace: replace, Resolution: 20})
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	names := func(m Made) string {
		var out []string
		for _, f := range m.Files {
			out = append(out, filepath.Base(f))
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		id, text string
		replace  bool
		want     string
	}{
		{"final", long, false, "n.pdf"},
		{"final", long, false, "n 2.pdf"}, // what is there is not replaced unasked
		{"draft", long, true, "n.pdf"},
		{"png", long, false, "n-p1.png n-p2.png"},
		{"png", long, false, "n 2-p1.png n 2-p2.png"},
		{"png", "# Short\n\nText.\n", true, "n.png"},
	} {
		if got := names(make(c.id, c.text, c.replace)); got != c.want {
			t.Errorf("%s gives %s, want %s", c.id, got, c.want)
		}
	}
	entries, _ := os.ReadDir(filepath.Join(dir, "out"))
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	// The pages of the older set are gone with it.
	if got, want := strings.Join(left, "|"), "n 2-p1.png|n 2-p2.png|n 2.pdf|n.pdf|n.png"; got != want {
		t.Errorf("the folder holds %s, want %s", got, want)
	}
}
