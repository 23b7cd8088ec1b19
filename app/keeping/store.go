package keeping

import (
	"bytes"
	"io/fs"
	"os"
)

// store writes a text to a file that we know as known (nil: not at all), unless
// somebody else has changed it. It returns the file as it then is, or what stands in
// it in spite of us.
func store(path, text string, format Format, known *File, o order) (now, disk *File, err error) {
	unlock, err := lockBriefly(saveLock(path)) // other windows of ours
	if err == nil {
		defer unlock()
	}
	data := format.Encode(text)
	disk, there, err := readFile(path)
	switch CodeOf(err) {
	case "":
		if bytes.Equal(there, data) {
			disk.Path = path
			own.read(absolute(path), fingerprintOf(data))
			return disk, nil, nil // it is there already
		}
		if known == nil || disk.Sum != known.Sum {
			if !o.force {
				return nil, disk, fail("save-conflict", nil, nameArgs(path)...)
			}
			if err := AddVersion(path, disk.Text, Outside); err != nil {
				return nil, disk, err
			}
		} else if o.first {
			AddVersion(path, disk.Text, Opened) // saving does not fail for want of it
		}
	case "file-gone":
		if known != nil && !o.manual {
			return nil, nil, fail("save-gone", err, nameArgs(path)...)
		}
	case "too-large":
		if !o.force {
			return nil, nil, fail("save-conflict", err, nameArgs(path)...)
		}
	default:
		return nil, nil, err
	}
	if protected(path) {
		return nil, nil, fail("file-read-only", fs.ErrPermission, nameArgs(path)...)
	}
	if err := Write(path, data); err != nil {
		return nil, nil, fileFailure(path, err)
	}
	info, _ := os.Stat(path)
	now = fileOf(path, data, info)
	now.Text = text
	return now, nil, nil
}

// saveLock names the lock under which a file is compared and written. A few files
// share one.
func saveLock(path string) string { return "save-" + keyOf(path)[:1] }

// protected says whether a file is marked as not to be written. Replacing it would go
// past that mark.
func protected(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o222 == 0
}
