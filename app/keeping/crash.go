package keeping

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Crash writes a report of a fault of the program's, the panic's value and the stack,
// and returns where it lies. It holds nothing of a document: quoted words and all
// that is not ASCII are left out, and the user's folder is called ~.
func Crash(report string) (string, error) {
	folder, err := stateFolder(crashesFolder)
	if err != nil {
		return "", journalFailure(err)
	}
	now := time.Now()
	path := filepath.Join(folder, fmt.Sprintf("%s-%d.txt", now.UTC().Format("20060102-150405.000"), os.Getpid()))
	if err := Write(path, []byte(crashText(report, now))); err != nil {
		return "", journalFailure(err)
	}
	return path, nil
}

func crashText(report string, now time.Time) string {
	var b strings.Builder
	version, revision := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value
			}
		}
	}
	fmt.Fprintf(&b, "Safety 365 %s%s\n", version, revision)
	fmt.Fprintf(&b, "%s/%s, %s, %d processors\n", runtime.GOOS, runtime.GOARCH, runtime.Version(), runtime.NumCPU())
	fmt.Fprintf(&b, "%s\n\n", now.Format(time.RFC3339))
	b.WriteString(withoutText(report))
	if !strings.HasSuffix(report, "\n") {
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	quoted  = regexp.MustCompile("\"(?:[^\"\\\\\n]|\\\\.)*\"|`[^`]*`")
	foreign = regexp.MustCompile(`[^\x00-\x7f]+`)
)

// withoutText takes out of a report what may be somebody's words.
func withoutText(report string) string {
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		report = strings.ReplaceAll(report, home, "~")
	}
	report = quoted.ReplaceAllString(report, `"…"`)
	report = foreign.ReplaceAllString(report, "…")
	var b strings.Builder
	for line := range strings.Lines(report) {
		if len(line) > 500 {
			line = strings.ToValidUTF8(line[:500], "") + "…\n"
		}
		b.WriteString(line)
		if b.Len() > 256<<10 { // a stack that overflowed
			break
		}
	}
	return b.String()
}
