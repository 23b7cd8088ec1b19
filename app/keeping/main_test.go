package keeping

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// childVariable names the part that the test binary plays when it is started as
// another process.
const childVariable = "SAFETY365_KEEPING_CHILD"

var children = map[string]func(){
	"typist":  typist,
	"writer":  writer,
	"claimer": claimer,
	"holder":  holder,
}

func TestMain(m *testing.M) {
	if part := children[os.Getenv(childVariable)]; part != nil {
		part()
		return
	}
	// Nothing of the person who runs the tests is touched.
	folder, err := os.MkdirTemp("", "keeping-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Setenv(StateVariable, folder)
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// newState gives a test a state folder of its own.
func newState(t testing.TB) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "state")
	t.Setenv(StateVariable, folder)
	return folder
}

// set gives a variable another value during a test.
func set[T any](t testing.TB, v *T, to T) {
	old := *v
	*v = to
	t.Cleanup(func() { *v = old })
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("in a minute it did not come that %s", what)
		}
	}
}

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read(t testing.TB, path string) *File {
	t.Helper()
	file, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
