//go:build unix && !darwin

package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSystemPrograms: what the system's programs are asked to do.
func TestSystemPrograms(t *testing.T) {
	bin, folder := t.TempDir(), t.TempDir()
	said := filepath.Join(folder, "said")
	program := func(name, body string) {
		text := "#!/bin/sh\necho " + name + " \"$@\" >>" + said + "\n" + body
		if err := os.WriteFile(filepath.Join(bin, name), []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	program("lpstat", `[ "$1" = -e ] && { echo Hall; echo Office; } || echo "system default destination: Office"`)
	program("lp", "")
	program("xdg-open", "")
	program("dbus-send", "exit 1")
	t.Setenv("PATH", bin+":/usr/bin:/bin")
	all := systemPrinters()
	if len(all) != 2 || all[0].preset || !all[1].preset || all[1].id != "Office" {
		t.Errorf("printers: %+v", all)
	}
	file := filepath.Join(folder, "a, b.pdf")
	os.WriteFile(file, nil, 0o666)
	if err := sendToPrinter(all[1], file, "题目"); err != nil {
		t.Error(err)
	}
	if err := openFile(file); err != nil {
		t.Error(err)
	}
	if err := revealFile(file); err != nil {
		t.Error(err)
	}
	text, _ := os.ReadFile(said)
	for _, want := range []string{
		"lp -o print-scaling=none -t 题目 -d Office " + file + "\n",
		"xdg-open " + file + "\n",
		"array:string:file://" + folder + "/a%2C%20b.pdf string:",
		"xdg-open " + folder + "\n", // no file manager answers
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	program("lp", "echo lp: no such printer >&2; exit 1")
	if err := sendToPrinter(all[1], file, "题目"); err == nil || !strings.Contains(err.Error(), "no such printer") {
		t.Error(err)
	}
	program("xdg-open", "exit 3")
	t.Setenv("PATH", bin)
	if err := openFile(file); err == nil {
		t.Error("a program that failed opened a file")
	}
}
