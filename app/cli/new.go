package cli

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"safety365/bulletins/kinds"
)

func (c *command) newCommand() *cobra.Command {
	var lang, out string
	var pair bool
	cmd := c.cobra("new KIND [--lang zh-Hans] [-o FILE] [--pair]", "new", exactly(1))
	cmd.Flags().StringVar(&lang, "lang", c.lang, c.say("flag-lang"))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.say("flag-new-output"))
	cmd.Flags().BoolVar(&pair, "pair", false, c.say("flag-pair"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if pair {
			return c.newPair(args[0], lang, out)
		}
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
	return createText(out, text)
}

// newPair writes a document and the one that shares its numbers, beside it under the name
// of its kind; each names the other.
func (c *command) newPair(kind, lang, out string) error {
	other, key, back, ok := kinds.Pair(kind)
	if !ok {
		return c.usage("no-pair", kind)
	}
	if out == "" || out == standardOutput {
		return c.usage("pair-output")
	}
	partner, _ := kinds.Lookup(other)
	beside := filepath.Join(filepath.Dir(out), partner.Title(lang)+".md")
	if _, err := os.Lstat(beside); err == nil { // then neither is written
		return &fs.PathError{Op: "open", Path: beside, Err: fs.ErrExist}
	}
	for _, d := range []struct{ kind, key, path, names string }{{kind, key, out, beside}, {other, back, beside, out}} {
		text, err := kinds.Starter(d.kind, lang)
		if err != nil {
			return c.usage("bad-lang", lang, err)
		}
		empty := "\n" + d.key + ": "
		if err := createText(d.path, strings.Replace(text, empty+`""`, empty+strconv.Quote(filepath.Base(d.names)), 1)); err != nil {
			return err
		}
	}
	return nil
}

func createText(path, text string) error {
	return createFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}
