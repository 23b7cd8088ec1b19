package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestSameBytes builds the samples twice, in other surroundings, and compares.
func TestSameBytes(t *testing.T) {
	samples, _ := documents(t)
	var folders []string
	for _, cores := range []string{"1", fmt.Sprint(runtime.NumCPU() + 2)} {
		folder := t.TempDir()
		folders = append(folders, folder)
		cmd := exec.Command("safety365", append([]string{"build", "-o", folder + "/"}, samples...)...)
		cmd.Env = append(os.Environ(), "GOMAXPROCS="+cores)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	for _, doc := range samples {
		first, err := os.ReadFile(pdfOf(folders[0], doc))
		second, err2 := os.ReadFile(pdfOf(folders[1], doc))
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("%s is not the same twice", filepath.Base(doc))
		}
	}
}

// TestArm64 has the program for another processor list the same pages.
func TestArm64(t *testing.T) {
	if testing.Short() {
		t.Skipf("an emulated processor is slow")
	}
	if runtime.GOARCH == "arm64" {
		t.Skipf("this is arm64")
	}
	qemu := tool(t, "qemu-aarch64", "qemu-aarch64-static")
	program := filepath.Join(t.TempDir(), "safety365")
	build := exec.Command("go", "build", "-tags", "headless", "-o", program, "safety365")
	build.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	samples, _ := documents(t)
	for _, doc := range samples {
		t.Run(filepath.Base(doc), func(t *testing.T) {
			t.Parallel()
			args := []string{"layout", "--json", "--draft", doc}
			here := output(t, "safety365", args...)
			there := output(t, qemu, append([]string{program}, args...)...)
			if here != there {
				t.Errorf("the listing differs %s", firstDifference(here, there))
			}
		})
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-80):min(len(s), i+80)] }
	return fmt.Sprintf("at byte %d:\n%s\n%s", i, cut(a), cut(b))
}
