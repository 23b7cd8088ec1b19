//go:build !e2e

package window

// probe is there for the end-to-end tests only.
func (w *Window) probe() {}
