package fonts

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed files/*.ttf.zst
var files embed.FS

const fileSuffix = ".ttf.zst"

// bundled holds a Face for every file in files/, none of them read.
var bundled = sync.OnceValue(func() map[string]*Face {
	faces := map[string]*Face{}
	entries, _ := fs.ReadDir(files, "files")
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), fileSuffix)
		faces[name] = &Face{name: name, packed: true, open: func() ([]byte, error) { return files.ReadFile("files/" + name + fileSuffix) }}
	}
	return faces
})

// Bundled returns the face of that PostScript name.
func Bundled(name string) (*Face, error) {
	if f := bundled()[name]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("no bundled font is named %q", name)
}

// BundledNames returns the names of all bundled faces, sorted.
func BundledNames() []string {
	var names []string
	for name := range bundled() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
