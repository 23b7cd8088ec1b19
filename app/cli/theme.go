package cli

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

func (c *command) themeCommand() *cobra.Command {
	var out, title string
	var s press.Settings
	cmd := c.cobra("theme FILE [-o NAME.yaml] [--title WORDS] [--theme NAME|FILE] [--set KEY=VALUE]...", "theme", exactly(1))
	cmd.Flags().StringVarP(&out, "output", "o", standardOutput, c.say("flag-theme-output"))
	cmd.Flags().StringVar(&title, "title", "", c.say("flag-theme-title"))
	c.settingFlags(cmd, &s)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.theme(source{path: args[0]}, out, title, s)
	}
	return cmd
}

// theme writes the look of a document as a theme that other documents can name. It
// never replaces a file.
func (c *command) theme(s source, out, title string, set press.Settings) error {
	file := cmp.Or(strings.TrimPrefix(out, standardOutput), outputName(s, ".yaml"))
	name, ok := strings.CutSuffix(filepath.Base(file), ".yaml")
	if !ok || !themes.ValidName(name) {
		return c.usage("bad-theme-output", out)
	}
	text, err := c.read(s)
	if err != nil {
		return err
	}
	if err := set.ReadTheme(); err != nil {
		return err
	}
	folder, err := bulletins.OpenFolder(s.folder())
	if err != nil {
		return err
	}
	defer folder.Close()
	doc := bulletins.Parse(s.path, text, kinds.Schema())
	style, err := press.MakeStyle(doc, folder, s.folder(), set, themes.Own{Name: name, Title: cmp.Or(title, name), Spoken: c.lang})
	if err != nil {
		return err
	}
	if c.printFindings(c.err, style.Found); press.HasErrors(style.Found) {
		return press.ErrContent
	}
	write := func(w io.Writer) error {
		_, err := w.Write(style.File)
		return err
	}
	if out == standardOutput {
		return c.writeOut(write)
	}
	if err := createFile(out, write); err != nil {
		return err
	}
	fmt.Fprintln(c.out, out)
	return nil
}
