//go:build unix && !darwin

package export

import (
	"context"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// patience is how long a program may take to say that it could not open a file. Some
// only end when the file is closed again.
const patience = 4 * time.Second

// openers are programs that open a file with whatever the user's system has for it.
var openers = [][]string{{"xdg-open"}, {"gio", "open"}, {"kde-open5"}, {"exo-open"}}

func openFile(path string) error {
	for _, opener := range openers {
		program, err := exec.LookPath(opener[0])
		if err != nil {
			continue
		}
		if err := launch(program, append(opener[1:len(opener):len(opener)], path)...); err == nil {
			return nil
		}
	}
	return &failure{"export-no-opener", []string{"name", filepath.Base(path)}}
}

// launch starts a program that outlives ours, and waits a little for it to fail.
func launch(program string, args ...string) error {
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return nil
	}
}

// revealFile asks the file manager to select the file, as freedesktop.org says;
// where none answers, the folder is opened.
func revealFile(path string) error {
	if program, err := exec.LookPath("dbus-send"); err == nil {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		// A comma would end an entry of the array.
		address := strings.ReplaceAll((&url.URL{Scheme: "file", Path: path}).String(), ",", "%2C")
		cmd := exec.CommandContext(ctx, program, "--session", "--print-reply", "--type=method_call",
			"--dest=org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
			"org.freedesktop.FileManager1.ShowItems", "array:string:"+address, "string:")
		if cmd.Run() == nil {
			return nil
		}
	}
	return openFile(filepath.Dir(path))
}
