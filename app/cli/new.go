package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"safety365/bulletins/kinds"
)

func (c *command) newCommand() *cobra.Command {
	var lang, out string
	cmd := c.cobra("new KIND [--lang zh-Hans] [-o FILE]", "new", exactly(1))
	cmd.Flags().StringVar(&lang, "lang", c.lang, c.say("flag-lang"))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.say("flag-new-output"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.new(args[0], lang, out)
	}
	return cmd
}

// new writes the text that a document of a kind starts from. It never replaces a
// file.
func (c *command) new(kind, lang, out string) error {
	if known := kinds.Names(); !slices.Contains(known, kind) {
		return c.usage("bad-kind", kind, strings.Join(known, ", "))
	}
	text, err := kinds.Starter(kind, lang)
	if err != nil {
		return c.usage("bad-lang", lang, err)
	}
	if out == "" || out == standardOutput {
		_, err := io.WriteString(c.out, text)
		return err
	}
	return createFile(out, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}
