package pdf

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// judge runs a program on a file and returns what it says, or skips the test if
// the program is not installed.
func judge(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func saved(t *testing.T, book *page.Book, opts Options) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(name, write(t, book, opts), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestQpdf(t *testing.T) {
	for _, opts := range []Options{{}, {Bleed: true}, {Untagged: true}, {Color: PrintCMYK}} {
		out := judge(t, "qpdf", "--check", saved(t, sampleBook(t), opts))
		if !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%+v: %s", opts, out)
		}
	}
}

func TestPdfcpu(t *testing.T) {
	for _, opts := range []Options{{}, {Bleed: true}, {Color: PrintCMYK}} {
		judge(t, "pdfcpu", "validate", "--mode", "strict", saved(t, sampleBook(t), opts))
	}
}

// TestPreflight asks the project's own judge, whose place PREFLIGHT gives.
func TestPreflight(t *testing.T) {
	script := os.Getenv("PREFLIGHT")
	if script == "" {
		t.Skip("PREFLIGHT does not name preflight.py")
	}
	for _, opts := range []Options{{}, {Bleed: true}} {
		out := judge(t, "/usr/bin/python3", script, saved(t, sampleBook(t), opts), "--expect", "a2a,ua1")
		for _, line := range strings.Split(out, "\n") {
			if strings.HasPrefix(line, "FAIL") || strings.HasPrefix(line, "WARN") {
				t.Errorf("%+v: %s", opts, line)
			}
		}
	}
}

// TestCopy: the text comes out as it went in, in order, each character once.
func TestCopy(t *testing.T) {
	name := saved(t, sampleBook(t), Options{})
	out := judge(t, "pdftotext", "-raw", name, "-")
	for _, want := range []string{
		"各单位：为深入贯彻落实安全生产责任制，现将有关情况通报如下，\n请认真组织学习，举一反三，切实做好安全生产工作。𠮷祥，安全第一。\n",
		"AVAST difficult office flow: safety (first), the co\u00AD\nop\u00AD\n", // pdftotext ends a line at a soft hyphen
		"résumé x\u0323\u0302 naïve q\u0301 AV\n",
		"https://example.org/安全 and more after it\n",
		"竖\n排\n：\n安\n全\n（\n第\n一\n）\n——\n预\n防\n。\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %q", want, out)
		}
	}
	out = judge(t, "pdftotext", name, "-")
	if !strings.Contains(out, "difficult office") {
		t.Errorf("no words: %q", out)
	}
}

// TestReading: the structure tree gives the reading order.
func TestReading(t *testing.T) {
	out := judge(t, "pdfinfo", "-struct-text", saved(t, sampleBook(t), Options{}))
	squeezed := regexp.MustCompile(`\s+`).ReplaceAllString(out, " ")
	for _, want := range []string{
		`H1 (block) "关于事故的通报（测试）" P (block)`,
		`Link (inline) "https://example.org/安全" Object`,
		`LI (block) Lbl (block) "1." LBody (block) "second"`,
		`TH: /Scope /Column "部门"`, `TD "一车间" TD Figure`,
		`P (block) "这一段从第一页开始，" "到第二页结束。" H2`,
		`Reference (inline) Link (inline) "1" Object`,
	} {
		if !strings.Contains(squeezed, want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
}

// TestMutool compares the places at which another program puts the glyphs with the
// display list.
func TestMutool(t *testing.T) {
	book := sampleBook(t)
	out := judge(t, "mutool", "draw", "-F", "trace", saved(t, book, Options{}), "1")
	for _, bad := range []string{"error", "warning: cannot", "unicode=\"\uFFFD\""} {
		if strings.Contains(out, bad) {
			t.Errorf("mutool says %q", bad)
		}
	}
	glyphs := regexp.MustCompile(`<g unicode="[^"]*" glyph="\d+" x="([^"]+)" y="([^"]+)"`).FindAllStringSubmatch(out, -1)
	for _, it := range book.Pages[0].Items {
		r, ok := it.(*page.GlyphRun)
		for i := 0; ok && i < len(r.Glyphs) && len(glyphs) > 0; i += clusterLength(r, i) {
			x, _ := strconv.ParseFloat(glyphs[0][1], 64)
			y, _ := strconv.ParseFloat(glyphs[0][2], 64)
			wantX, wantY := (r.Origin.X + r.Glyphs[i].X).Points(), (book.Pages[0].Trim.H - r.Origin.Y - r.Glyphs[i].Y).Points()
			if math.Hypot(x-wantX, y-wantY) > 0.015 { // it rounds widths
				t.Fatalf("glyph %d of %q stands at %g %g instead of %g %g", i, r.Text, x, y, wantX, wantY)
			}
			glyphs = glyphs[1:]
		}
	}
	if len(glyphs) > 0 {
		t.Errorf("%d glyphs too many", len(glyphs))
	}
}

func TestFonts(t *testing.T) {
	out := judge(t, "pdffonts", saved(t, sampleBook(t), Options{}))
	if n := len(regexp.MustCompile(`(?m)^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes`).FindAllString(out, -1)); n != 3 {
		t.Error(out)
	}
}
