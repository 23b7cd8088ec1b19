package word

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
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

// TestOffice has LibreOffice make PDFs of documents of all kinds: it opens each.
func TestOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("soffice is not here")
	}
	dir := t.TempDir()
	for _, s := range samples(t) {
		_, flow := composed(t, s.text, s.folder)
		if err := os.WriteFile(filepath.Join(dir, s.name+".docx"), written(t, flow), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	office(t, dir, ".docx")
	for _, s := range samples(t) {
		data, err := os.ReadFile(filepath.Join(dir, s.name+".pdf"))
		if err != nil || len(data) < 1000 {
			t.Errorf("%s: LibreOffice did not open it", s.name)
		}
	}
}
