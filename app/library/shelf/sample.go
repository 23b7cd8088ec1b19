package shelf

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
)

// Sample is a document that shows what the program makes.
type Sample struct {
	File              string // in assets.Samples
	Title, Kind, Lang string
	Text              string
}

const (
	sampleFolder = "samples"
	pictures     = "pictures" // beside the documents, in the samples as in a copy
)

// Samples lists the samples, those in a language first.
func Samples(lang string) []Sample {
	var out []Sample
	files, _ := fs.Glob(assets.Samples, sampleFolder+"/*"+Extension)
	for _, file := range files {
		data, err := assets.Samples.ReadFile(file)
		if err != nil {
			continue
		}
		h := parseHead(string(data), true)
		out = append(out, Sample{File: file, Title: h.title, Kind: h.kind, Lang: h.lang, Text: string(data)})
	}
	near := func(s Sample) int { return distance(s.Lang, lang) }
	slices.SortStableFunc(out, func(a, b Sample) int { return cmp.Compare(near(a), near(b)) })
	return out
}

// distance says how far a language is from the one wanted.
func distance(lang, wanted string) int {
	base, _, _ := strings.Cut(lang, "-")
	wantedBase, _, _ := strings.Cut(wanted, "-")
	switch {
	case lang == wanted:
		return 0
	case base == wantedBase:
		return 1
	}
	return 2
}

// CopySample copies a sample with its pictures into a folder, which is made if need
// be, and returns the path of the document. What lies there already is left as it is:
// a copy that was not touched serves again, and a picture of the same name that is
// another one stays, the sample's getting a number.
func CopySample(s Sample, dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	text := s.Text
	for _, name := range picturesOf(s) {
		data, err := assets.Samples.ReadFile(path.Join(sampleFolder, pictures, name))
		if err != nil {
			return "", err
		}
		copied, err := copyPicture(filepath.Join(dir, pictures), name, data)
		if err != nil {
			return "", err
		}
		text = strings.ReplaceAll(text, path.Join(pictures, name), path.Join(pictures, copied))
	}
	name := cmp.Or(CleanName(s.Title), nameOf(s.File))
	if there := filepath.Join(dir, name+Extension); same(there, []byte(text)) {
		return there, nil
	}
	return Create(dir, name, text)
}

// picturesOf lists the pictures that a sample names.
func picturesOf(s Sample) []string {
	var out []string
	files, _ := assets.Samples.ReadDir(path.Join(sampleFolder, pictures))
	for _, f := range files {
		if strings.Contains(s.Text, path.Join(pictures, f.Name())) {
			out = append(out, f.Name())
		}
	}
	return out
}

// UnpackPictures copies the samples' pictures to where their pages can be drawn.
func UnpackPictures(dir string) error {
	files, err := assets.Samples.ReadDir(path.Join(sampleFolder, pictures))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, pictures), 0o755); err != nil {
		return err
	}
	for _, f := range files {
		data, err := assets.Samples.ReadFile(path.Join(sampleFolder, pictures, f.Name()))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, pictures, f.Name()), data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// copyPicture puts a picture into a folder and returns the name that it has there.
func copyPicture(dir, name string, data []byte) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	extension := path.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	for i := 2; ; i++ {
		to := filepath.Join(dir, name)
		if same(to, data) {
			return name, nil
		}
		f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) && i < 10_000 {
			name = stem + "-" + strconv.Itoa(i) + extension // no space: it stands in a link
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		if err = errors.Join(err, f.Close()); err != nil {
			os.Remove(to)
		}
		return name, err
	}
}

// same says whether a file has these bytes.
func same(file string, data []byte) bool {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	there, err := os.ReadFile(file)
	return err == nil && bytes.Equal(there, data)
}
