package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"safety365/app/press"
)

// Exit codes; see the package's comment.
const (
	exitFine        = 0
	exitContent     = 1
	exitUsage       = 2
	exitFiles       = 3
	exitInterrupted = 130
)

// usageError is a command that was not understood.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func (c *command) usage(key string, args ...any) error {
	return &usageError{c.say(key, args...)}
}

func exitCode(err error) int {
	var use *usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, press.ErrContent):
		return exitContent
	case errors.As(err, &use):
		return exitUsage
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	}
	return exitFiles
}

// worse returns the exit code that counts when two documents end differently.
func worse(a, b int) int { return max(a, b) }

// explainFor words an error about a document.
func (c *command) explainFor(s source, err error) string {
	text := c.explain(err)
	if strings.HasPrefix(text, s.shown()) {
		return text
	}
	return s.shown() + ": " + text
}

// explain words an error for the person at the keyboard.
func (c *command) explain(err error) string {
	var inside *press.InternalError
	var path *fs.PathError
	switch {
	case errors.As(err, &inside):
		text := c.say("internal", inside)
		if c.trace {
			text += "\n" + string(inside.Stack)
		}
		return text
	case errors.Is(err, context.Canceled):
		return c.say("interrupted")
	case !errors.As(err, &path):
		return err.Error()
	case errors.Is(err, press.ErrIsFolder):
		return c.say("file-folder", path.Path)
	case errors.Is(err, press.ErrIsPipe):
		return c.say("file-pipe", path.Path)
	case errors.Is(err, fs.ErrNotExist):
		return c.say("file-missing", path.Path)
	case errors.Is(err, fs.ErrPermission):
		return c.say("file-permission", path.Path)
	case errors.Is(err, fs.ErrExist):
		return c.say("file-exists", path.Path)
	}
	return c.say("file-failed", path.Path, path.Err)
}
