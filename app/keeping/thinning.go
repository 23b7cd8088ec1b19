package keeping

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const day = 24 * time.Hour

// byHand says whether a person decided that a text was worth keeping.
func (r Reason) byHand() bool { return r == Saved || r == Exported }

// A rule keeps, of the versions up to an age, the newest of each period.
type rule struct {
	age    time.Duration
	period func(time.Time) string // "" keeps every one
}

func every(format string) func(time.Time) string {
	return func(t time.Time) string { return t.Local().Format(format) }
}

var (
	each   = func(time.Time) string { return "" }
	hourly = every("2006-01-02 15")
	daily  = every("2006-01-02")
	month  = every("2006-01")
)

const forever = time.Duration(1<<63 - 1)

// What is kept how long.
var (
	automatic  = []rule{{day, each}, {7 * day, hourly}, {60 * day, daily}}
	deliberate = []rule{{7 * day, each}, {60 * day, hourly}, {366 * day, daily}, {forever, month}}
)

// thin drops versions that are old and close to others, and then the oldest, those
// by hand last, until the rest keeps to the budget. The newest is never dropped. A
// version from the future (the clock was put back) counts as new.
func thin(versions []Version, now time.Time, budget int64) []Version {
	kept := make([]bool, len(versions))
	seen := map[string]bool{}
	for i := len(versions) - 1; i >= 0; i-- {
		v := versions[i]
		key, ok := v.place(now)
		kept[i] = i == len(versions)-1 || ok && (key == "" || !seen[key])
		if kept[i] {
			seen[key] = true
		}
	}
	drop(versions, kept, budget)
	var out []Version
	for i, v := range versions {
		if kept[i] {
			out = append(out, v)
		}
	}
	return out
}

// place names the period in which a version is kept alone; ok is false if it is too
// old to be kept.
func (v Version) place(now time.Time) (key string, ok bool) {
	rules := automatic
	if v.Reason.byHand() {
		rules = deliberate
	}
	age := now.Sub(v.When)
	for _, r := range rules {
		if age < r.age {
			if key = r.period(v.When); key != "" && v.Reason.byHand() {
				key = "by hand " + key
			}
			return key, true
		}
	}
	return "", false
}

// drop keeps to a budget. A text that several versions share costs once.
func drop(versions []Version, kept []bool, budget int64) {
	uses := map[string]int{}
	var total int64
	for i, v := range versions {
		if kept[i] {
			if uses[v.Sum]++; uses[v.Sum] == 1 {
				total += v.Size
			}
		}
	}
	for _, byHand := range []bool{false, true} {
		for i, v := range versions[:max(0, len(versions)-1)] {
			if total <= budget {
				return
			}
			if kept[i] && v.Reason.byHand() == byHand {
				kept[i] = false
				if uses[v.Sum]--; uses[v.Sum] == 0 {
					total -= v.Size
				}
			}
		}
	}
}

// Tidy thins the versions of all documents and drops those of the documents that
// were left longest, until they keep to TotalBudget. It also removes old crash
// reports. It is meant for a worker after the start.
func Tidy() {
	tidyVersions(time.Now(), TotalBudget)
	tidyCrashes()
}

type shelved struct {
	path string
	last time.Time
	size int64
}

func tidyVersions(now time.Time, budget int64) {
	root := filepath.Join(State(), versionsFolder)
	entries, _ := os.ReadDir(root)
	var shelves []shelved
	var total int64
	for _, e := range entries {
		s := shelf{filepath.Join(root, e.Name())}
		unlock, err := lockBriefly(versionsFolder)
		if err != nil {
			return
		}
		one := s.tidy(now)
		unlock()
		shelves = append(shelves, one)
		total += one.size
	}
	slices.SortFunc(shelves, func(a, b shelved) int { return a.last.Compare(b.last) })
	for _, one := range shelves {
		if total <= budget {
			return
		}
		unlock, err := lockBriefly(versionsFolder)
		if err != nil {
			return
		}
		if (shelf{one.path}).remove() == nil {
			total -= one.size
		}
		unlock()
	}
}

// tidy thins one shelf and says what is left.
func (s shelf) tidy(now time.Time) shelved {
	left := shelved{path: s.folder}
	all, err := s.read()
	if err != nil {
		left.last = now
		return left
	}
	kept := thin(all.Versions, now, VersionBudget)
	if len(kept) < len(all.Versions) {
		all.Versions = kept
		if s.write(all) == nil {
			s.sweep(kept)
		}
	}
	counted := map[string]bool{}
	for _, v := range kept {
		if left.last.Before(v.When) {
			left.last = v.When
		}
		if !counted[v.Sum] {
			counted[v.Sum] = true
			left.size += v.Size
		}
	}
	return left
}

// tidyCrashes keeps the newest reports.
func tidyCrashes() {
	folder := filepath.Join(State(), crashesFolder)
	entries, _ := os.ReadDir(folder) // sorted by name, which begins with the time
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".txt") {
			names = append(names, e.Name())
		}
	}
	for len(names) > 20 {
		os.Remove(filepath.Join(folder, names[0]))
		names = names[1:]
	}
}
