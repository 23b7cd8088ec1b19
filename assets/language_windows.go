package assets

import "syscall"

// unknownLanguage is the language of most people who use the program on Windows.
const unknownLanguage = "zh-Hans"

// languageIDs are the language identifiers of Windows ([MS-LCID]); the lower ten
// bits are the language, the upper six the region.
var languageIDs = map[uintptr]string{
	0x0404: "zh-TW", 0x0C04: "zh-HK", 0x1404: "zh-MO", 0x7C04: "zh-Hant",
	0x04: "zh", 0x09: "en", 0x21: "id",
}

// systemTags asks Windows for the language of its user interface.
func systemTags() []string {
	call := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage")
	if call.Find() != nil {
		return nil
	}
	id, _, _ := call.Call()
	id &= 0xFFFF
	if tag := languageIDs[id]; tag != "" {
		return []string{tag}
	}
	if tag := languageIDs[id&0x3FF]; tag != "" {
		return []string{tag}
	}
	if id != 0 {
		return []string{"en"} // a language that we do not speak
	}
	return nil
}
