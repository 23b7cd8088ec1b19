package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins/intake"
)

type intakeOptions struct {
	intake.Options
	out, log string
}

func (c *command) intakeCommand() *cobra.Command {
	var o intakeOptions
	cmd := c.cobra("intake FILE... [-o OUT] [--log FILE] [--script zh-Hans|zh-Hant|keep] [--kind KIND]", "intake", minimum(1))
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.say("flag-intake-out"))
	cmd.Flags().StringVar(&o.log, "log", "", c.say("flag-log"))
	cmd.Flags().StringVar(&o.Script, "script", "", c.say("flag-script"))
	cmd.Flags().StringVar(&o.Kind, "kind", "", c.say("flag-kind"))
	cmd.Flags().StringArrayVar(&o.Off, "off", nil, c.say("flag-off"))
	cmd.Flags().StringArrayVar(&o.Keep, "keep", nil, c.say("flag-keep"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.intake(cmd.Context(), args, o)
	}
	return cmd
}

var kindName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// intake makes a document of each text. Beside it stay the text as it was read, and
// the log. No file is replaced.
func (c *command) intake(ctx context.Context, args []string, o intakeOptions) error {
	switch {
	case o.Script != "" && !slices.Contains([]string{intake.Hans, intake.Hant, intake.Keep}, o.Script):
		return c.usage("bad-script", o.Script)
	case o.Kind != "" && !kindName.MatchString(o.Kind):
		return c.usage("bad-kind-name", o.Kind)
	case slices.Contains(args, standardInput) && o.out == "":
		return c.usage("intake-stdin")
	}
	if info, err := os.Stat(o.out); len(args) > 1 && o.out != "" && (o.out == standardOutput || filepath.Ext(o.out) == ".md" && (err != nil || !info.IsDir())) {
		return c.usage("one-output", o.out)
	}
	o.Messages = c.lang
	code := exitFine
	var logs []*taken
	for _, path := range args {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := c.takeIn(source{path: path}, o)
		if err != nil {
			fmt.Fprintln(c.err, c.explainFor(source{path: path}, err))
			code = worse(code, exitCode(err))
			continue
		}
		logs = append(logs, t)
	}
	if o.log != "" && len(logs) > 0 {
		if err := writeNew(o.log, c.logOf(o.log, logs)); err != nil {
			return err
		}
	}
	return reported(code)
}

// taken is a text that was taken in, and where it went.
type taken struct {
	source source
	target string
	*intake.Result
}

func (c *command) takeIn(s source, o intakeOptions) (*taken, error) {
	o.Name = s.path
	foreign, err := c.readWord(s, o.out)
	if err != nil {
		return nil, err
	}
	var r *intake.Result
	if foreign != nil {
		r = intake.CleanText(foreign.Markdown, "DOCX", o.Options)
	} else if raw, failed := c.readRaw(s); failed != nil {
		err = failed
	} else {
		r, err = intake.Clean(raw, o.Options)
	}
	if d, known := intake.Refusal(err, s.path); known {
		return nil, &fileError{c.answer(s, d)}
	} else if err != nil {
		return nil, err
	}
	t := &taken{source: s, target: intakeTarget(s, o.out), Result: r}
	if t.target == standardOutput {
		_, err := io.WriteString(c.out, r.Text)
		return t, err
	}
	if err := os.MkdirAll(filepath.Dir(t.target), 0o777); err != nil {
		return nil, err
	}
	base := strings.TrimSuffix(t.target, filepath.Ext(t.target))
	files := []newFile{{t.target, []byte(r.Text)}, {base + ".raw.txt", []byte(r.Raw)}}
	if o.log == "" {
		files = append(files, newFile{base + ".log.txt", c.logOf("", []*taken{t})})
	}
	if foreign != nil {
		for _, p := range foreign.Pictures {
			files = append(files, newFile{filepath.Join(filepath.Dir(t.target), p.Name), p.Data})
		}
		if text := c.proposalsOf(foreign); text != "" {
			files = append(files, newFile{base + ".review.txt", []byte(text)})
		}
	}
	if err := writeAllNew(files); err != nil {
		return nil, err
	}
	confirm := 0
	for _, change := range r.Changes {
		if change.Certainty != intake.Exact {
			confirm++
		}
	}
	fmt.Fprintln(c.err, c.say("taken-in", t.target, r.Encoding, len(r.Changes), confirm))
	for _, w := range r.Warnings {
		fmt.Fprintf(c.err, "%s: %s\n", t.target, w.Text(c.lang))
	}
	return t, nil
}

// intakeTarget is where a document goes: beside the text, into a folder, or where -o
// says.
func intakeTarget(s source, out string) string {
	name := filepath.Base(s.path)
	name = strings.TrimSuffix(name, filepath.Ext(name)) + ".md"
	if s.path == standardInput {
		name = "document.md"
	}
	switch info, err := os.Stat(out); {
	case out == "":
		return filepath.Join(s.folder(), name)
	case out == standardOutput:
		return out
	case err == nil && info.IsDir(), os.IsPathSeparator(out[len(out)-1]), filepath.Ext(out) == "":
		return filepath.Join(out, name)
	}
	return out
}

// readRaw reads as much of a text as shows whether it is too large.
func (c *command) readRaw(s source) ([]byte, error) {
	in := c.in
	var b bytes.Buffer
	if s.path != standardInput {
		f, size, err := press.Open(s.path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if size > intake.MaxInput {
			return nil, intake.ErrTooLarge
		}
		in = f
	}
	_, err := io.Copy(&b, io.LimitReader(in, intake.MaxInput+1))
	return b.Bytes(), err
}

type newFile struct {
	path string
	data []byte
}

// writeAllNew writes files that are not there yet, all or none.
func writeAllNew(files []newFile) error {
	for i, f := range files {
		if err := writeNew(f.path, f.data); err != nil {
			for _, done := range files[:i] {
				os.Remove(done.path)
			}
			return err
		}
	}
	return nil
}

// writeNew writes a file that is not there yet.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}
