//go:build unix

package export

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// systemPrinters asks CUPS for its printers; none if it is not there.
func systemPrinters() []printer {
	names, err := inEnglish("lpstat", "-e")
	if err != nil {
		return nil
	}
	said, _ := inEnglish("lpstat", "-d") // "system default destination: Office"
	_, preset, _ := strings.Cut(said, ": ")
	preset, _, _ = strings.Cut(preset, "/") // an instance of a printer
	var out []printer
	for name := range strings.FieldsSeq(names) {
		out = append(out, printer{id: name, printed: name, preset: name == strings.TrimSpace(preset)})
	}
	return out
}

// inEnglish runs a program that answers at once.
func inEnglish(program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	out, err := cmd.Output()
	return string(out), err
}

// sendToPrinter prints at 100 % size.
func sendToPrinter(to printer, file, title string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	args := []string{"-o", "print-scaling=none", "-t", title}
	if to.id != "" {
		args = append(args, "-d", to.id)
	}
	out, err := exec.CommandContext(ctx, "lp", append(args, file)...).CombinedOutput()
	if err != nil {
		reason := strings.TrimSpace(string(out))
		if reason == "" {
			reason = err.Error()
		}
		return &failure{"print-failed", []string{"printer", to.printed, "reason", reason}}
	}
	return nil
}
