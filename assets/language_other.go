//go:build !windows && !darwin

package assets

const unknownLanguage = "en"

// systemTags: elsewhere the environment says it.
func systemTags() []string { return nil }
