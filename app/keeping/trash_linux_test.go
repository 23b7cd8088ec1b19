//go:build linux

package keeping

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// note reads what a trash can knows of a file.
func note(t *testing.T, can, name string) (path string) {
	t.Helper()
	lines := strings.Split(get(t, filepath.Join(can, "info", name+".trashinfo")), "\n")
	if len(lines) < 3 || lines[0] != "[Trash Info]" || !strings.HasPrefix(lines[1], "Path=") || !strings.HasPrefix(lines[2], "DeletionDate=") {
		t.Fatalf("the note is %q", lines)
	}
	when, err := time.ParseInLocation("2006-01-02T15:04:05", strings.TrimPrefix(lines[2], "DeletionDate="), time.Local)
	if err != nil || time.Since(when) > time.Minute || time.Since(when) < -time.Minute {
		t.Errorf("thrown away at %v (%v)", when, err)
	}
	path, err = url.PathUnescape(strings.TrimPrefix(lines[1], "Path="))
	if err != nil {
		t.Error(err)
	}
	return path
}

func TestTrash(t *testing.T) {
	newState(t)
	data := t.TempDir()
	t.Setenv("XDG_DATA_HOME", data)
	can := filepath.Join(data, "Trash")
	folder, _ := filepath.EvalSymlinks(t.TempDir())
	path := filepath.Join(folder, "通知 100%.md")
	for _, name := range []string{"通知 100%.md", "通知 100%.2.md", "通知 100%.3.md"} {
		put(t, path, name)
		if err := Trash(path); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(path); err == nil {
			t.Error("it is still there")
		}
		if got := get(t, filepath.Join(can, "files", name)); got != name {
			t.Errorf("%s holds %q", name, got)
		}
		if got := note(t, can, name); got != path {
			t.Errorf("%s comes from %q", name, got)
		}
	}
	if err := Trash(path); CodeOf(err) != "file-gone" {
		t.Errorf("what is not there: %v", err)
	}

	// A folder goes with all that is in it, a link without what it points to.
	sub := filepath.Join(folder, "图")
	os.Mkdir(sub, 0o777)
	put(t, filepath.Join(sub, "p.png"), "P")
	link := filepath.Join(folder, "link.md")
	os.Symlink(filepath.Join(sub, "p.png"), link)
	if err := Trash(link); err != nil || get(t, filepath.Join(sub, "p.png")) != "P" {
		t.Error(err)
	}
	if err := Trash(sub); err != nil || get(t, filepath.Join(can, "files", "图", "p.png")) != "P" {
		t.Error(err)
	}
}

// TestTrashOnDisk: another disk has a trash can of its own; one that has none and
// takes none keeps the file.
func TestTrashOnDisk(t *testing.T) {
	newState(t)
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	disk := mount(t, "size=256k")
	folder := filepath.Join(disk, "文稿")
	os.Mkdir(folder, 0o777)
	path := filepath.Join(folder, "a.md")
	put(t, path, "甲")
	if err := Trash(path); err != nil {
		t.Fatal(err)
	}
	matches, _ := filepath.Glob(filepath.Join(disk, ".Trash-*"))
	if len(matches) != 1 || get(t, filepath.Join(matches[0], "files", "a.md")) != "甲" || note(t, matches[0], "a.md") != "文稿/a.md" {
		t.Errorf("%v", matches)
	}

	shared := filepath.Join(disk, ".Trash")
	os.Mkdir(shared, 0o777)
	os.Chmod(shared, 0o777|os.ModeSticky)
	put(t, path, "乙")
	if err := Trash(path); err != nil {
		t.Fatal(err)
	}
	if matches, _ = filepath.Glob(filepath.Join(shared, "*", "files", "a.md")); len(matches) != 1 || get(t, matches[0]) != "乙" {
		t.Errorf("%v", matches)
	}

	os.RemoveAll(shared)
	all, _ := filepath.Glob(filepath.Join(disk, ".Trash-*"))
	os.RemoveAll(all[0])
	put(t, all[0], "a file where the can should be")
	put(t, path, "丙")
	if err := Trash(path); CodeOf(err) != "trash-failed" || get(t, path) != "丙" {
		t.Error(err)
	}
}
