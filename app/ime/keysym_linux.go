package ime

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keysyms are the X11 numbers of keys that type no character.
var keysyms = map[fyne.KeyName]uint32{
	fyne.KeyBackspace: 0xff08, fyne.KeyTab: 0xff09, fyne.KeyReturn: 0xff0d,
	fyne.KeyEscape: 0xff1b, fyne.KeyDelete: 0xffff, fyne.KeyInsert: 0xff63,
	fyne.KeyHome: 0xff50, fyne.KeyLeft: 0xff51, fyne.KeyUp: 0xff52,
	fyne.KeyRight: 0xff53, fyne.KeyDown: 0xff54, fyne.KeyPageUp: 0xff55,
	fyne.KeyPageDown: 0xff56, fyne.KeyEnd: 0xff57, fyne.KeyEnter: 0xff8d,
	fyne.KeySpace: 0x20,
	fyne.KeyF1:    0xffbe, fyne.KeyF2: 0xffbf, fyne.KeyF3: 0xffc0, fyne.KeyF4: 0xffc1,
	fyne.KeyF5: 0xffc2, fyne.KeyF6: 0xffc3, fyne.KeyF7: 0xffc4, fyne.KeyF8: 0xffc5,
	fyne.KeyF9: 0xffc6, fyne.KeyF10: 0xffc7, fyne.KeyF11: 0xffc8, fyne.KeyF12: 0xffc9,
	desktop.KeyShiftLeft: 0xffe1, desktop.KeyShiftRight: 0xffe2,
	desktop.KeyControlLeft: 0xffe3, desktop.KeyControlRight: 0xffe4,
	desktop.KeyCapsLock: 0xffe5,
	desktop.KeyAltLeft:  0xffe9, desktop.KeyAltRight: 0xffea,
	desktop.KeySuperLeft: 0xffeb, desktop.KeySuperRight: 0xffec,
	desktop.KeyMenu: 0xff67,
}

// keysym returns the X11 number of a key; 0 if it has none that is known.
func keysym(k Key) uint32 {
	if k.Rune != 0 {
		return runeKeysym(k.Rune)
	}
	if n := keysyms[k.Name]; n != 0 {
		return n
	}
	name := []rune(string(k.Name))
	if len(name) != 1 {
		return 0
	}
	if k.Mods&fyne.KeyModifierShift == 0 { // Fyne's names of letters are capitals
		name = []rune(strings.ToLower(string(name)))
	}
	return runeKeysym(name[0])
}

// runeKeysym returns the number of a character: Latin-1 stands for itself, the rest
// of Unicode lies above.
func runeKeysym(r rune) uint32 {
	if r >= 0x20 && r <= 0x7e || r >= 0xa0 && r <= 0xff {
		return uint32(r)
	}
	return 0x01000000 | uint32(r)
}

// keyOf is the way back, for keys that a service sends to be typed.
func keyOf(sym, mods uint32) Key {
	k := Key{Mods: keyModifiers(mods)}
	switch {
	case sym >= 0x20 && sym <= 0x7e || sym >= 0xa0 && sym <= 0xff:
		k.Rune = rune(sym)
	case sym&0xff000000 == 0x01000000 && unicode.IsPrint(rune(sym&0xffffff)):
		k.Rune = rune(sym & 0xffffff)
	default:
		for name, n := range keysyms {
			if n == sym {
				k.Name = name
			}
		}
	}
	return k
}

// states are the bits of X11 for modifiers.
var states = []struct {
	mod fyne.KeyModifier
	bit uint32
}{
	{fyne.KeyModifierShift, 1 << 0},
	{fyne.KeyModifierControl, 1 << 2},
	{fyne.KeyModifierAlt, 1 << 3},
	{fyne.KeyModifierSuper, 1 << 6},
}

func keyState(mods fyne.KeyModifier) (state uint32) {
	for _, s := range states {
		if mods&s.mod != 0 {
			state |= s.bit
		}
	}
	return state
}

func keyModifiers(state uint32) (mods fyne.KeyModifier) {
	for _, s := range states {
		if state&s.bit != 0 {
			mods |= s.mod
		}
	}
	return mods
}
