package assets

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

const unknownLanguage = "en"

// systemTags asks macOS for the preferred languages. A program started from the
// Finder has none in its environment.
func systemTags() []string {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "/usr/bin/defaults", "read", "-g", "AppleLanguages").Output()
	if err != nil {
		return nil
	}
	// ( "zh-Hans-CN", "en-CN" )
	return strings.FieldsFunc(string(out), func(c rune) bool { return strings.ContainsRune("(), \"\n", c) })
}
