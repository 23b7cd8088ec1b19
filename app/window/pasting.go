package window

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"safety365/app/ui"
)

// pasteFile takes a file in whose name is in the clipboard, as a file manager puts it
// there, and says whether there is one.
func (w *Window) pasteFile(text string) bool {
	path := fileNamed(text)
	if path == "" {
		return false
	}
	w.openAny(path)
	return true
}

// fileNamed is the foreign file that a text names as a path or a URI, and nothing else;
// "" if there is none.
func fileNamed(text string) string {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, "\r\n") || len(text) > longestPath {
		return ""
	}
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" {
		text = filepath.FromSlash(u.Path)
	}
	if info, err := os.Stat(text); !filepath.IsAbs(text) || !isForeign(text) || err != nil || info.IsDir() {
		return ""
	}
	return text
}

// longestPath is how long the name of a file may be, in bytes.
const longestPath = 4096

// fileTools print the files that the system's clipboard holds, a path or URI a line.
var fileTools = [][]string{
	{"wl-paste", "--type", "text/uri-list"},
	{"xclip", "-selection", "clipboard", "-target", "text/uri-list", "-out"},
	{"powershell", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Format FileDropList | ForEach-Object FullName"},
}

// pasteCopied takes in the file that was copied in a file manager. Some put no text into
// the clipboard, and Fyne's knows nothing else. If there is none, otherwise is called.
func (w *Window) pasteCopied(otherwise func()) {
	ui.Go(func() {
		path := ""
		for _, tool := range fileTools {
			if _, err := exec.LookPath(tool[0]); err != nil || path != "" {
				continue
			}
			if data, err := exec.Command(tool[0], tool[1:]...).Output(); err == nil {
				path = fileNamed(string(data))
			}
		}
		ui.Do(func() {
			if path == "" {
				otherwise()
				return
			}
			w.openAny(path)
		})
	})
}
