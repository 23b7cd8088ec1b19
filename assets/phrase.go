package assets

// Phrase returns words that are printed on pages; args are names and values in
// turn. A key that has no words is returned as it is.
func Phrase(lang, key string, args ...string) string {
	e, ok := find(phrases, "phrases/", lang, key)
	if !ok {
		return key
	}
	return fill(e.message, func(name string) string {
		for i := 0; i+1 < len(args); i += 2 {
			if args[i] == name {
				return args[i+1]
			}
		}
		return ""
	})
}
