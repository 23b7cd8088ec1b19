package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"safety365/assets"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
)

// sample is a document for the tests: its name, text and folder.
type sample struct{ name, text, folder string }

// samples are the samples of the program, and what documents of every kind start from.
func samples(t *testing.T) []sample {
	var out []sample
	files, _ := filepath.Glob("../../assets/samples/*.md")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sample{strings.TrimSuffix(filepath.Base(f), ".md"), string(data), filepath.Dir(f)})
	}
	for _, kind := range kinds.Names() {
		for _, lang := range assets.Languages {
			if text, err := kinds.Starter(kind, lang); err == nil {
				out = append(out, sample{kind + "." + lang, text, ""})
			}
		}
	}
	return append(out, sample{"reviewed", reviewed, ""})
}

// flowText is the text of blocks in their order, notes apart.
func flowText(b *strings.Builder, ruler *layout.Ruler, blocks []layout.Block) {
	text := func(t *layout.Text) {
		if t == nil {
			return
		}
		for _, l := range ruler.Shown(t) {
			if l.Note == nil && l.PageOf == "" {
				b.WriteString(l.Text)
			}
		}
	}
	for _, blk := range blocks {
		switch blk := blk.(type) {
		case *layout.Text:
			text(blk)
		case *layout.Frame:
			flowText(b, ruler, blk.Blocks)
		case *layout.Item:
			if blk.Task == layout.NoTask {
				text(blk.Label)
			}
			flowText(b, ruler, blk.Blocks)
		case *layout.Row:
			for _, c := range blk.Cells {
				flowText(b, ruler, c.Blocks)
			}
		case *layout.Vertical:
			flowText(b, ruler, blk.Blocks)
		case *layout.Columns:
			flowText(b, ruler, blk.Blocks)
		case *layout.Across:
			flowText(b, ruler, blk.Blocks)
		case *layout.Turn:
			flowText(b, ruler, blk.Blocks)
		case *layout.Fixed:
			flowText(b, ruler, blk.Blocks)
		case *layout.Divider:
			b.WriteString(blk.Look.Text)
		case *layout.Figure:
			if blk.Look.Caption == "above" {
				text(blk.Caption)
			}
			if blk.Picture.Source == nil {
				b.WriteString(blk.Picture.Missing)
			}
			if blk.Look.Caption != "above" {
				text(blk.Caption)
			}
		case *layout.Table:
			if blk.Look.Caption != "below" {
				text(blk.Caption)
			}
			for _, part := range [][]layout.TableRow{blk.Head, blk.Rows, blk.Foot} {
				for _, row := range part {
					for _, c := range row.Cells {
						text(c.Text)
					}
				}
			}
			if blk.Look.Caption == "below" {
				text(blk.Caption)
			}
		}
	}
}

// solid leaves out spaces, which tabs and line ends become, and the boxes of tasks.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '☐' || r == '☑' {
			return -1
		}
		return r
	}, s)
}

// TestText says that a file has the text of our pages, in its order.
func TestText(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			_, flow := composed(t, s.text, s.folder)
			data := written(t, flow)
			var want strings.Builder
			ruler := layout.NewRuler(flow)
			for _, f := range flow.Fixed {
				flowText(&want, ruler, f.Blocks)
			}
			flowText(&want, ruler, flow.Blocks)
			flowText(&want, ruler, flow.Imprint)
			c, bad := openContainer(bytes.NewReader(data), int64(len(data)), s.name)
			if bad != nil {
				t.Fatal(bad)
			}
			in, bad := readContent(c)
			if bad != nil {
				t.Fatal(bad)
			}
			k := &comparer{content: in}
			got := ""
			for _, p := range k.paragraphs(in.items, false) {
				got += p.text(false)
			}
			if a, b := solid(got), solid(want.String()); a != b {
				for _, e := range compareTexts(b, a) {
					t.Errorf("%q became %q", b[e.from:e.to], e.with)
				}
			}
		})
	}
}

// TestParts says that every part is sound XML whose relations are there.
func TestParts(t *testing.T) {
	for _, s := range samples(t) {
		_, flow := composed(t, s.text, s.folder)
		data := written(t, flow)
		if again := written(t, flow); !bytes.Equal(data, again) {
			t.Errorf("%s: a second file differs", s.name)
		}
		c, bad := openContainer(bytes.NewReader(data), int64(len(data)), s.name)
		if bad != nil {
			t.Fatal(bad)
		}
		for name, f := range c.parts {
			if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
				continue
			}
			in, _ := f.Open()
			d := xml.NewDecoder(in)
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", s.name, name, err)
				}
			}
		}
		inside, _, _ := c.relations("word/document.xml")
		for id, part := range inside {
			if c.parts[part] == nil {
				t.Errorf("%s: %s is %s, which is not there", s.name, id, part)
			}
		}
	}
}

// TestOffice has LibreOffice make PDFs of documents of all kinds: it opens each, and
// their pages are about as many as ours.
func TestOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("soffice is not here")
	}
	dir := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--convert-to", "pdf", "--outdir", dir}
	for _, s := range samples(t) {
		_, flow := composed(t, s.text, s.folder)
		file := filepath.Join(dir, s.name+".docx")
		if err := os.WriteFile(file, written(t, flow), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, s := range samples(t) {
		data, err := os.ReadFile(filepath.Join(dir, s.name+".pdf"))
		if err != nil || len(data) < 1000 {
			t.Errorf("%s: LibreOffice did not open it", s.name)
		}
	}
}
