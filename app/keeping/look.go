package keeping

import (
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// What a Watcher looks at, at most: someone may open a whole disk.
const (
	watchDepth   = 4
	watchFolders = 512
	watchFiles   = 50_000
)

// compare returns the paths that are new, gone or changed. At first only those are
// that this program has read and that have changed since.
func (w *Watcher) compare(files map[string]fs.FileInfo) (paths []string) {
	root := absolute(filepath.Join(w.folder, "x")) // links are followed once
	root = filepath.Dir(root)
	first := w.files == nil
	for path, now := range files {
		before, known := w.files[path]
		touched := first || w.touched[path]
		moved := !first && !(known && same(before, now))
		if (touched || moved) && strange(filepath.Join(root, path), filepath.Join(w.folder, path), moved) {
			paths = append(paths, filepath.Join(w.folder, path))
		}
	}
	for path := range w.files {
		if _, there := files[path]; !there {
			own.forget(filepath.Join(root, path))
			paths = append(paths, filepath.Join(w.folder, path))
		}
	}
	slices.Sort(paths)
	return paths
}

// strange says whether a file's content is not the one that this program last read or
// wrote under that name; otherwise is the answer for a file that it never did.
func strange(name, path string, otherwise bool) bool {
	if !own.knows(name) {
		return otherwise
	}
	p, err := fingerprintFile(path)
	return err != nil || !own.is(name, p)
}

func fingerprintFile(path string) (p fingerprint, err error) {
	f, err := os.Open(path)
	if err != nil {
		return p, err
	}
	defer f.Close()
	var h maphash.Hash
	h.SetSeed(seed)
	n, err := io.Copy(&h, f)
	return fingerprint{n, h.Sum64()}, err
}

// same says whether a file seems not to have been touched. A file that took the place
// of another can have its size and time.
func same(a, b fs.FileInfo) bool {
	if a.Size() != b.Size() || !a.ModTime().Equal(b.ModTime()) {
		return false
	}
	// Windows would open every file to tell.
	return runtime.GOOS == "windows" || os.SameFile(a, b)
}

// list finds the files of a folder and of those below it, and these folders, "."
// among them. A folder below that cannot be read is left out.
func list(root string) (files map[string]fs.FileInfo, folders []string, err error) {
	files = map[string]fs.FileInfo{}
	waiting := []string{"."}
	for len(waiting) > 0 && len(folders) < watchFolders {
		folder := waiting[0]
		waiting = waiting[1:]
		entries, err := os.ReadDir(filepath.Join(root, folder))
		if err != nil {
			if folder == "." {
				return nil, nil, err
			}
			continue
		}
		folders = append(folders, folder)
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			switch {
			case hidden(e.Name()):
			case e.IsDir():
				if strings.Count(path, string(filepath.Separator)) < watchDepth {
					waiting = append(waiting, path)
				}
			case len(files) < watchFiles:
				if info, err := e.Info(); err == nil {
					files[path] = info
				}
			}
		}
	}
	return files, folders, nil
}
