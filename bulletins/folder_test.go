package bulletins

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestFolder(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "稿件")
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("图/安全.png", "picture")
	write("a b.txt", "space")
	write("100%.txt", "percent")
	write("a%20c.txt", "escaped")
	write("..b.txt", "dots")
	write("../secret.txt", "secret")
	links := runtime.GOOS != "windows"
	if links {
		for name, to := range map[string]string{"in": "图/安全.png", "out": "../secret.txt", "abs": filepath.Join(base, "secret.txt"), "up": "..", "loop": "loop"} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		if err := makePipe(filepath.Join(dir, "pipe")); err != nil {
			t.Fatal(err)
		}
	}
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()

	for _, c := range []struct {
		name, text string
		err        error
		link       bool
	}{
		{name: "图/安全.png", text: "picture"},
		{name: `图\安全.png`, text: "picture"},
		{name: "./图/../图/安全.png", text: "picture"},
		{name: "%E5%9B%BE/%E5%AE%89%E5%85%A8.png", text: "picture"},
		{name: "a%20b.txt", text: "space"},
		{name: "a b.txt", text: "space"},
		{name: "100%.txt", text: "percent"},
		{name: "a%20c.txt", text: "escaped"},
		{name: "..b.txt", text: "dots"},
		{name: "in", text: "picture", link: true},
		{name: "none.txt", err: fs.ErrNotExist},
		{name: "", err: fs.ErrInvalid},
		{name: "a\x00b", err: fs.ErrInvalid},
		{name: "%00", err: fs.ErrInvalid},
		{name: "../secret.txt", err: ErrOutside},
		{name: `..\secret.txt`, err: ErrOutside},
		{name: "%2e%2e/secret.txt", err: ErrOutside},
		{name: "图/../../secret.txt", err: ErrOutside},
		{name: "/etc/passwd", err: ErrOutside},
		{name: "%2Fetc/passwd", err: ErrOutside},
		{name: `C:\secret.txt`, err: ErrOutside},
		{name: "c:secret.txt", err: ErrOutside},
		{name: `\\server\share`, err: ErrOutside},
		{name: "//server/share", err: ErrRemote},
		{name: "http://x.cn/a.png", err: ErrRemote},
		{name: "HTTPS:a", err: ErrRemote},
		{name: "file:///etc/passwd", err: ErrRemote},
		{name: "data:image/png;base64,AA", err: ErrRemote},
		{name: "out", err: ErrOutside, link: true},
		{name: "abs", err: ErrOutside, link: true},
		{name: "up/secret.txt", err: ErrOutside, link: true},
		{name: "pipe", err: ErrNotRegular, link: true},
		{name: "图", err: ErrNotRegular},
		{name: ".", err: ErrNotRegular},
	} {
		if c.link && !links {
			continue
		}
		data, err := f.ReadFile(c.name, 100)
		if string(data) != c.text || !errors.Is(err, c.err) {
			t.Errorf("%q: %q, %v; want %q, %v", c.name, data, err, c.text, c.err)
		}
		r, err := f.Open(c.name)
		if !errors.Is(err, c.err) {
			t.Errorf("open %q: %v, want %v", c.name, err, c.err)
		}
		if err == nil {
			data, _ := io.ReadAll(r)
			if r.Close(); string(data) != c.text {
				t.Errorf("open %q: %q", c.name, data)
			}
		}
	}
	if links {
		if _, err := f.Open("loop"); err == nil {
			t.Error("a link to itself was opened")
		}
	}
	if _, err := f.ReadFile("a b.txt", 4); !errors.Is(err, ErrTooLarge) {
		t.Errorf("limit: %v", err)
	}
	if info, err := f.Stat("图"); err != nil || !info.IsDir() {
		t.Errorf("stat: %v", err)
	}
}
