//go:build !unix

package bulletins

func makePipe(string) error { return nil }
