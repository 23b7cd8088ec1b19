package fonts

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Style picks a face of a family.
type Style struct{ Bold, Italic bool }

// Roles are the names by which a theme asks for a face.
var Roles = []string{"song", "hei", "fang", "kai", "title", "black", "latin-serif", "latin-sans", "mono"}

// chain is a row of the table below: the faces of a role for a region, the first
// one wanted, the others for what it lacks.
type chain struct{ regular, bold string }

// chains is the table of fonts.md A4: role, region → faces. Region "" is for
// every language that has no row of its own.
var chains = map[string]map[string]chain{
	"song": {
		"":        {"NotoSerifSC-Regular", "NotoSerifSC-Bold"},
		"zh-Hant": {"NotoSerifTC-Regular", "NotoSerifTC-Bold"},
	},
	"hei": {
		"":        {"NotoSansSC-Regular", "NotoSansSC-Bold"},
		"zh-Hant": {"NotoSansTC-Regular", "NotoSansTC-Bold"},
	},
	"fang": {
		"":        {"FandolFang-Regular", "NotoSansSC-Bold"},
		"zh-Hant": {"BulletinKai-Regular", "NotoSansTC-Bold"},
	},
	"kai": {
		"":        {"FandolKai-Regular BulletinKai-Regular", "NotoSansSC-Bold"},
		"zh-Hant": {"BulletinKai-Regular", "NotoSansTC-Bold"},
	},
	"title": {
		"":        {"NotoSerifSC-Bold", "NotoSerifSC-Black"},
		"zh-Hant": {"NotoSerifTC-Bold", "NotoSerifTC-Bold"},
	},
	"black": {
		"":        {"NotoSansSC-Black", "NotoSansSC-Black"},
		"zh-Hant": {"NotoSansTC-Bold", "NotoSansTC-Bold"},
	},
}

// latin gives the four styles of the faces for scripts with words.
var latin = map[string][4]string{ // regular, bold, italic, bold italic
	"latin-serif": {"LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"},
	"latin-sans":  {"LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic"},
	"mono":        {"LiberationMono-Regular", "LiberationMono-Bold", "LiberationMono-Regular", "LiberationMono-Bold"},
}

// last is what every chain ends in: the whole repertoire, serif or sans first.
var (
	lastSerif = strings.Fields("NotoSerifSC-Regular NotoSerifSC-Regular-Rest NotoSerifTC-Regular LiberationSerif-Regular NotoSansSC-Regular NotoSansSC-Regular-Rest BulletinKai-Regular LiberationSans-Regular LiberationMono-Regular BulletinRare-Regular NotoEmoji-Regular")
	lastSans  = strings.Fields("NotoSansSC-Regular NotoSansSC-Regular-Rest NotoSansTC-Regular LiberationSans-Regular NotoSerifSC-Regular NotoSerifSC-Regular-Rest BulletinKai-Regular LiberationSerif-Regular LiberationMono-Regular BulletinRare-Regular NotoEmoji-Regular")
	lastBold  = map[bool][]string{false: {"NotoSerifSC-Bold", "NotoSerifTC-Bold", "LiberationSerif-Bold"}, true: {"NotoSansSC-Bold", "NotoSansTC-Bold", "LiberationSans-Bold"}}
)

// Family is a role in one style and language: a chain of faces. It may be used
// from any goroutine.
type Family struct {
	Role  string
	Faces []*Face
}

type familyKey struct {
	role, region string
	style        Style
}

var families sync.Map // familyKey → *Family

// Lookup returns the family that serves a role, or an error naming a role that
// does not exist. Faces of the user's
// own come before them by [Family.Before].
func Lookup(role string, style Style, lang string) (*Family, error) {
	key := familyKey{role, region(lang), style}
	if f, ok := families.Load(key); ok {
		return f.(*Family), nil
	}
	names, err := chainNames(key)
	if err != nil {
		return nil, err
	}
	f := &Family{Role: role}
	for _, name := range names {
		if face, err := Bundled(name); err == nil && !slices.Contains(f.Faces, face) {
			f.Faces = append(f.Faces, face)
		}
	}
	kept, _ := families.LoadOrStore(key, f)
	return kept.(*Family), nil
}

func chainNames(key familyKey) ([]string, error) {
	sans := key.role == "hei" || key.role == "black" || key.role == "latin-sans" || key.role == "mono"
	last := lastSerif
	if sans {
		last = lastSans
	}
	if key.style.Bold {
		last = slices.Concat(lastBold[sans], last)
	}
	if names, ok := latin[key.role]; ok {
		i := 0
		if key.style.Bold {
			i |= 1
		}
		if key.style.Italic {
			i |= 2
		}
		return append([]string{names[i], names[i&1]}, last...), nil
	}
	byRegion, ok := chains[key.role]
	if !ok {
		return nil, fmt.Errorf("no font role is named %q", key.role)
	}
	c, ok := byRegion[key.region]
	if !ok {
		c = byRegion[""]
	}
	first := c.regular
	if key.style.Bold {
		first = c.bold
	}
	return slices.Concat(strings.Fields(first), last), nil
}

// region reduces a language to what the chains distinguish.
func region(lang string) string {
	if strings.HasPrefix(lang, "zh-Hant") || strings.HasPrefix(lang, "zh-TW") || strings.HasPrefix(lang, "zh-HK") {
		return "zh-Hant"
	}
	return ""
}

// Face returns the first face of the chain that has r, and whether any has.
func (f *Family) Face(r rune) (*Face, bool) {
	for _, face := range f.Faces {
		if face.Has(r) {
			return face, true
		}
	}
	return f.Faces[0], false
}

// Before returns a family that asks faces of the user's own first.
func (f *Family) Before(own []*Face) *Family {
	return &Family{Role: f.Role, Faces: slices.Concat(own, f.Faces)}
}
