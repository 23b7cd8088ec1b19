package fonts

import (
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// System returns a font that is installed on this machine, by its PostScript, full
// or family name as any of its languages writes it ("方正小标宋_GBK"), or by its file
// name. A theme that names one gives pages that other machines may not give, so the
// caller should say so. ErrNotTrueType is returned for outlines that cannot be
// embedded.
func System(name string) (*Face, error) {
	at, ok := installed()[strings.ToLower(strings.TrimSpace(name))]
	if !ok {
		return nil, fmt.Errorf("font %s: %w", name, fs.ErrNotExist)
	}
	f := &Face{name: name, index: at.index, System: true, open: func() ([]byte, error) { return os.ReadFile(at.file) }}
	if err := f.Load(); err != nil {
		return nil, err
	}
	if f.sfnt.Name != "" {
		f.name = f.sfnt.Name
	}
	return f, nil
}

// place is a face in a file.
type place struct {
	file  string
	index int
}

// installed lists the faces of this machine by their names in lower case.
var installed = sync.OnceValue(func() map[string]place {
	out := map[string]place{}
	for _, dir := range systemFolders() {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".ttc", ".otf":
				addNames(out, path)
			}
			return nil
		})
	}
	return out
})

func systemFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".fonts"), filepath.Join(home, ".local", "share", "fonts")}
}

// maxNameTable bounds what is read of a file to learn its names.
const maxNameTable = 1 << 20

// addNames reads the name tables of a file, and nothing else of it.
func addNames(out map[string]place, path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	offsets := []int64{0}
	head := make([]byte, 12)
	if _, err := f.ReadAt(head, 0); err != nil {
		return
	}
	if string(head[:4]) == "ttcf" {
		n := min(int(binary.BigEndian.Uint32(head[8:])), 64)
		list := make([]byte, 4*n)
		if _, err := f.ReadAt(list, 12); err != nil {
			return
		}
		offsets = offsets[:0]
		for i := range n {
			offsets = append(offsets, int64(binary.BigEndian.Uint32(list[4*i:])))
		}
	}
	add := func(name string, index int) {
		key := strings.ToLower(strings.TrimSpace(name))
		if _, taken := out[key]; key != "" && !taken {
			out[key] = place{path, index}
		}
	}
	for i, off := range offsets {
		table := nameTable(f, off)
		for _, id := range []int{6, 4, 16, 1} {
			for _, name := range allNames(table, id) {
				add(name, i)
			}
		}
	}
	add(filepath.Base(path), 0)
	add(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), 0)
}

// nameTable returns the name table of the face whose directory is at an offset.
func nameTable(f io.ReaderAt, off int64) []byte {
	head := make([]byte, 12)
	if _, err := f.ReadAt(head, off); err != nil {
		return nil
	}
	dir := make([]byte, 16*u16(head, 4))
	if _, err := f.ReadAt(dir, off+12); err != nil {
		return nil
	}
	for i := 0; i+16 <= len(dir); i += 16 {
		if string(dir[i:i+4]) != "name" {
			continue
		}
		table := make([]byte, min(binary.BigEndian.Uint32(dir[i+12:]), maxNameTable))
		if _, err := f.ReadAt(table, int64(binary.BigEndian.Uint32(dir[i+8:]))); err != nil {
			return nil
		}
		return table
	}
	return nil
}
