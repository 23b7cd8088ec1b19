package intake

import (
	"errors"
	"strconv"

	"safety365/bulletins"
	"safety365/bulletins/intake/html"
)

// Refusal says about an error of Clean what is wrong with a text, and what to do; false if
// the error is about something else.
func Refusal(err error, name string) (bulletins.Diagnostic, bool) {
	d := bulletins.Diagnostic{Severity: bulletins.Error, Args: map[string]string{"name": name, "limit": strconv.Itoa(MaxInput >> 20)}}
	switch {
	case errors.Is(err, ErrTooLarge):
		d.Code = "intake-too-large"
	case errors.Is(err, ErrNotText):
		d.Code = "intake-not-text"
	default:
		return html.Refusal(err, name)
	}
	return d, true
}
