package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestPageRange(t *testing.T) {
	const end = 1 << 30
	for s, want := range map[string][3]int{
		"": {1, end, 1}, "2": {2, 2, 1}, "2-4": {2, 4, 1}, "2-": {2, end, 1},
		"0": {}, "-2": {}, "4-2": {}, "x": {}, "1-x": {}, "1-2-3": {},
	} {
		first, last, ok := pageRange(s)
		if ok != (want[2] == 1) || ok && (first != want[0] || last != want[1]) {
			t.Errorf("%q gives %d to %d, %v", s, first, last, ok)
		}
	}
}

func TestAppendQuoted(t *testing.T) {
	for _, s := range []string{"", "安全“第一”", "a\"b\\c\n\t\x01\x1f\x7f", "<&>", "\u2028\u2029", "\xff", "𠮷"} {
		var back string
		if err := json.Unmarshal(appendQuoted(nil, s), &back); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); back != want {
			t.Errorf("%q comes back as %q", s, back)
		}
	}
}
