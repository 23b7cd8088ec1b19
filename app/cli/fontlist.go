package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"safety365/fonts"
)

// faceEntry is a bundled face.
type faceEntry struct {
	Name       string `json:"name"`
	Family     string `json:"family"`
	Bold       bool   `json:"bold"`
	Italic     bool   `json:"italic"`
	Characters int    `json:"characters"`
}

// chainEntry is the chain of faces that serves a role.
type chainEntry struct {
	Role   string   `json:"role"`
	Lang   string   `json:"lang"`
	Bold   bool     `json:"bold"`
	Italic bool     `json:"italic"`
	Faces  []string `json:"faces"`
}

func (c *command) fontsCommand() *cobra.Command {
	cmd := c.cobra("fonts [--json]", "fonts", exactly(0))
	asJSON := cmd.Flags().Bool("json", false, c.say("flag-list-json"))
	cmd.RunE = func(*cobra.Command, []string) error {
		faces, err := faceEntries()
		if err != nil {
			return err
		}
		chains, err := chainEntries()
		if err != nil {
			return err
		}
		if *asJSON {
			return writeJSON(c.out, struct {
				Faces []faceEntry  `json:"faces"`
				Roles []chainEntry `json:"roles"`
			}{faces, chains})
		}
		return c.printFonts(faces, chains)
	}
	return cmd
}

func faceEntries() ([]faceEntry, error) {
	var faces []*fonts.Face
	for _, name := range fonts.BundledNames() {
		f, err := fonts.Bundled(name)
		if err != nil {
			return nil, err
		}
		faces = append(faces, f)
	}
	fonts.Preload(faces)
	var out []faceEntry
	for _, f := range faces {
		if err := f.Load(); err != nil {
			return nil, err
		}
		s := f.Sfnt()
		out = append(out, faceEntry{f.Name(), s.Family, s.Bold, s.Italic, characters(f)})
	}
	return out, nil
}

// characters counts what a face has a glyph for. No face has any beyond plane 3.
func characters(f *fonts.Face) int {
	n := 0
	for r := rune(0x20); r < 0x40000; r++ {
		if f.Has(r) {
			n++
		}
	}
	return n
}

func chainEntries() ([]chainEntry, error) {
	var out []chainEntry
	for _, role := range fonts.Roles {
		latin := strings.HasPrefix(role, "latin-") || role == "mono"
		for _, lang := range []string{"zh-Hans", "zh-Hant"} {
			for _, style := range []fonts.Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
				if latin && lang != "zh-Hans" || !latin && style.Italic {
					continue // the same again
				}
				family, err := fonts.Lookup(role, style, lang)
				if err != nil {
					return nil, err
				}
				e := chainEntry{Role: role, Lang: lang, Bold: style.Bold, Italic: style.Italic}
				if latin {
					e.Lang = "und"
				}
				for _, f := range family.Faces {
					e.Faces = append(e.Faces, f.Name())
				}
				out = append(out, e)
			}
		}
	}
	return out, nil
}

func (c *command) printFonts(faces []faceEntry, chains []chainEntry) error {
	err := table(c.out, func(w io.Writer) {
		for _, f := range faces {
			fmt.Fprintf(w, "%s\t%s\t%d\n", f.Name, f.Family, f.Characters)
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out)
	return table(c.out, func(w io.Writer) {
		for _, e := range chains {
			style := "regular"
			if e.Bold || e.Italic {
				style = strings.TrimSpace(wordIf(e.Bold, "bold") + " " + wordIf(e.Italic, "italic"))
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.Role, e.Lang, style, strings.Join(e.Faces, " "))
		}
	})
}

func wordIf(said bool, s string) string {
	if said {
		return s
	}
	return ""
}
