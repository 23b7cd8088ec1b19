package window

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// lossLimit is how much typing may be lost when the program is killed.
const lossLimit = time.Second

// TestKill kills the window again and again while somebody types into it and saves.
// The document's file is always whole and never older than it was, and after the next
// start at most a second of typing is missing. SAFETY365_SOAK=1 makes it 200 times;
// SAFETY365_SEED=N gives the same keys, pauses and ends once more.
func TestKill(t *testing.T) {
	rounds, seed := 20, uint64(time.Now().UnixNano())
	if os.Getenv("SAFETY365_SOAK") != "" {
		rounds = 200
	}
	if n, err := strconv.ParseUint(os.Getenv("SAFETY365_SEED"), 10, 64); err == nil {
		seed = n
	}
	s := raise(t)
	t.Logf("SAFETY365_SEED=%d", seed)
	text := strings.TrimSuffix(long(20<<10), "\n")
	k := &soak{stage: s, path: s.document("通知.md", text), text: text, inFile: len(text), typist: s.newTypist(seed)}
	r := rand.New(rand.NewPCG(seed, 7))
	for k.round = range rounds {
		k.open()
		if k.round%5 == 4 { // while it opens and recovers
			time.Sleep(time.Duration(r.IntN(300)) * time.Millisecond)
		} else {
			k.intoText()
			k.typist.begin()
			time.Sleep(time.Duration(r.IntN(2500)) * time.Millisecond)
		}
		if k.round%3 == 2 { // while it saves
			k.typist.press("ctrl+s")
			time.Sleep(time.Duration(r.IntN(60)) * time.Millisecond)
		}
		k.end()
		k.inspect()
	}
	k.open()
	if reports, _ := filepath.Glob(filepath.Join(s.home, ".config", "safety365", "crashes", "*")); len(reports) > 0 {
		t.Errorf("it fell by itself: %s", read(t, reports[0]))
	}
	t.Logf("%d rounds, %d characters typed, %d times recovered, at worst %v of typing lost",
		rounds, len(k.text)-len(text), k.recovered, k.worst.Round(time.Millisecond))
}

// soak is a document that is written through many deaths of the program.
type soak struct {
	*stage
	path   string
	text   string // what the last start brought back, and no start may lose again
	keys   []key  // typed since
	killed time.Time
	inFile int // bytes of the text that the file had

	typist    *typist
	round     int
	recovered int
	worst     time.Duration // of typing that was lost
}

// typed is the text with all that was typed since the last start.
func (k *soak) typed() string {
	var b strings.Builder
	b.WriteString(k.text)
	for _, key := range k.keys {
		b.WriteString(key.text)
	}
	return b.String()
}

// open starts the program, has it restore what it offers, and looks at what is lost.
func (k *soak) open() {
	k.t.Helper()
	k.start(k.path)
	if strings.Contains(k.ask("texts"), "恢复上次没有保存的内容") {
		k.recovered++
		x, y := k.see("恢复")
		k.do("xdotool", "mousemove", "--window", k.window, strconv.Itoa(x), strconv.Itoa(y), "click", "1")
		k.until("it is restored", 5*time.Second, func() bool { return !strings.Contains(k.ask("texts"), "恢复上次没有保存的内容") })
	}
	got, all := k.ask("text"), k.typed()
	if !strings.HasPrefix(all, got) || len(got) < max(len(k.text), k.inFile) {
		k.t.Fatalf("round %d: of %q, of which the file had %d, came back %q", k.round, tail(all), k.inFile, tail(got))
	}
	end := len(k.text)
	for _, key := range k.keys {
		if end += len(key.text); end > len(got) {
			lost := k.killed.Sub(key.at)
			if k.worst = max(k.worst, lost); lost > lossLimit {
				k.t.Errorf("round %d: typing of %v is lost: %q", k.round, lost, all[len(got):])
			}
			break
		}
	}
	k.text, k.keys = got, nil
}

// end kills the program in the middle of what it does.
func (k *soak) end() {
	k.killed = time.Now()
	k.kill()
	for _, key := range k.typist.end() {
		if key.at.Before(k.killed) {
			k.keys = append(k.keys, key)
		}
	}
}

// inspect looks at what the dead program left of the file.
func (k *soak) inspect() {
	k.t.Helper()
	got, all := read(k.t, k.path), k.typed()
	if !strings.HasPrefix(all, got) || len(got) < k.inFile {
		k.t.Fatalf("round %d: the file is damaged: %d bytes, before %d: %q", k.round, len(got), k.inFile, tail(got))
	}
	k.inFile = len(got)
	entries, err := os.ReadDir(filepath.Dir(k.path))
	must(k.t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(k.path) && !strings.HasSuffix(e.Name(), ".safety365.tmp") {
			k.t.Errorf("round %d: %s lies beside the document", k.round, e.Name())
		}
	}
}

// tail is the end of a text, for messages.
func tail(s string) string { return s[max(0, len(s)-120):] }

// key is something that was typed, and when.
type key struct {
	at   time.Time
	text string
}

// typist types numbered words, in paragraphs, into the window that is in front; saves
// now and then, and now and then rests so long that the program saves by itself.
type typist struct {
	mu       sync.Mutex
	keyboard io.Writer // an xdotool that takes commands
	r        *rand.Rand
	word     int
	keys     []key
	stop     chan struct{} // nil: nothing is typed
	over     chan struct{}
}

func (s *stage) newTypist(seed uint64) *typist {
	s.t.Helper()
	xdotool := s.tool("xdotool", "-")
	keyboard, err := xdotool.StdinPipe()
	must(s.t, err)
	s.background(xdotool)
	return &typist{keyboard: keyboard, r: rand.New(rand.NewPCG(seed, 8))}
}

// press presses a key, named as xdotool does.
func (p *typist) press(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintln(p.keyboard, "key", name)
}

// begin begins to type.
func (p *typist) begin() {
	p.stop, p.over = make(chan struct{}), make(chan struct{})
	go func() {
		defer close(p.over)
		for p.write() {
		}
	}()
}

// write types a word and what comes after it, until it is stopped.
func (p *typist) write() (more bool) {
	p.word++
	for _, c := range "w" + strconv.Itoa(p.word) {
		if !p.put(string(c), string(c)) {
			return false
		}
	}
	switch n := p.r.IntN(40); {
	case n < 3:
		return p.put("Return", "\n\n")
	case n < 6:
		p.press("ctrl+s")
	case n == 6:
		return p.put("space", " ") && p.rest(2500)
	}
	return p.put("space", " ")
}

// put presses a key that puts text into the document, and waits for as long as fast
// fingers do.
func (p *typist) put(name, text string) (more bool) {
	p.keys = append(p.keys, key{time.Now(), text})
	p.press(name)
	return p.rest(25 + p.r.IntN(40))
}

// rest waits some milliseconds, unless the typist is stopped.
func (p *typist) rest(ms int) (more bool) {
	select {
	case <-p.stop:
		return false
	case <-time.After(time.Duration(ms) * time.Millisecond):
		return true
	}
}

// end stops typing and returns what was typed since begin.
func (p *typist) end() []key {
	if p.stop == nil {
		return nil
	}
	close(p.stop)
	<-p.over
	keys := p.keys
	p.stop, p.keys = nil, nil
	return keys
}
