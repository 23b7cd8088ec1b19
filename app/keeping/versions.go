package keeping

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// Reason says why a version was kept.
type Reason string

const (
	Saved     Reason = "saved"     // by hand
	Exported  Reason = "exported"  // an output was made of it
	Opened    Reason = "opened"    // it was there before the first change
	Autosaved Reason = "autosaved" // from time to time
	Outside   Reason = "outside"   // something changed outside was about to take its place
	Restored  Reason = "restored"  // an older version was about to take its place
	Discarded Reason = "discarded" // it was recovered, or unsaved, and not wanted
)

// Version is a text that a document once had.
type Version struct {
	Number     int       `json:"number"` // counts up; the order of versions, whatever the clock said
	When       time.Time `json:"when"`
	Reason     Reason    `json:"reason"`
	Characters int       `json:"characters"` // without spaces
	Sum        string    `json:"sum"`        // SHA-256 of the text
	Size       int64     `json:"size"`       // on disk
}

// VersionBudget is how much the versions of one document may take on disk;
// TotalBudget, of all documents.
var (
	VersionBudget int64 = 64 << 20
	TotalBudget   int64 = 1 << 30
)

// AddVersion keeps a text of the document with this path; path is "" for documents
// that have none yet. A text equal to the newest version is not kept twice, but its
// reason may rise: one that was saved by hand is kept longer.
func AddVersion(path, text string, why Reason) error {
	return addVersion(path, text, why, time.Now())
}

func addVersion(path, text string, why Reason, now time.Time) error {
	return withShelf(path, func(s shelf) error {
		all, err := s.read()
		if err != nil {
			return err
		}
		all.Path = path
		sum := sha256.Sum256(bytesOf(text))
		v := Version{When: now.Round(0), Reason: why, Characters: characters(text), Sum: hex.EncodeToString(sum[:])}
		if n := len(all.Versions); n > 0 {
			last := &all.Versions[n-1]
			if last.Sum == v.Sum && s.has(v.Sum) {
				if why.byHand() && !last.Reason.byHand() {
					last.Reason, last.When = why, v.When
					return s.write(all)
				}
				return nil
			}
			v.Number = last.Number
		}
		v.Number++
		if v.Size, err = s.put(v.Sum, text); err != nil {
			return err
		}
		all.Versions = append(all.Versions, v)
		all.Versions = thin(all.Versions, now, VersionBudget)
		if err := s.write(all); err != nil {
			return err
		}
		s.sweep(all.Versions)
		return nil
	})
}

// Versions lists the versions of a document, the newest last.
func Versions(path string) ([]Version, error) {
	s := shelf{filepath.Join(State(), versionsFolder, shelfName(path))}
	all, err := s.read()
	if err != nil {
		return nil, versionFailure(err)
	}
	return all.Versions, nil
}

// ReadVersion returns the text of a version.
func ReadVersion(path string, v Version) (string, error) {
	s := shelf{filepath.Join(State(), versionsFolder, shelfName(path))}
	if len(v.Sum) != hex.EncodedLen(sha256.Size) || strings.ContainsFunc(v.Sum, func(r rune) bool { return !unicode.Is(unicode.ASCII_Hex_Digit, r) }) {
		return "", fail("version-damaged", nil)
	}
	data, err := os.ReadFile(s.blob(v.Sum))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fail("version-gone", err)
	}
	if err != nil {
		return "", versionFailure(err)
	}
	text, err := unsqueeze(data)
	if sum := sha256.Sum256(text); err != nil || hex.EncodeToString(sum[:]) != v.Sum {
		return "", fail("version-damaged", err)
	}
	return string(text), nil
}

// MoveVersions takes the versions along when a document is renamed or moved. If
// there are versions at the new path already, they stay before those moved.
func MoveVersions(from, to string) error {
	if shelfName(from) == shelfName(to) {
		return nil
	}
	return withShelf(from, func(a shelf) error {
		folder, err := stateFolder(versionsFolder, shelfName(to))
		if err != nil {
			return err
		}
		return a.moveTo(shelf{folder}, to)
	})
}

func shelfName(path string) string {
	if path == "" {
		return "unsaved"
	}
	return keyOf(path)
}

// withShelf runs f on a document's versions while nobody else works on any.
func withShelf(path string, f func(shelf) error) error {
	folder, err := stateFolder(versionsFolder, shelfName(path))
	if err != nil {
		return versionFailure(err)
	}
	unlock, err := lockBriefly(versionsFolder)
	if err != nil {
		return versionFailure(err)
	}
	defer unlock()
	if err := f(shelf{folder}); err != nil {
		return versionFailure(err)
	}
	return nil
}

func versionFailure(err error) error {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	if isFull(err) {
		return fail("journal-full", err, "folder", State())
	}
	return fail("version-failed", err, "folder", State(), "reason", reason(err))
}

// characters counts what is not a space.
func characters(text string) (n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
