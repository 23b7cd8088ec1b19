package kinds

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"gopkg.in/yaml.v3"

	"safety365/bulletins"
)

// maxYAML bounds a YAML file of rows, in bytes.
const maxYAML = 4 << 20

// yamlRows reads a file of the document's folder that is a list of mappings.
func (a *article) yamlRows(file bulletins.Value) []map[string]string {
	name := strings.TrimSpace(file.Text)
	_, err := a.Composer.stat(name)
	var data []byte
	if err == nil {
		var f io.ReadCloser
		if f, err = a.scene.folder.Open(name); err == nil {
			data, err = io.ReadAll(io.LimitReader(f, maxYAML+1))
			f.Close()
		}
	}
	switch {
	case errors.Is(err, bulletins.ErrRemote), errors.Is(err, bulletins.ErrOutside):
		a.report(bulletins.Error, "data-outside", file.Range, "name", name, "reason", err.Error())
		return nil
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, bulletins.ErrNotRegular):
		a.report(bulletins.Error, "data-missing", file.Range, "name", name, "reason", err.Error())
		return nil
	case err == nil && len(data) > maxYAML:
		err = errors.New("> 4 MB")
	}
	var rows []map[string]any
	if err == nil {
		err = yaml.Unmarshal(data, &rows)
	}
	if err != nil {
		a.report(bulletins.Error, "data-unreadable", file.Range, "name", name, "reason", err.Error())
		return nil
	}
	out := make([]map[string]string, len(rows))
	for i, row := range rows {
		out[i] = map[string]string{}
		for key, value := range row {
			out[i][key] = yamlText(value)
		}
	}
	return out
}

// yamlText is a value as it would be typed; a date is one again.
func yamlText(value any) string {
	if value == nil {
		return ""
	}
	text, err := yaml.Marshal(value)
	if err != nil {
		return ""
	}
	words := strings.TrimSpace(string(text))
	if s, ok := value.(string); ok {
		return s
	}
	return strings.TrimSuffix(words, "T00:00:00Z")
}
