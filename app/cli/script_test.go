package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"safety365/app/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"safety365": func() { os.Exit(cli.Main()) }})
}

// TestScripts runs the command as a person would; each script says what it is
// about. Beside testscript's own they may use the commands below.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			samples, err := filepath.Abs("../../assets/samples")
			env.Setenv("SAMPLES", samples)
			env.Setenv("WORD", filepath.Join(samples, "../../bulletins/word/testdata/in"))
			env.Setenv("LC_ALL", "en_US.UTF-8")
			env.Setenv("SOURCE_DATE_EPOCH", "")
			for _, name := range []string{"XDG_CONFIG_HOME", "AppData"} { // os.UserConfigDir
				env.Setenv(name, filepath.Join(env.WorkDir, "config"))
			}
			return err
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "root":
				return os.Geteuid() == 0, nil
			case "full":
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			case "tmpfs":
				return canMount(), nil
			}
			return false, errors.New("no condition " + name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"fill":    fill,
			"png":     png,
			"tmpfs":   tmpfs,
			"only":    only,
			"reword":  reword,
			"listing": listing,
			"report":  reported,
		},
	})
}

// exits CODE COMMAND... runs a command that must end with that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d instead of %s", code, args[0])
	}
	if bytes.Contains([]byte(ts.ReadFile("stderr")), []byte("goroutine ")) {
		ts.Fatalf("the program panicked")
	}
}

// fill FILE BYTES TEXT appends TEXT (with \n for a line end) until the file has that
// many bytes.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := strings.ReplaceAll(args[2], `\n`, "\n")
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(text, size/len(text)+1))
	ts.Check(errors.Join(err, f.Close()))
}

// png FILE WIDTH HEIGHT writes the beginning of a picture of that size.
func png(ts *testscript.TestScript, _ bool, args []string) {
	w, err := strconv.Atoi(args[1])
	ts.Check(err)
	h, err := strconv.Atoi(args[2])
	ts.Check(err)
	head := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))...)
	head = append(head, 8, 2, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(head))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out, 0o666))
}

// reword FILE OLD NEW changes the text of a Word file.
func reword(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		in, err := f.Open()
		ts.Check(err)
		part, err := io.ReadAll(in)
		ts.Check(err)
		w, err := out.Create(f.Name)
		ts.Check(err)
		_, err = w.Write(bytes.ReplaceAll(part, []byte(args[1]), []byte(args[2])))
		ts.Check(err)
	}
	ts.Check(out.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// canMount tells whether a file system can be mounted, which the test of a full
// disk needs.
func canMount() bool {
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		return false
	}
	dir, err := os.MkdirTemp("", "safety365")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	if exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).Run() != nil {
		return false
	}
	return exec.Command("umount", dir).Run() == nil
}

// tmpfs FOLDER OPTIONS mounts a small disk there until the script ends, or mounts it
// again with other options.
func tmpfs(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	if !strings.Contains(args[1], "remount") {
		ts.Check(os.Mkdir(dir, 0o777))
		ts.Defer(func() { exec.Command("umount", dir).Run() })
	}
	ts.Check(exec.Command("mount", "-t", "tmpfs", "-o", args[1], "tmpfs", dir).Run())
}

// only FOLDER NAME... says that a folder holds these files and no others, hidden
// ones counted.
func only(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("%s holds %q instead of %q", args[0], got, want)
	}
}
