package assets

// Label returns words that stand in the window: the name of a command, a button, a
// heading. They stand in labels/AREA.LANG.yaml, one a line, an area being a part of
// the window; a key belongs to one area. Args are names and values in turn. A key
// that has no words is returned as it is.
func Label(lang, key string, args ...string) string {
	return say(labels, "labels/*.", lang, key, args)
}
