//go:build !e2e

package window

// stopwatch measures for the end-to-end tests only.
type stopwatch struct{}

func (stopwatch) typed(uint64) {}
func (stopwatch) shown(uint64) {}
