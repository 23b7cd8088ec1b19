//go:build !unix && !windows

package keeping

func isFull(error) bool     { return false }
func isReadOnly(error) bool { return false }
func isBusy(error) bool     { return false }
func isNoFolder(error) bool { return false }
func isBadName(error) bool  { return false }
