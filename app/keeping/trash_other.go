//go:build !unix && !windows

package keeping

import (
	"errors"
	"io/fs"
)

func trash(string, fs.FileInfo) error { return errors.ErrUnsupported }
