package export

import "os/exec"

func openFile(path string) error { return exec.Command("open", path).Run() }

func revealFile(path string) error { return exec.Command("open", "-R", path).Run() }
