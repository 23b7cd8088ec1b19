package keeping

import (
	"encoding/binary"
	"fmt"
	"hash/crc64"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The typist writes each text that it comes to, before it is handed on, as a line of
// a record of its own: when, and what it is known by. Such a line survives kill -9.
const lineSize = 16

var table = crc64.MakeTable(crc64.ECMA)

func mark(text string) uint64 { return crc64.Checksum(bytesOf(text), table) }

// typist is a process that opens a document, recovers what there is to recover, and
// types, saves and closes until it is killed. Arguments: the document, the record, a
// seed.
func typist() {
	path, record := os.Args[1], os.Args[2]
	seed, _ := strconv.ParseUint(os.Args[3], 10, 64)
	r := rand.New(rand.NewPCG(seed, 5))
	saveDefault.rest, saveDefault.longest = 40*time.Millisecond, 150*time.Millisecond // as much as possible goes on
	log, err := os.OpenFile(record, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	check(err)
	for {
		saver, text := sit(path)
		fmt.Println("ready")
		for n := 0; n < 50 || r.IntN(300) > 0; n++ {
			text = edited(r, text)
			line := binary.LittleEndian.AppendUint64(nil, uint64(time.Now().UnixNano()))
			_, err := log.Write(binary.LittleEndian.AppendUint64(line, mark(text)))
			check(err)
			saver.Changed(text)
			if r.IntN(60) == 0 {
				saver.Save()
			}
			time.Sleep(time.Duration(r.IntN(4000)) * time.Microsecond)
		}
		saver.Save()
		check(saver.Close())
	}
}

// sit opens the document, with what was recovered of it.
func sit(path string) (*Saver, string) {
	file, err := Read(path)
	check(err)
	text, journal := file.Text, (*Journal)(nil)
	for _, r := range Recoverable() {
		if r.Path != path || journal != nil {
			check(fmt.Errorf("offered as well: %s of %v", r.Path, r.When))
		}
		text = r.Text
		journal, err = r.Restore(nil)
		check(err)
	}
	if journal == nil {
		journal = Open(path, text, nil)
	}
	s := NewSaver(SaverOptions{File: file, Text: file.Text, Journal: journal, Autosave: true, Done: func(r Result) { check(r.Err) }})
	if text != file.Text {
		s.Changed(text)
	}
	return s, text
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "typist:", err)
		os.Exit(3)
	}
}

// TestSoak kills a process that types and saves, again and again: the document's file
// is always one of the texts that there were, and what comes back is less than a
// second old. SAFETY365_SOAK=1 makes it 200 times.
func TestSoak(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 5
	}
	if os.Getenv("SAFETY365_SOAK") != "" {
		rounds = 200
	}
	newState(t)
	folder := t.TempDir()
	path, record := filepath.Join(folder, "通报.md"), filepath.Join(t.TempDir(), "record")
	first := strings.Repeat("安全生产警示教育，警钟长鸣。\n", 600)
	put(t, path, strings.ReplaceAll(first, "\n", "\r\n"))
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 6))
	marks := map[uint64]int{mark(first): -1}
	var worst time.Duration
	recovered, typed := 0, 0
	for round := range rounds {
		child, out := start(t, "typist", path, record, strconv.Itoa(round))
		if line := readLine(t, out); line != "ready\n" {
			t.Fatalf("round %d: the typist did not start", round)
		}
		life := time.Duration(20+r.IntN(350)) * time.Millisecond
		if round%7 == 3 {
			life += 1200 * time.Millisecond // long enough to lose more than a second
		}
		time.Sleep(life)
		child.Process.Kill()
		killed := time.Now()
		if err := child.Wait(); child.ProcessState.ExitCode() == 3 {
			t.Fatalf("round %d: %v", round, err)
		}
		times := readRecord(t, record, marks)
		typed = len(times)

		data := get(t, path)
		text, format := Decode([]byte(data))
		at, ok := marks[mark(text)]
		if !ok || !format.CRLF || format.Mixed {
			t.Fatalf("round %d: the file is damaged: %d bytes, %+v", round, len(data), format)
		}
		for _, found := range Recoverable() {
			recovered++
			back, ok := marks[mark(found.Text)]
			if !ok || found.Path != path {
				t.Fatalf("round %d: what is offered is none of the texts", round)
			}
			if back < at {
				t.Errorf("round %d: what is offered is older than the file", round)
			}
			at = max(at, back)
		}
		letGo()
		if at+1 < len(times) {
			lost := killed.Sub(times[at+1])
			if worst = max(worst, lost); lost > time.Second {
				t.Errorf("round %d: typing of %v is lost", round, lost)
			}
		}
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if e.Name() != filepath.Base(path) && !isTemp(e.Name()) {
				t.Errorf("round %d: %s lies beside the document", round, e.Name())
			}
		}
	}
	t.Logf("%d rounds, %d texts, %d times recovered, at worst %v of typing lost", rounds, typed, recovered, worst.Round(time.Millisecond))
}

// readRecord reads the typist's record: when each text came, and which it was.
func readRecord(t *testing.T, path string, marks map[uint64]int) (times []time.Time) {
	data := get(t, path)
	for i := 0; i+lineSize <= len(data); i += lineSize {
		line := []byte(data[i : i+lineSize])
		marks[binary.LittleEndian.Uint64(line[8:])] = len(times)
		times = append(times, time.Unix(0, int64(binary.LittleEndian.Uint64(line))))
	}
	return times
}
