package shelf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"safety365/bulletins"
)

// Create writes a new document under a name that is free and returns its path.
func Create(dir, name, text string) (string, error) {
	if name = CleanName(name); name == "" {
		return "", ErrName
	}
	return write(dir, name, strings.NewReader(text))
}

// Duplicate copies a document, byte for byte, to a name with a suffix and returns
// its path.
func Duplicate(path, suffix string) (string, error) {
	f, err := openRegular(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	name := CleanName(nameOf(path)) + suffix
	return write(filepath.Dir(path), name, f)
}

// NewFrom makes a new document of a document's text as from changes it, and returns
// its path.
func NewFrom(path string, from func(text, name string) string) (string, error) {
	text, err := ReadText(path)
	if err != nil {
		return "", err
	}
	return Create(filepath.Dir(path), nameOf(path), from(text, filepath.Base(path)))
}

// write fills a new file. Of one that cannot be written to the end nothing stays.
func write(dir, name string, from io.Reader) (string, error) {
	f, err := createFree(dir, name, Extension)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, from)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// Rename gives a document another name in its folder and returns its new path. The
// name may lack the extension. A file that is there is never written over: then the
// error is fs.ErrExist. What the document refers to stays beside it, so its own
// references hold; Referrers says whose do not.
func Rename(path, name string) (string, error) {
	if strings.EqualFold(filepath.Ext(name), Extension) {
		name = name[:len(name)-len(Extension)]
	}
	if name = CleanName(name); name == "" {
		return "", ErrName
	}
	to := filepath.Join(filepath.Dir(path), name+Extension)
	if to == path {
		return path, nil
	}
	return to, move(path, to)
}

// move renames a file without writing over another. It holds the new name by an empty
// file of its own before it renames, since renaming itself would not ask.
func move(from, to string) error {
	before, err := os.Lstat(from)
	if err != nil {
		return err
	}
	held, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		// Where case does not matter, the other name may be the same file.
		if there, e := os.Lstat(to); e == nil && os.SameFile(before, there) && strings.EqualFold(from, to) {
			return os.Rename(from, to)
		}
	}
	if err != nil {
		return err
	}
	held.Close()
	if err := os.Rename(from, to); err != nil {
		os.Remove(to)
		return err
	}
	return nil
}

// ReadText reads a document's text as it is edited: without a byte order mark, line
// ends as \n.
func ReadText(path string) (string, error) {
	f, err := openRegular(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, bulletins.MaxText+1))
	switch {
	case err != nil:
		return "", err
	case len(data) > bulletins.MaxText:
		return "", &fs.PathError{Op: "read", Path: path, Err: ErrTooLarge}
	}
	text, ok := asEdited(string(data))
	if !ok {
		return "", &fs.PathError{Op: "read", Path: path, Err: ErrBinary}
	}
	return text, nil
}

// Referrers lists the documents among paths that name the file in a link, and so would
// no longer find it under another name.
func Referrers(ctx context.Context, path string, paths []string) ([]string, error) {
	name := filepath.Base(path)
	spellings := []string{name, url.PathEscape(name), strings.ReplaceAll(name, " ", "%20")}
	var out []string
	for _, other := range paths {
		if err := ctx.Err(); err != nil {
			return out, fmt.Errorf("%s: %w", path, err)
		}
		if other == path {
			continue
		}
		text, err := ReadText(other)
		if err != nil {
			continue // what cannot be read refers to nothing
		}
		if refersTo(text, spellings) {
			out = append(out, other)
		}
	}
	return out, nil
}

// refersTo looks for a name where the target of a link stands: ](name), [1]: name,
// with ./ before it and #place behind it.
func refersTo(text string, spellings []string) bool {
	for _, name := range spellings {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			before := strings.TrimRight(strings.TrimSuffix(text[:at+i], "./"), "< ")
			at += i + len(name)
			after := text[at:]
			opened := strings.HasSuffix(before, "](") || strings.HasSuffix(before, "]:")
			if opened && (after == "" || strings.ContainsRune(")># \t\n\"", rune(after[0]))) {
				return true
			}
		}
	}
	return false
}
