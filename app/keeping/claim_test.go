package keeping

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestClaim(t *testing.T) {
	newState(t)
	folder := t.TempDir()
	if err := Ask(folder, nil); CodeOf(err) != "folder-free" {
		t.Errorf("asked nobody: %v", err)
	}
	asked := make(chan []string, 10)
	c, err := ClaimFolder(folder, func(paths []string) { asked <- paths })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ClaimFolder(filepath.Join(folder, "."), nil); !errors.Is(err, ErrTaken) {
		t.Errorf("a second claim: %v", err)
	}
	other, err := ClaimFolder(t.TempDir(), nil)
	if err != nil {
		t.Errorf("another folder: %v", err)
	}
	defer other.Close()
	for _, paths := range [][]string{nil, {filepath.Join(folder, "通知.md"), "b \n\".md"}} {
		if err := Ask(folder, paths); err != nil {
			t.Fatal(err)
		}
		if got := <-asked; fmt.Sprint(got) != fmt.Sprint(paths) {
			t.Errorf("asked for %v, heard %v", paths, got)
		}
	}
	c.Close()
	if err := Ask(folder, nil); CodeOf(err) != "folder-free" {
		t.Errorf("asked nobody: %v", err)
	}
	c, err = ClaimFolder(folder, nil)
	if err != nil {
		t.Fatal("it was not given back:", err)
	}
	c.Close()
}

// TestClaimLongPath: a socket's name is short, a user's folder may not be.
func TestClaimLongPath(t *testing.T) {
	t.Setenv(StateVariable, filepath.Join(t.TempDir(), strings.Repeat("很长的名字", 14)))
	folder := t.TempDir()
	asked := make(chan []string, 1)
	c, err := ClaimFolder(folder, func(paths []string) { asked <- paths })
	if err != nil {
		t.Fatal(err)
	}
	if err := Ask(folder, []string{"a"}); err != nil || len(<-asked) != 1 {
		t.Error(err)
	}
	socket := c.socket
	c.Close()
	if _, err := os.Lstat(socket); err == nil {
		t.Error("the socket is still there")
	}
}

// claimer is a process that claims a folder. Argument: the folder.
func claimer() {
	_, err := ClaimFolder(os.Args[1], func(paths []string) { fmt.Println(strings.Join(paths, "|")) })
	check(err)
	fmt.Println("ready")
	select {}
}

// TestClaimOfTheDead: a process that was killed leaves a socket, and no claim.
func TestClaimOfTheDead(t *testing.T) {
	newState(t)
	folder := t.TempDir()
	child, out := start(t, "claimer", folder)
	readLine(t, out)
	if _, err := ClaimFolder(folder, nil); !errors.Is(err, ErrTaken) {
		t.Fatal(err)
	}
	if err := Ask(folder, []string{"甲.md", "乙.md"}); err != nil {
		t.Fatal(err)
	}
	if line := readLine(t, out); line != "甲.md|乙.md\n" {
		t.Errorf("the other heard %q", line)
	}
	child.Process.Kill()
	child.Wait()
	if err := Ask(folder, nil); CodeOf(err) != "folder-free" {
		t.Errorf("asked the dead: %v", err)
	}
	asked := make(chan []string, 1)
	c, err := ClaimFolder(folder, func(paths []string) { asked <- paths })
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := Ask(folder, []string{"丙.md"}); err != nil || (<-asked)[0] != "丙.md" {
		t.Error(err)
	}
}

// TestClaimStranger: who does not know the word is not listened to, nor who talks
// nonsense or without end.
func TestClaimStranger(t *testing.T) {
	newState(t)
	folder := t.TempDir()
	asked := make(chan []string, 10)
	c, err := ClaimFolder(folder, func(paths []string) { asked <- paths })
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, words := range []string{"", "nonsense", `{"Word":"x","Paths":["a"]}`, `{"Paths":["a"]}`, strings.Repeat("[", 3<<20)} {
		conn, err := net.Dial(c.listener.Addr().Network(), c.listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		conn.SetDeadline(time.Now().Add(time.Second))
		conn.Write([]byte(words))
		conn.Close()
	}
	if err := Ask(folder, []string{"ours"}); err != nil || (<-asked)[0] != "ours" || len(asked) > 0 {
		t.Error(err, len(asked))
	}
}

// TestSilent: a window that hangs is told from one that is not there.
func TestSilent(t *testing.T) {
	newState(t)
	folder := t.TempDir()
	c, err := ClaimFolder(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.listener.Close()
	if err := Ask(folder, nil); CodeOf(err) != "folder-silent" {
		t.Error(err)
	}
}
