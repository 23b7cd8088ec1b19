//go:build !linux && !windows

package ime

import "fyne.io/fyne/v2"

// none leaves keys to the system.
type none struct{}

func newMethod() method { return none{} }

func (none) prepare()                        {}
func (none) start(fyne.Window) (stop func()) { return func() {} }
func (none) focus(Client, bool)              {}
func (none) blur(Client)                     {}
func (none) moved(Client)                    {}
func (none) filter(Client, Key) bool         { return false }
func (none) reset(Client)                    {}
