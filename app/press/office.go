package press

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// maxOffice bounds an office's file, in bytes.
const maxOffice = 1 << 20

// LoadOffice reads what the office has set up: office.yaml in the document's folder,
// which may be nil and whose path is dir, over that beside [ThemeFolder]. It is nil if
// there is neither.
func LoadOffice(folder *bulletins.Folder, dir string) (*kinds.Office, []Finding) {
	office, found, _ := loadOffice(folder, dir)
	return office, found
}

func loadOffice(folder *bulletins.Folder, dir string) (office *kinds.Office, found []Finding, looked []look) {
	if themes, err := ThemeFolder(); err == nil {
		config := filepath.Dir(themes)
		looked = append(looked, lookAt(filepath.Join(config, kinds.OfficeFile)))
		if own, err := bulletins.OpenFolder(config); err == nil {
			defer own.Close()
			var files []string
			office, found, files = readOffice(own, config, nil)
			for _, name := range files {
				looked = append(looked, lookAt(filepath.Join(config, filepath.FromSlash(name))))
			}
		}
	}
	if folder != nil {
		own, more, files := readOffice(folder, dir, office)
		office, found = own, append(found, more...)
		for _, name := range append(files, kinds.OfficeFile) {
			looked = append(looked, lookIn(folder, name))
		}
	}
	return office, found, looked
}

// readOffice reads the office's file of a folder over that of another; without one the
// other counts alone.
func readOffice(folder *bulletins.Folder, dir string, below *kinds.Office) (*kinds.Office, []Finding, []string) {
	path := filepath.Join(dir, kinds.OfficeFile)
	data, err := folder.ReadFile(kinds.OfficeFile, maxOffice)
	if errors.Is(err, fs.ErrNotExist) {
		return below, nil, nil
	}
	if err != nil {
		d := bulletins.Diagnostic{Code: "office-unreadable", Severity: bulletins.Warning, Args: map[string]string{"reason": err.Error()}, Range: nowhere}
		return below, []Finding{{Diagnostic: d, File: path}}, nil
	}
	office, files := kinds.ReadOffice(path, string(data), folder, below)
	var found []Finding
	for _, d := range office.Found {
		f := FindingOf(office.Source, d)
		f.Range, f.Fix = nowhere, nil
		found = append(found, f)
	}
	return office, found, files
}

// OfficeCache keeps the office of a document that is being typed. The zero one is ready
// for use; it is not safe for use by two goroutines at once.
type OfficeCache struct {
	office *kinds.Office
	found  []Finding
	folder *bulletins.Folder
	dir    string
	looks  []look
	looked time.Time
	loaded bool
}

// Load is [LoadOffice], and returns the same pointer as long as no file has changed.
// Files are looked at no more than once a second, unless it is to look now.
func (c *OfficeCache) Load(folder *bulletins.Folder, dir string, now bool) (*kinds.Office, []Finding) {
	if c.loaded && c.folder == folder && c.dir == dir {
		if !now && time.Since(c.looked) < lookEvery {
			return c.office, c.found
		}
		c.looked = time.Now()
		if !slices.ContainsFunc(c.looks, func(l look) bool { return l.changed(folder) }) {
			return c.office, c.found
		}
	}
	c.office, c.found, c.looks = loadOffice(folder, dir)
	c.folder, c.dir, c.looked, c.loaded = folder, dir, time.Now(), true
	return c.office, c.found
}
