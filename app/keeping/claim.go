package keeping

import (
	"bufio"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// ErrTaken says that another window has a folder open. It is asked by Ask.
var ErrTaken error = &Failure{Code: "folder-taken"}

// Claim is the right to be the one window that has a folder open.
type Claim struct {
	lock     *flock.Flock
	listener net.Listener
	socket   string // a file or folder to be removed, or ""
	address  string // the file that says where we listen
}

// How long one program waits for the other.
const (
	askLimit    = 3 * time.Second
	requestSize = 1 << 20
)

// address is what the file beside a lock says: where to ask, and a word that only
// this user's programs can know.
type address struct {
	Network, Address, Word string
}

// request is what one window says to the other, and the answer.
type request struct {
	Word  string
	Paths []string
}

const granted = "safety365 ok\n"

// ClaimFolder makes this process the one that has a folder open, or returns ErrTaken.
// Asked is called, on a goroutine of its own, when another one was told to open files
// of the folder: it opens them, if any, and brings the window to the front. The
// system drops the claim however the process ends.
func ClaimFolder(folder string, asked func(paths []string)) (*Claim, error) {
	locks, err := stateFolder(locksFolder)
	if err != nil {
		return nil, journalFailure(err)
	}
	base := filepath.Join(locks, keyOf(folder))
	c := &Claim{lock: flock.New(base + lockSuffix), address: base + ".json"}
	ok, err := c.lock.TryLock()
	if err != nil {
		return nil, journalFailure(err)
	}
	if !ok {
		return nil, ErrTaken
	}
	word := rand.Text()
	// Without a place to listen the folder is still ours; others are told so.
	if err := c.listen(base, word); err == nil {
		go c.serve(word, asked)
	}
	return c, nil
}

// Close gives the folder back.
func (c *Claim) Close() {
	os.Remove(c.address)
	if c.listener != nil {
		c.listener.Close()
	}
	if c.socket != "" {
		os.RemoveAll(c.socket)
	}
	c.lock.Unlock() // the file stays, for somebody may be waiting for it
}

// listen opens a socket beside the lock, or, where names are too long for one or there
// are none, elsewhere. A socket that a dead process left is removed first: we have
// the lock.
func (c *Claim) listen(base, word string) error {
	c.socket = base + ".sock"
	os.Remove(c.socket)
	at := address{"unix", c.socket, word}
	l, err := net.Listen(at.Network, at.Address)
	if err != nil {
		c.socket = ""
		if folder, err := os.MkdirTemp("", "s365-"); err == nil { // for this user alone
			c.socket, at.Address = folder, filepath.Join(folder, "s")
			l, err = net.Listen(at.Network, at.Address)
		}
	}
	if l == nil {
		at.Network = "tcp"
		if l, err = net.Listen(at.Network, "127.0.0.1:0"); err != nil {
			return err
		}
		at.Address = l.Addr().String()
	}
	c.listener = l
	data, err := json.Marshal(at)
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.address, nil, 0o600); err != nil {
		return err
	}
	return Write(c.address, data)
}

func (c *Claim) serve(word string, asked func([]string)) {
	for {
		conn, err := c.listener.Accept()
		if err != nil {
			return // closed
		}
		go func() {
			defer conn.Close()
			conn.SetDeadline(time.Now().Add(askLimit))
			var r request
			if json.NewDecoder(io.LimitReader(conn, requestSize)).Decode(&r) != nil ||
				subtle.ConstantTimeCompare([]byte(r.Word), []byte(word)) != 1 {
				return
			}
			io.WriteString(conn, granted)
			conn.Close()
			asked(r.Paths)
		}()
	}
}

// Ask asks the window that has a folder open to open files and to come to the front.
// An error means that there is none, or that it does not answer: code folder-free or
// folder-silent.
func Ask(folder string, paths []string) error {
	base := filepath.Join(State(), locksFolder, keyOf(folder))
	if !taken(base + lockSuffix) {
		return fail("folder-free", nil)
	}
	// It may have the lock and not listen yet.
	var err error
	for range 10 {
		if err = ask(base, paths); err == nil {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fail("folder-silent", err)
}

// taken says whether a process holds a lock.
func taken(path string) bool {
	if _, err := os.Lstat(path); err != nil {
		return false
	}
	lock := flock.New(path)
	ok, err := lock.TryRLock()
	if ok {
		lock.Unlock()
	}
	return err == nil && !ok
}

func ask(base string, paths []string) error {
	data, err := os.ReadFile(base + ".json")
	if err != nil {
		return err
	}
	var at address
	if err := json.Unmarshal(data, &at); err != nil {
		return err
	}
	conn, err := net.DialTimeout(at.Network, at.Address, askLimit)
	if err != nil {
		return err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(askLimit))
	if err := json.NewEncoder(conn).Encode(request{at.Word, paths}); err != nil {
		return err
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	if err == nil && answer != granted {
		err = io.ErrUnexpectedEOF
	}
	return err
}
