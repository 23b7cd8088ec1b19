package press

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// ErrContent is the end of a final document that its content stops: what stands in
// the way is in Job.Findings.
var ErrContent = errors.New("the content has errors")

// What cannot be read as a text; it comes in an fs.PathError.
var (
	ErrIsFolder = errors.New("is a folder")
	ErrIsPipe   = errors.New("is a pipe or a socket")
)

// InternalError is a fault of the program's.
type InternalError struct {
	What  any
	Stack []byte
}

func (e *InternalError) Error() string { return fmt.Sprint(e.What) }

// Protect turns a panic into an error, so that one document's fault does not take
// the others with it.
func Protect(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &InternalError{r, debug.Stack()}
		}
	}()
	return f()
}
