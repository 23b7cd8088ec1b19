package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The judges are programs that other people wrote: they say whether the files that
// the command makes of the samples are sound. One that is not installed is passed
// over, unless SAFETY365_JUDGES=required, which make test sets.

// shared is where the project's shared folder lies, when it is there: it holds the
// preflight and five real documents.
var shared = func() string {
	if dir := os.Getenv("SAFETY365_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}()

// tool returns the path of the first of the named programs that is installed.
func tool(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("SAFETY365_JUDGES") == "required" {
		t.Fatalf("%s is not installed", strings.Join(names, " or "))
	}
	t.Skipf("%s is not installed", strings.Join(names, " or "))
	return ""
}

// output runs a program that must succeed.
func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, tail(out.String()), tail(errs.String()))
	}
	return out.String()
}

func tail(s string) string { return s[max(0, len(s)-4000):] }

// documents lists the samples, and the real documents when they are there.
func documents(t *testing.T) (samples, real []string) {
	t.Helper()
	samples, err := filepath.Glob("../../assets/samples/*.md")
	if err != nil || len(samples) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	real, _ = filepath.Glob(filepath.Join(shared, "reference", "intake", "*.md"))
	return samples, real
}

func pdfOf(folder, doc string) string {
	return filepath.Join(folder, strings.TrimSuffix(filepath.Base(doc), ".md")+".pdf")
}

// TestJudges builds the samples, and the real documents as drafts, and has every
// judge look at every file.
func TestJudges(t *testing.T) {
	if testing.Short() {
		t.Skipf("the judges take their time")
	}
	samples, real := documents(t)
	folder := t.TempDir()
	output(t, "safety365", append([]string{"build", "-o", folder + "/"}, samples...)...)
	if len(real) > 0 {
		output(t, "safety365", append([]string{"build", "--draft", "-o", folder + "/"}, real...)...)
	}
	for _, judge := range []struct {
		name string
		look func(t *testing.T, doc, pdf string)
	}{
		{"qpdf", func(t *testing.T, _, pdf string) { output(t, tool(t, "qpdf"), "--check", pdf) }},
		{"pdfcpu", func(t *testing.T, _, pdf string) {
			output(t, tool(t, "pdfcpu"), "validate", "--mode", "strict", pdf)
		}},
		{"mutool", func(t *testing.T, _, pdf string) {
			if said := output(t, tool(t, "mutool"), "info", pdf); strings.Contains(said, "error") {
				t.Error(said)
			}
		}},
		{"pdffonts", judgeFonts},
		{"pdftotext", judgeText},
		{"preflight", judgePreflight},
	} {
		t.Run(judge.name, func(t *testing.T) {
			for _, doc := range slices.Concat(samples, real) {
				t.Run(filepath.Base(doc), func(t *testing.T) {
					t.Parallel()
					judge.look(t, doc, pdfOf(folder, doc))
				})
			}
		})
	}
}

var fontRow = regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes +yes +yes +\d+ +\d+$`)

// judgeFonts: every font is a CID font, embedded, a subset, and can be read as text;
// none is of Type 3 (case E2).
func judgeFonts(t *testing.T, _, pdf string) {
	lines := strings.Split(strings.TrimSpace(output(t, tool(t, "pdffonts"), pdf)), "\n")
	if len(lines) < 3 {
		t.Fatal("there are no fonts")
	}
	for _, line := range lines[2:] {
		if !fontRow.MatchString(line) {
			t.Error(line)
		}
	}
}

// TestRadicals: Han characters are copied as they were typed, never as the radicals
// that look like them, whoever reads the file (case E1).
func TestRadicals(t *testing.T) {
	folder := t.TempDir()
	for i, c := range []struct{ lang, text string }{
		{"zh-Hans", "月工一八力二金"}, {"zh-Hans", "人大小山川水火木土竹衣言走身车辛里门隶青非面革音"}, {"zh-Hant", "長門食飛馬魚鳥麥黃黑鼠鼻齒龍龜"},
	} {
		doc := filepath.Join(folder, strconv.Itoa(i)+".md")
		text := "---\nlang: " + c.lang + "\ntitle: " + c.text + "\n---\n" + c.text + "\n\n**" + c.text + "**\n"
		if err := os.WriteFile(doc, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		output(t, "safety365", "build", "--draft", doc)
		for _, read := range []string{
			output(t, tool(t, "pdftotext"), pdfOf(folder, doc), "-"),
			output(t, tool(t, "mutool"), "draw", "-q", "-F", "text", pdfOf(folder, doc)),
		} {
			if n := strings.Count(strings.Join(strings.Fields(read), ""), c.text); n < 3 {
				t.Errorf("%s is there %d times: %s", c.text, n, read)
			}
			if strings.ContainsFunc(read, func(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF }) {
				t.Errorf("%s comes out with radicals: %s", c.text, read)
			}
		}
	}
}

func judgePreflight(t *testing.T, _, pdf string) {
	script := filepath.Join(shared, "tools", "preflight.py")
	if _, err := os.Stat(script); err != nil {
		t.Skipf("there is no %s", script)
	}
	out, err := exec.Command(tool(t, "python3"), script, pdf, "--expect", "a2a,ua1").CombinedOutput()
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(line, "FAIL") {
			t.Error(strings.TrimSpace(line))
		}
	}
	if err != nil && !t.Failed() {
		t.Errorf("%v\n%s", err, tail(string(out)))
	}
}
