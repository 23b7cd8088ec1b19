package export

import (
	"os/exec"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/windows"
)

func openFile(path string) error { return shellExecute("open", path) }

// shellExecute has the system do something to a file, as a double click would.
func shellExecute(verb, path string) error {
	action, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	if windows.ShellExecute(0, action, file, nil, nil, windows.SW_SHOWNORMAL) != nil {
		return &failure{"export-no-opener", []string{"name", filepath.Base(path)}}
	}
	return nil
}

// revealFile has the Explorer select the file. It reads its command line in a way of
// its own, and its exit code means nothing.
func revealFile(path string) error {
	cmd := exec.Command("explorer.exe")
	cmd.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + path + `"`}
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
