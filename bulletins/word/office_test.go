package word

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/unicode/norm"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
	"safety365/themes"
)

// officeFonts are the bundled faces that stand in for those that a file names.
var officeFonts = [][2]string{
	{"宋体", "Noto Serif SC"}, {"黑体", "Noto Sans SC"}, {"仿宋", "FandolFang"}, {"楷体", "FandolKai"}, {"方正小标宋简体", "Noto Serif SC Black"},
	{"新細明體", "Noto Serif TC"}, {"微軟正黑體", "Noto Sans TC"}, {"標楷體", "Bulletin Kai"},
	{"Times New Roman", "Liberation Serif"}, {"Arial", "Liberation Sans"}, {"Courier New", "Liberation Mono"},
}

// installFonts unpacks the bundled faces into a folder and returns the setting that
// makes programs find them there, and no others.
func installFonts(t *testing.T, dir string) string {
	t.Helper()
	files, _ := filepath.Glob("../../fonts/files/*.ttf.zst")
	unpack, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer unpack.Close()
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".zst")
		if strings.Contains(name, "-Rest") { // of the same name as the face that it completes
			continue
		}
		packed, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		data, err := unpack.DecodeAll(packed, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var conf strings.Builder
	conf.WriteString(`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>` + dir + `</dir><cachedir>` + dir + `/cache</cachedir>`)
	for _, f := range officeFonts {
		conf.WriteString(`<match target="pattern"><test name="family"><string>` + f[0] + `</string></test><edit name="family" mode="prepend" binding="same"><string>` + f[1] + `</string></edit></match>`)
	}
	conf.WriteString(`</fontconfig>`)
	file := filepath.Join(dir, "fonts.conf")
	if err := os.WriteFile(file, []byte(conf.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return "FONTCONFIG_FILE=" + file
}

// office has LibreOffice make PDFs of all files of a folder that have a suffix.
func office(t *testing.T, dir, suffix string) {
	t.Helper()
	work := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.Join(work, "profile"), "--convert-to", "pdf", "--outdir", dir}
	files, _ := filepath.Glob(filepath.Join(dir, "*"+suffix))
	run := exec.Command("soffice", append(args, files...)...)
	run.Env = append(os.Environ(), installFonts(t, work))
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// ours is our PDF of a flow.
func ours(t *testing.T, flow *layout.Flow) []byte {
	t.Helper()
	out := pdf.NewWriter(pdf.Options{Untagged: true})
	book, _, err := layout.Build(t.Context(), flow, layout.Options{}, func(p *page.Page) error { return out.AddPage(p) })
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := out.Finish(book, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfText is the text of a PDF without what lines and pages make of it: spaces, hyphens,
// leaders, boxes to tick, small capitals; and how many pages it has.
func pdfText(t *testing.T, file string, options ...string) (text string, pages int) {
	t.Helper()
	out, err := exec.Command("pdftotext", append(options, file, "-")...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return plain(string(out)), bytes.Count(out, []byte("\f"))
}

func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-\u00ad\u2010\u2011\u200b☐☑□_.…", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// disorder tells which pieces of paragraphs do not stand in a text, or not in their order
// if there is one of them only. What is fixed to the sheet may stand anywhere.
func disorder(text, read string, paragraphs []paragraph, fixed string) (out []string) {
	at := 0
	for _, p := range paragraphs {
		for _, piece := range p.pieces {
			for _, line := range strings.Split(p.text[piece.at:piece.at+piece.length], "\n") {
				line = plain(line)
				switch i := strings.Index(text, line); {
				case i < 0 && (strings.Contains(read, line) || len(line) < 40 && !strings.ContainsFunc(line, func(r rune) bool { return !strings.ContainsRune(text, r) })): // of several faces
				case i < 0:
					out = append(out, line+" is not there")
				case p.note != "" || strings.Contains(fixed, line) || strings.Count(text, line) > 1:
				case i < at:
					out = append(out, line+" stands too early")
				default:
					at = i + len(line)
				}
			}
		}
	}
	return out
}

// TestOffice has LibreOffice make PDFs of documents of all kinds. They have the text of
// our pages in the same order: in that in which people read a page, or in that in which
// it is painted, or, where tables have their words wrapped otherwise, in that of the file.
// Running heads and the mark of drafts are left out.
func TestOffice(t *testing.T) {
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil || testing.Short() {
			t.Skip(tool + " is not here")
		}
	}
	dir := t.TempDir()
	type written struct {
		name, fixed string
		paragraphs  []paragraph
	}
	var all []written
	list := samples(t)
	for _, s := range list {
		kind, lang, _ := strings.Cut(s.name, ".")
		indonesian := slices.ContainsFunc(list, func(other sample) bool { return other.name == kind+".id" })
		if s.folder == "" && (lang == "zh-Hant" || lang == "en" && indonesian) {
			continue // as long as the others, and set alike
		}
		_, flow := composed(t, s.text, s.folder)
		flow.Mark, flow.Theme.Furniture = "", themes.Furniture{}
		w := compose(t.Context(), flow)
		var docx bytes.Buffer
		if err := w.save(&docx); err != nil {
			t.Fatal(err)
		}
		for name, data := range map[string][]byte{".docx": docx.Bytes(), ".ours.pdf": ours(t, flow)} {
			if err := os.WriteFile(filepath.Join(dir, s.name+name), data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, written{s.name, fixedText(flow), w.written})
	}
	office(t, dir, ".docx")
	for _, f := range all {
		theirs, own := filepath.Join(dir, f.name+".pdf"), filepath.Join(dir, f.name+".ours.pdf")
		if _, err := os.Stat(theirs); err != nil {
			t.Errorf("%s: LibreOffice did not open it", f.name)
			continue
		}
		read, pages := pdfText(t, theirs)
		wanted, ownPages := pdfText(t, own)
		if pages != ownPages {
			t.Logf("%s: LibreOffice makes %d pages of %d", f.name, pages, ownPages)
		}
		painted, _ := pdfText(t, theirs, "-raw")
		if drawn, _ := pdfText(t, own, "-raw"); read == wanted || painted == drawn {
			continue
		}
		for _, fault := range disorder(painted, read, f.paragraphs, f.fixed) {
			t.Errorf("%s: %s", f.name, fault)
		}
	}
}

// fixedText is the text of what is fixed to the sheets of a flow.
func fixedText(flow *layout.Flow) string {
	var b strings.Builder
	ruler := layout.NewRuler(flow)
	for _, f := range flow.Fixed {
		flowText(&b, ruler, f.Blocks)
	}
	for _, block := range flow.Blocks {
		if f, ok := block.(*layout.Fixed); ok {
			flowText(&b, ruler, f.Blocks)
		}
	}
	flowText(&b, ruler, flow.Imprint)
	return plain(b.String())
}
