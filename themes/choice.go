package themes

import (
	"regexp"
	"safety365/fonts"
	"slices"
	"strconv"
	"strings"
)

// The words that may stand for a choice.
type (
	kinsoku   string
	compress  string
	orphans   string
	counters  string
	place     string
	valign    string
	marks     string
	restart   string
	sign      string
	direction string
	cells     string
	captions  string
	quotes    string
	caps      string
	landscape string
	notePlace string
)

func (c *kinsoku) parse(s string) *fault {
	return choose((*string)(c), s, "none", "basic", "gb", "strict")
}
func (c *compress) parse(s string) *fault { return choose((*string)(c), s, "none", "gb", "tight") }
func (c *orphans) parse(s string) *fault  { return choose((*string)(c), s, "allow", "avoid") }
func (c *counters) parse(s string) *fault { return choose((*string)(c), s, "keep", "split") }
func (c *place) parse(s string) *fault    { return choose((*string)(c), s, "above", "below") }
func (c *valign) parse(s string) *fault   { return choose((*string)(c), s, "top", "middle", "bottom") }
func (c *marks) parse(s string) *fault {
	return choose((*string)(c), s, "arabic", "circled", "bracketed")
}
func (c *restart) parse(s string) *fault { return choose((*string)(c), s, "page", "document") }

func (c *direction) parse(s string) *fault { return choose((*string)(c), s, "horizontal", "vertical") }
func (c *cells) parse(s string) *fault     { return choose((*string)(c), s, "free", "strict") }
func (c *captions) parse(s string) *fault  { return choose((*string)(c), s, "plain", "numbered") }
func (c *quotes) parse(s string) *fault    { return choose((*string)(c), s, "typed", "language") }
func (c *caps) parse(s string) *fault      { return choose((*string)(c), s, "normal", "small") }
func (c *landscape) parse(s string) *fault { return choose((*string)(c), s, "foot", "sheet") }
func (c *notePlace) parse(s string) *fault { return choose((*string)(c), s, "page", "column") }
func (c *sign) parse(s string) *fault      { return choose((*string)(c), s, "none", "dots", "name", "book") }

// value is what a Style says: none is nothing.
func (c sign) value() string {
	if c == "none" {
		return ""
	}
	return string(c)
}

func choose(to *string, s string, choices ...string) *fault {
	if !slices.Contains(choices, s) {
		return wrong("theme-choice", "value", s, "nearest", Nearest(s, choices), "known", strings.Join(choices, ", "))
	}
	*to = s
	return nil
}

var aligns = []string{Justify: "justify", Left: "left", Center: "center", Right: "right"}

func (a Align) String() string { return aligns[a] }

func (a *Align) parse(s string) *fault {
	var word string
	if f := choose(&word, s, aligns...); f != nil {
		return f
	}
	*a = Align(slices.Index(aligns, word))
	return nil
}

// count is a small whole number.
type count int

func (c *count) parse(s string) *fault {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > mostCount {
		return wrong("theme-count", "value", s, "limit", strconv.Itoa(mostCount))
	}
	*c = count(n)
	return nil
}

// mostCount bounds a count.
const mostCount = 99

// fontRole is one of fonts.Roles.
type fontRole string

func (f *fontRole) parse(s string) *fault {
	if !slices.Contains(fonts.Roles, s) {
		return wrong("theme-font", "value", s, "nearest", Nearest(s, fonts.Roles), "known", strings.Join(fonts.Roles, ", "))
	}
	*f = fontRole(s)
	return nil
}

// features are OpenType features such as "onum,-liga,ss01=2".
type features string

var featureList = regexp.MustCompile(`^$|^-?[A-Za-z0-9]{4}(=[0-9]{1,3})?(,-?[A-Za-z0-9]{4}(=[0-9]{1,3})?)*$`)

func (f *features) parse(s string) *fault {
	s = strings.ReplaceAll(s, " ", "")
	if !featureList.MatchString(s) {
		return wrong("theme-features", "value", s)
	}
	*f = features(s)
	return nil
}

// percent is an amount of ink in thousandths of full.
type percent uint16

func (p *percent) parse(s string) *fault {
	n, ok := parseDecimal(strings.TrimSuffix(strings.TrimSpace(s), "%"), 3, 1)
	if !ok || n < 0 || n > 1000 {
		return wrong("theme-ink", "value", s)
	}
	*p = percent(n)
	return nil
}

// hex is a colour of the screen, "#9B2423".
type hex [3]uint8

func (h *hex) parse(s string) *fault {
	digits, ok := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 6 || err != nil {
		return wrong("theme-color-look", "value", s)
	}
	*h = hex{uint8(n >> 16), uint8(n >> 8), uint8(n)}
	return nil
}

// language is a BCP 47 tag; only its form is checked.
type language string

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (l *language) parse(s string) *fault {
	if !languageTag.MatchString(s) {
		return wrong("theme-language", "value", s)
	}
	*l = language(s)
	return nil
}

// layersOf lists the language layers that count for a tag, the widest first: zh,
// zh-Hant, zh-Hant-HK. "und-Latn" counts for every language but Chinese, Japanese
// and Korean.
func layersOf(tag string) []string {
	parts := strings.Split(strings.ReplaceAll(tag, "_", "-"), "-")
	var out []string
	switch strings.ToLower(parts[0]) {
	case "":
		return nil
	case "ja", "ko":
	case "zh":
		if len(parts) < 2 || len(parts[1]) != 4 {
			script := "Hans"
			if len(parts) > 1 && slices.Contains([]string{"TW", "HK", "MO"}, strings.ToUpper(parts[1])) {
				script = "Hant"
			}
			parts = slices.Insert(parts, 1, script)
		}
	default:
		out = append(out, "und-Latn")
	}
	for i := range parts {
		out = append(out, strings.Join(parts[:i+1], "-"))
	}
	return out
}
