package shelf

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrName is what Rename says of a name that has nothing in it that a file's can have.
var ErrName = errors.New("not a name for a file")

// maxName bounds a file's name in bytes, so that " 100.md" and the names of our own
// files beside it still fit in the 255 bytes of a file system.
const maxName = 180

// safe are characters that look like those which names of files cannot have.
var safe = strings.NewReplacer(
	":", "：", "?", "？", "*", "＊", "|", "｜", "<", "〈", ">", "〉",
	`"`, "＂", "/", "／", `\`, "＼",
)

// reserved are names that Windows keeps for devices.
var reserved = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true}

// CleanName makes a name for a file, without extension, that every system takes and
// that reads like the one given. It may be "".
func CleanName(name string) string {
	name = strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return ' '
		}
		if !unicode.IsPrint(c) || c == utf8.RuneError {
			return -1
		}
		return c
	}, strings.ToValidUTF8(name, ""))
	name = safe.Replace(strings.Join(strings.Fields(name), " "))
	for len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.Trim(name, " .")
	device, _, _ := strings.Cut(strings.ToUpper(name), ".")
	device = strings.TrimSpace(device)
	if reserved[device] || len(device) == 4 && (strings.HasPrefix(device, "COM") || strings.HasPrefix(device, "LPT")) && device[3] >= '0' && device[3] <= '9' {
		name = "_" + name
	}
	return name
}

// createFree creates a file in a folder under a name, or that name with a number:
// 会议新闻.md, 会议新闻 2.md. What is there is never touched.
func createFree(dir, name, extension string) (*os.File, error) {
	for i := 1; ; i++ {
		numbered := name
		if i > 1 {
			numbered += " " + strconv.Itoa(i)
		}
		path := filepath.Join(dir, numbered+extension)
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) || i >= 10_000 {
			return f, err
		}
	}
}
