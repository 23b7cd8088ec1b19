package lexicon

import "testing"

func TestHas(t *testing.T) {
	for word, want := range map[string]bool{"安全": true, "危化品": true, "燃气管道": true, "管道": true, "安全生": false, "": false, "龥龥": false, "safety": false} {
		if Has(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}
