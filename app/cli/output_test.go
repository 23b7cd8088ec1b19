package cli

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReplaceFails: whatever goes wrong while writing, the older file stays and
// nothing else is left.
func TestReplaceFails(t *testing.T) {
	for name, fail := range map[string]func() error{
		"error": func() error { return errors.New("the disk is full") },
		"panic": func() error { panic("a fault") },
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "out.pdf")
			if err := os.WriteFile(path, []byte("older"), 0o600); err != nil {
				t.Fatal(err)
			}
			err := replace(path, func(w io.Writer) error {
				io.WriteString(w, "half of")
				return fail()
			})
			if err == nil {
				t.Error("no error")
			}
			checkFolder(t, folder, "out.pdf", "older")
		})
	}
}

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.pdf")
	for _, text := range []string{"first", "second"} {
		err := replace(path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		checkFolder(t, folder, "out.pdf", text)
		os.Chmod(path, 0o640)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0o040 && os.PathSeparator == '/' {
		t.Errorf("the mode of the older file is lost: %v %v", info.Mode(), err)
	}
}

func checkFolder(t *testing.T, folder, name, text string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].Name() != name {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
	if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
		t.Errorf("%s holds %q (%v)", name, got, err)
	}
}

func TestPageRange(t *testing.T) {
	const end = 1 << 30
	for s, want := range map[string][3]int{
		"": {1, end, 1}, "2": {2, 2, 1}, "2-4": {2, 4, 1}, "2-": {2, end, 1},
		"0": {}, "-2": {}, "4-2": {}, "x": {}, "1-x": {}, "1-2-3": {},
	} {
		first, last, ok := pageRange(s)
		if ok != (want[2] == 1) || ok && (first != want[0] || last != want[1]) {
			t.Errorf("%q gives %d to %d, %v", s, first, last, ok)
		}
	}
}

func TestAppendQuoted(t *testing.T) {
	for _, s := range []string{"", "安全“第一”", "a\"b\\c\n\t\x01\x1f\x7f", "<&>", "\u2028\u2029", "\xff", "𠮷"} {
		var back string
		if err := json.Unmarshal(appendQuoted(nil, s), &back); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); back != want {
			t.Errorf("%q comes back as %q", s, back)
		}
	}
}

// TestTexts: every text takes the same values in both languages.
func TestTexts(t *testing.T) {
	for key, text := range texts {
		verbs := func(s string) (out []string) {
			for i := 0; i+1 < len(s); i++ {
				if s[i] == '%' {
					out = append(out, s[i:i+2])
				}
			}
			return
		}
		if en, zh := strings.Join(verbs(text.en), " "), strings.Join(verbs(text.zh), " "); en != zh {
			t.Errorf("%s takes %q in English and %q in Chinese", key, en, zh)
		}
		if strings.HasPrefix(key, "flag-") && strings.Contains(text.en, "|") != strings.Contains(text.zh, "|") {
			t.Errorf("%s has a value in one language only", key)
		}
	}
}
