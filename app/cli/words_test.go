package cli

import (
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"safety365/assets"
)

// TestWords: the help of every command and option has words in each language.
func TestWords(t *testing.T) {
	for _, lang := range assets.Languages {
		c := &command{lang: lang, out: io.Discard, err: io.Discard}
		root := c.rootCommand()
		for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
			said := []string{cmd.Short}
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if !f.Hidden {
					said = append(said, f.Usage)
				}
			})
			for _, s := range said {
				if s == "" || strings.HasPrefix(s, "cli-") {
					t.Errorf("%s: %s: no words for %q", lang, cmd.Name(), s)
				}
			}
		}
	}
}

// TestTexts: every text takes the same values in all languages.
func TestTexts(t *testing.T) {
	data, err := os.ReadFile("../../assets/labels/command.en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	verb := regexp.MustCompile(`%(?:\[\d\])?[a-z]`)
	for line := range strings.Lines(string(data)) {
		key, _, found := strings.Cut(line, ":")
		if !found || !strings.HasPrefix(key, "cli-") {
			continue
		}
		en := assets.Label("en", key)
		for _, lang := range assets.Languages {
			text := assets.Label(lang, key)
			if a, b := verb.FindAllString(en, -1), verb.FindAllString(text, -1); !slices.Equal(a, b) {
				t.Errorf("%s takes %q in English and %q in %s", key, a, b, lang)
			}
			if strings.HasPrefix(key, "cli-flag-") && strings.Contains(en, "|") != strings.Contains(text, "|") {
				t.Errorf("%s has a value in one language only", key)
			}
		}
	}
}
