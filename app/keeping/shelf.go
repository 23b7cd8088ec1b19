package keeping

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// shelf is the versions of one document on disk: an index, and every text once.
type shelf struct{ folder string }

// index is what the index file holds.
type index struct {
	Path     string    `json:"path"` // of the document, for people
	Versions []Version `json:"versions"`
}

const (
	indexName  = "index.json"
	blobSuffix = ".zst"
)

func (s shelf) blob(sum string) string { return filepath.Join(s.folder, sum+blobSuffix) }

func (s shelf) has(sum string) bool {
	info, err := os.Stat(s.blob(sum))
	return err == nil && info.Mode().IsRegular()
}

// put writes a text, unless it is there.
func (s shelf) put(sum, text string) (int64, error) {
	if info, err := os.Stat(s.blob(sum)); err == nil {
		return info.Size(), nil
	}
	b := squeeze(bytesOf(text))
	return int64(len(b)), Write(s.blob(sum), b)
}

// read reads the index. One that was damaged from outside is made again from what
// there is: the texts are what counts.
func (s shelf) read() (index, error) {
	var all index
	data, err := os.ReadFile(filepath.Join(s.folder, indexName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return all, err
	}
	if err == nil && json.NewDecoder(bytes.NewReader(data)).Decode(&all) == nil {
		return all, nil
	}
	return s.rebuild(), nil
}

func (s shelf) rebuild() (all index) {
	entries, _ := os.ReadDir(s.folder)
	for _, e := range entries {
		sum, ok := strings.CutSuffix(e.Name(), blobSuffix)
		info, err := e.Info()
		if !ok || err != nil {
			continue
		}
		data, err := os.ReadFile(s.blob(sum))
		if err != nil {
			continue
		}
		text, err := unsqueeze(data)
		if err != nil {
			continue
		}
		all.Versions = append(all.Versions, Version{When: info.ModTime(), Reason: Saved,
			Characters: characters(string(text)), Sum: sum, Size: info.Size()})
	}
	slices.SortFunc(all.Versions, func(a, b Version) int { return a.When.Compare(b.When) })
	for i := range all.Versions {
		all.Versions[i].Number = i + 1
	}
	return all
}

func (s shelf) write(all index) error {
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	return Write(filepath.Join(s.folder, indexName), data)
}

// sweep removes texts that no version has any more.
func (s shelf) sweep(kept []Version) {
	wanted := map[string]bool{}
	for _, v := range kept {
		wanted[v.Sum] = true
	}
	entries, _ := os.ReadDir(s.folder)
	for _, e := range entries {
		if sum, ok := strings.CutSuffix(e.Name(), blobSuffix); ok && !wanted[sum] {
			os.Remove(filepath.Join(s.folder, e.Name()))
		}
	}
}

func (s shelf) remove() error {
	if err := os.Remove(filepath.Join(s.folder, indexName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.sweep(nil)
	os.Remove(s.folder)
	return nil
}

func (s shelf) moveTo(to shelf, path string) error {
	mine, err := s.read()
	if err != nil || len(mine.Versions) == 0 {
		return err
	}
	theirs, err := to.read()
	if err != nil {
		return err
	}
	number := 0
	if n := len(theirs.Versions); n > 0 {
		number = theirs.Versions[n-1].Number
	}
	for _, v := range mine.Versions {
		data, err := os.ReadFile(s.blob(v.Sum))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && !to.has(v.Sum) {
			err = Write(to.blob(v.Sum), data)
		}
		if err != nil {
			return err
		}
		number++
		v.Number = number
		theirs.Versions = append(theirs.Versions, v)
	}
	theirs.Path = path
	if err := to.write(theirs); err != nil {
		return err
	}
	return s.remove()
}
