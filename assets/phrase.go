package assets

// Phrase returns words that are printed on pages; args are names and values in
// turn. A key that has no words is returned as it is.
func Phrase(lang, key string, args ...string) string {
	return say(phrases, "phrases/*.", lang, key, args)
}

// say returns the words of a key with its arguments in their places.
func say(all map[string]*catalogue, pattern, lang, key string, args []string) string {
	e, ok := find(all, pattern, lang, key)
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
