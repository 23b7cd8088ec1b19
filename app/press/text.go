package press

import (
	"io"
	"io/fs"
	"os"
	"strings"

	"safety365/bulletins"
)

// ReadText returns a document's text, or as much of it as shows Parse that it is too
// large.
func ReadText(path string) (string, error) {
	f, size, err := Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return ReadTextFrom(f, size)
}

// Open opens a file for reading, but no folder and no pipe.
func Open(path string) (f *os.File, size int64, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	if info.IsDir() {
		return nil, 0, &fs.PathError{Op: "read", Path: path, Err: ErrIsFolder}
	}
	if info.Mode()&(os.ModeNamedPipe|os.ModeSocket) != 0 { // opening one waits for ever
		return nil, 0, &fs.PathError{Op: "read", Path: path, Err: ErrIsPipe}
	}
	f, err = os.Open(path)
	return f, info.Size(), err
}

// ReadTextFrom is ReadText from a stream; size is a guess.
func ReadTextFrom(r io.Reader, size int64) (string, error) {
	var b strings.Builder
	b.Grow(int(min(max(size, 0), bulletins.MaxText)) + 1)
	_, err := io.Copy(&b, io.LimitReader(r, bulletins.MaxText+1))
	return b.String(), err
}
