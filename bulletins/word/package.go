package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"safety365/bulletins"
)

// Limits of a file that is read.
const (
	MaxFile     = 100 << 20 // bytes of the file
	maxUnpacked = 300 << 20 // bytes of all parts that are read
	maxPart     = 64 << 20  // bytes of a part of text
	maxPicture  = 64 << 20
	maxEntries  = 20_000
	maxDepth    = 200     // elements inside each other
	maxElements = 3 << 20 // of a part
)

// refusal is a file that is not read, as a Diagnostic.
type refusal struct{ bulletins.Diagnostic }

func (r *refusal) Error() string { return r.Code }

func refuse(code string, args ...string) *refusal {
	return &refusal{problem(bulletins.Error, code, args...)}
}

func problem(severity bulletins.Severity, code string, args ...string) bulletins.Diagnostic {
	d := bulletins.Diagnostic{Code: code, Severity: severity, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		d.Args[args[i]] = args[i+1]
	}
	return d
}

func megabytes(n int64) string { return strconv.FormatInt(n>>20, 10) + " MB" }

// container is the ZIP file with what was taken out of it so far.
type container struct {
	name  string
	parts map[string]*zip.File
	taken int64
}

// openContainer looks at a file's first bytes before anything is unpacked.
func openContainer(r io.ReaderAt, size int64, name string) (*container, *refusal) {
	if size > MaxFile {
		return nil, refuse("word-too-large", "name", name, "limit", megabytes(MaxFile))
	}
	if size == 0 {
		return nil, refuse("word-empty", "name", name)
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse("word-broken", "name", name, "reason", err.Error())
	}
	if d := otherFormat(r, size, head, name); d != nil {
		return nil, d
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse("word-broken", "name", name, "reason", err.Error())
	}
	if len(z.File) > maxEntries {
		return nil, refuse("word-bomb", "name", name, "limit", megabytes(maxUnpacked))
	}
	c := &container{name: name, parts: map[string]*zip.File{}}
	for _, f := range z.File {
		clean := strings.TrimPrefix(f.Name, "/")
		if strings.Contains(clean, `\`) || path.Clean("/"+clean) != "/"+strings.TrimSuffix(clean, "/") {
			return nil, refuse("word-path", "name", name, "part", f.Name)
		}
		if strings.HasSuffix(strings.ToLower(clean), "vbaproject.bin") {
			return nil, refuse("word-macro", "name", name)
		}
		c.parts[clean] = f
	}
	if d := c.otherPackage(); d != nil {
		return nil, d
	}
	if c.parts["[Content_Types].xml"] == nil {
		return nil, refuse("word-no-document", "name", name)
	}
	types, err2 := c.read("[Content_Types].xml", maxPart)
	if err2 != nil {
		return nil, err2
	}
	if bytes.Contains(types, []byte("macroEnabled")) {
		return nil, refuse("word-macro", "name", name)
	}
	return c, nil
}

// read unpacks a part within the limits; nil without an error if there is none.
func (c *container) read(name string, limit int64) ([]byte, *refusal) {
	f := c.parts[strings.TrimPrefix(name, "/")]
	if f == nil {
		return nil, nil
	}
	room := min(limit, maxUnpacked-c.taken)
	if int64(f.UncompressedSize64) > room || f.UncompressedSize64 > 1<<40 {
		return nil, refuse("word-bomb", "name", c.name, "limit", megabytes(room))
	}
	in, err := f.Open()
	if err != nil {
		return nil, refuse("word-broken", "name", c.name, "reason", err.Error())
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, room+1))
	if err != nil {
		return nil, refuse("word-broken", "name", c.name, "reason", err.Error())
	}
	if int64(len(data)) > room {
		return nil, refuse("word-bomb", "name", c.name, "limit", megabytes(room))
	}
	c.taken += int64(len(data))
	return data, nil
}

// relations are the targets of a part's relations by their ids, resolved in the package;
// external ones are addresses and are kept apart.
func (c *container) relations(part string) (inside, outside map[string]string, bad *refusal) {
	inside, outside = map[string]string{}, map[string]string{}
	dir, file := path.Split(part)
	root, bad := c.tree(dir + "_rels/" + file + ".rels")
	if bad != nil || root == nil {
		return inside, outside, bad
	}
	for _, k := range root.kids {
		if k.name != "Relationship" {
			continue
		}
		if k.at("TargetMode") == "External" {
			outside[k.at("Id")] = k.at("Target")
			continue
		}
		target := k.at("Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		if strings.HasPrefix(path.Clean(target), "..") {
			return nil, nil, refuse("word-path", "name", c.name, "part", k.at("Target"))
		}
		inside[k.at("Id")] = strings.TrimPrefix(path.Clean(target), "/")
	}
	return inside, outside, nil
}

// mainPart is the name of the part with the text.
func (c *container) mainPart() (string, *refusal) {
	root, bad := c.tree("_rels/.rels")
	if bad != nil {
		return "", bad
	}
	if root != nil {
		for _, k := range root.kids {
			if strings.HasSuffix(k.at("Type"), "/officeDocument") {
				name := strings.TrimPrefix(path.Clean("/"+k.at("Target")), "/")
				if strings.Contains(k.at("Target"), "..") {
					return "", refuse("word-path", "name", c.name, "part", k.at("Target"))
				}
				if c.parts[name] != nil {
					return name, nil
				}
			}
		}
	}
	if c.parts["word/document.xml"] != nil {
		return "word/document.xml", nil
	}
	return "", refuse("word-no-document", "name", c.name)
}
