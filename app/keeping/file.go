package keeping

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"safety365/bulletins"
)

// Format is how a text stands in its file. The window's texts have \n and no mark;
// the file keeps what it had.
type Format struct {
	BOM   bool // begins with a byte order mark
	CRLF  bool // most lines end with \r\n
	Mixed bool // some end otherwise; saving makes them all the same
}

// Encode returns a text as its file's bytes.
func (f Format) Encode(text string) []byte {
	if f.CRLF {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if f.BOM {
		text = "\ufeff" + text
	}
	return []byte(text)
}

// Decode returns the text and the Format of a file's bytes.
func Decode(data []byte) (string, Format) {
	var f Format
	text := string(data)
	text, f.BOM = strings.CutPrefix(text, "\ufeff")
	if strings.IndexByte(text, '\r') < 0 {
		return text, f
	}
	ends, pairs := strings.Count(text, "\n"), strings.Count(text, "\r\n")
	alone := strings.Count(text, "\r") - pairs // of a Mac of old
	plain := ends - pairs
	f.CRLF = pairs > plain+alone
	f.Mixed = max(pairs, plain, alone) < pairs+plain+alone
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), f
}

// File is a document's file as it was when it was read or written.
type File struct {
	Path     string
	Text     string // with \n, without a byte order mark
	Format   Format
	Sum      [sha256.Size]byte // of the bytes
	Size     int64
	ModTime  time.Time // for people; whether a file changed is never told from it
	ReadOnly bool      // protected against writing
}

// IsText says whether the file holds a text, in UTF-8. The window would show another
// one as empty, and write that back.
func (f *File) IsText() bool { return strings.IndexByte(f.Text, 0) < 0 && utf8.ValidString(f.Text) }

// Read reads a document's file, up to bulletins.MaxText bytes, and refuses what is no
// text. What it reads is from then on known to this program: no Watcher tells of it.
func Read(path string) (*File, error) {
	file, data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	if !file.IsText() {
		return nil, fail("not-text", nil, "name", filepath.Base(path))
	}
	own.read(absolute(path), fingerprintOf(data))
	return file, nil
}

// readFile reads a file, be it a text or not, without making it known.
func readFile(path string) (*File, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, readFailure(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, readFailure(path, err)
	}
	if info.IsDir() {
		return nil, nil, fail("file-is-folder", nil, "name", filepath.Base(path))
	}
	data, err := io.ReadAll(io.LimitReader(f, bulletins.MaxText+1))
	if err != nil {
		return nil, nil, readFailure(path, err)
	}
	if len(data) > bulletins.MaxText {
		return nil, nil, fail("too-large", nil, "limit", strconv.Itoa(bulletins.MaxText>>20)+" MiB")
	}
	return fileOf(path, data, info), data, nil
}

func fileOf(path string, data []byte, info fs.FileInfo) *File {
	file := &File{Path: path, Sum: sha256.Sum256(data), Size: int64(len(data))}
	file.Text, file.Format = Decode(data)
	if info != nil {
		file.ModTime = info.ModTime()
		file.ReadOnly = info.Mode().Perm()&0o222 == 0
	}
	return file
}

// readFailure tells a missing file from a missing folder.
func readFailure(path string, err error) *Failure {
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(filepath.Dir(path)); err == nil {
			return fail("file-gone", err, "name", filepath.Base(path), "folder", filepath.Dir(path))
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return fail("file-unreadable", err, "name", filepath.Base(path))
	}
	return fileFailure(path, err)
}
