package export

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestPrint: with a printer it asks and hands the file over, without one the viewer
// gets it; the files are gone in the end.
func TestPrint(t *testing.T) {
	office := []printer{{id: "Hall", printed: "Hall"}, {id: "Office", printed: "Office", preset: true}}
	for _, c := range []struct {
		name     string
		printers []printer
		failure  error
		view     bool
		sent     string // printer: title
		told     string
	}{
		{"no printer", nil, nil, false, "viewer", "已在阅读器中打开"},
		{"printer", office, nil, false, "Office", "已送到打印机 Office"},
		{"printer, but viewed", office, nil, true, "viewer", "已在阅读器中打开"},
		{"fails", office, &failure{"print-failed", []string{"printer", "Office", "reason", "out of paper"}}, false, "Office", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, map[string]string{"a.md": fine})
			defer Clean()
			sent, file := "", ""
			p := &printing{
				o: d.options(), path: d.path("a.md"),
				printers: func() []printer { return c.printers },
				send: func(to printer, f, title string) error {
					d.queue <- func() { sent, file = to.id, f }
					return c.failure
				},
				open: func(f string, _ func(error)) { sent, file = "viewer", f },
			}
			p.make(false)
			if c.printers != nil {
				d.until("it asks", func() bool { return p.printer != nil })
				if c.view {
					test.Tap(p.other)
				} else {
					test.Tap(p.yes)
				}
			}
			d.until("it is sent", func() bool { return sent != "" && (len(d.told) > 0 || c.told == "") })
			d.settle()
			if sent != c.sent || filepath.Base(file) != "安委〔2026〕3号 关于开展“百日清零”行动的通知.pdf" {
				t.Errorf("%s got %s", sent, file)
			}
			if data, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
				t.Errorf("it is no PDF: %v", err)
			}
			if c.told != "" && !strings.Contains(strings.Join(d.told, ""), c.told) {
				t.Errorf("told %q", d.told)
			}
			Clean()
			if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
				t.Error("the file is left")
			}
		})
	}
}

// TestPrintStopped: what stands in the way is listed, and a draft can be printed.
func TestPrintStopped(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": faulty})
	defer Clean()
	file := ""
	p := &printing{o: d.options(), path: d.path("a.md"), printers: func() []printer { return nil },
		open: func(f string, _ func(error)) { file = f }}
	p.make(false)
	d.until("it is stopped", func() bool { return p.rows != nil })
	if len(p.rows.shown) != 1 || !strings.Contains(p.rows.shown[0].remark.text, "没有.png") {
		t.Errorf("%d lines", len(p.rows.shown))
	}
	test.Tap(p.yes)
	d.until("it is shown", func() bool { return file != "" })
	if filepath.Base(file) != "有错的文稿（送审稿）.pdf" {
		t.Errorf("it prints %s", file)
	}
}
