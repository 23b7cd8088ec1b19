package bulletins

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// What Folder refuses. Errors of the file system itself are passed on, so that
// errors.Is(err, fs.ErrNotExist) works.
var (
	ErrOutside    = errors.New("outside the document's folder")
	ErrRemote     = errors.New("on a network: nothing is fetched")
	ErrNotRegular = errors.New("not a regular file")
	ErrTooLarge   = errors.New("file is too large")
)

// Folder is the only reader of a document's files: its pictures, its theme. Names
// are slash paths relative to it, as they stand in the Markdown (a backslash is a
// slash, %E5%AE%89 is a character); nothing outside it can be opened, by whatever
// name or link. It may be used by several goroutines at once.
type Folder struct {
	root *os.Root
}

// OpenFolder opens a folder.
func OpenFolder(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root}, nil
}

// Close closes the folder; files that were opened in it stay open.
func (f *Folder) Close() error { return f.root.Close() }

// Open opens a regular file for reading.
func (f *Folder) Open(name string) (io.ReadCloser, error) {
	file, _, err := f.open(name)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// ReadFile reads a whole file of at most limit bytes.
func (f *Folder) ReadFile(name string, limit int64) ([]byte, error) {
	file, info, err := f.open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info.Size() > limit {
		return nil, fault(name, ErrTooLarge)
	}
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit { // it grew meanwhile
		return nil, fault(name, ErrTooLarge)
	}
	return data, nil
}

// Stat describes a file or folder, following links that stay inside.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	_, info, err := f.find(name)
	return info, err
}

// open opens a file after making sure that it is a regular one: opening a pipe
// would wait for ever.
func (f *Folder) open(name string) (*os.File, fs.FileInfo, error) {
	clean, info, err := f.find(name)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, fault(name, ErrNotRegular)
	}
	file, err := f.root.Open(clean)
	if err != nil {
		return nil, nil, inside(name, err)
	}
	info, err = file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fault(name, ErrNotRegular)
	}
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// find looks for a file by its name as it is, then with its percent signs resolved.
func (f *Folder) find(name string) (string, fs.FileInfo, error) {
	clean, err := Local(name)
	if err != nil {
		return "", nil, err
	}
	info, err := f.root.Stat(clean)
	if errors.Is(err, fs.ErrNotExist) && strings.Contains(name, "%") {
		if plain, e := url.PathUnescape(name); e == nil && plain != name && utf8.ValidString(plain) {
			if clean, e = Local(plain); e != nil {
				return "", nil, e
			}
			info, err = f.root.Stat(clean)
		}
	}
	if err != nil {
		return "", nil, inside(name, err)
	}
	return clean, info, nil
}

var (
	driveLetter = regexp.MustCompile(`^[A-Za-z]:`)
	urlScheme   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+:`)
)

// Local returns a name from a document as a clean slash path inside its folder, or
// an error that says why it can be none.
func Local(name string) (string, error) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch {
	case strings.TrimSpace(name) == "" || strings.ContainsRune(name, 0) || !utf8.ValidString(name):
		return "", fault(name, fs.ErrInvalid)
	case strings.HasPrefix(slashed, "//") && slashed == name, urlScheme.MatchString(slashed):
		return "", fault(name, ErrRemote)
	case strings.HasPrefix(slashed, "/"), driveLetter.MatchString(slashed):
		return "", fault(name, ErrOutside)
	}
	clean := path.Clean(slashed)
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return "", fault(name, ErrOutside)
	}
	return clean, nil
}

func fault(name string, err error) error { return fmt.Errorf("%q: %w", name, err) }

// inside tells the error of os.Root about a link that leads outside, which has no
// value of its own to compare with, from other errors.
func inside(name string, err error) error {
	if strings.Contains(err.Error(), "escapes from parent") {
		return fault(name, ErrOutside)
	}
	return err
}
