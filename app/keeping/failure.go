package keeping

import (
	"errors"
	"io/fs"
	"path/filepath"

	"safety365/bulletins"
)

// Failure is an error with a code, for which assets/messages (area keeping) have a
// message and what to do about it.
type Failure struct {
	Code string
	Args map[string]string
	Err  error // what the system said, or nil
}

func (f *Failure) Error() string {
	if f.Err != nil {
		return f.Code + ": " + f.Err.Error()
	}
	return f.Code
}

func (f *Failure) Unwrap() error { return f.Err }

// Is makes two Failures of one code equal to errors.Is.
func (f *Failure) Is(target error) bool {
	other, ok := target.(*Failure)
	return ok && other.Code == f.Code
}

// fail makes a Failure; args are names and values in turn.
func fail(code string, err error, args ...string) *Failure {
	f := &Failure{Code: code, Err: err, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

// Explain returns what is to be said about an error of this package, to be worded by
// ui.Message.
func Explain(err error) bulletins.Diagnostic {
	var f *Failure
	if !errors.As(err, &f) {
		f = fileFailure("", err)
	}
	return bulletins.Diagnostic{Code: f.Code, Severity: bulletins.Error, Args: f.Args}
}

// CodeOf returns the code of an error, "" for none.
func CodeOf(err error) string {
	if err == nil {
		return ""
	}
	return Explain(err).Code
}

// fileFailure gives an error of the file system its code.
func fileFailure(path string, err error) *Failure {
	var f *Failure
	var p *fs.PathError
	if errors.As(err, &f) {
		return f
	}
	if errors.As(err, &p) && path == "" {
		path = p.Path
	}
	name, folder := filepath.Base(path), filepath.Dir(path)
	switch {
	case errors.Is(err, errFolder):
		return fail("file-is-folder", err, "name", name)
	case isFull(err):
		return fail("disk-full", err, "name", name, "folder", folder)
	case isBusy(err):
		return fail("file-busy", err, "name", name)
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return fail("file-read-only", err, "name", name, "folder", folder)
	case errors.Is(err, fs.ErrNotExist), isNoFolder(err):
		return fail("folder-gone", err, "name", name, "folder", folder)
	case isBadName(err):
		return fail("file-name", err, "name", name)
	}
	return fail("file-failed", err, "name", name, "reason", reason(err))
}

// reason is the innermost error: the outer ones repeat the path.
func reason(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}
