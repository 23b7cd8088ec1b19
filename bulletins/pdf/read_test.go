package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pdfObjects reads every object of a file that this package wrote, packed ones
// too, with streams unpacked.
func pdfObjects(t testing.TB, data []byte) map[int]pdfObject {
	t.Helper()
	objects := map[int]pdfObject{}
	start := regexp.MustCompile(`\A(\d+) 0 obj\n`)
	length := regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	for at := len("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); ; {
		m := start.FindSubmatch(data[at:])
		if m == nil {
			break
		}
		n, _ := strconv.Atoi(string(m[1]))
		body := data[at+len(m[0]):]
		l := length.FindSubmatchIndex(body)
		if l == nil {
			t.Fatalf("object %d is no stream", n)
		}
		size, _ := strconv.Atoi(string(body[l[2]:l[3]]))
		o := pdfObject{dict: string(body[:l[3]]), stream: body[l[1]:][:size]}
		rest := body[l[1]+size:]
		if !bytes.HasPrefix(rest, []byte("\nendstream\nendobj\n")) {
			t.Fatalf("object %d has a wrong length", n)
		}
		if strings.Contains(o.dict, "/FlateDecode") {
			r, err := zlib.NewReader(bytes.NewReader(o.stream))
			if err != nil {
				t.Fatal(err)
			}
			if o.stream, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		objects[n] = o
		at = len(data) - len(rest) + len("\nendstream\nendobj\n")
	}
	for _, o := range objects {
		var count, first int
		if i := strings.Index(o.dict, "/Type/ObjStm"); i < 0 {
			continue
		} else if _, err := fmt.Sscanf(o.dict[i:], "/Type/ObjStm/N %d/First %d", &count, &first); err != nil {
			t.Fatal(err)
		}
		head := strings.Fields(string(o.stream[:first]))
		for i := range count {
			n, _ := strconv.Atoi(head[2*i])
			from, _ := strconv.Atoi(head[2*i+1])
			to := len(o.stream) - first
			if i+1 < count {
				to, _ = strconv.Atoi(head[2*i+3])
			}
			objects[n] = pdfObject{dict: strings.TrimSpace(string(o.stream[first:][from:to]))}
		}
	}
	return objects
}

type pdfObject struct {
	dict   string
	stream []byte
}

// shown is a glyph as a reader's program places it.
type shown struct {
	font string
	size float64
	code int
	x, y float64
}

// showText follows a content stream the way the PDF specification says (ISO 32000-1,
// 9.4.4), for the operators that this package writes. Widths are in 1/1000 em.
func showText(content []byte, width func(font string, code int) float64) (out []shown) {
	var operands []any
	var font string
	var size, spacing, x, y, lineX, lineY float64
	show := func(s []byte) {
		for i := 0; i+1 < len(s); i += 2 {
			code := int(s[i])<<8 | int(s[i+1])
			out = append(out, shown{font, size, code, x, y})
			x += width(font, code)/1000*size + spacing
		}
	}
	number := func(i int) float64 { return operands[len(operands)-i].(float64) }
	scan(content, func(token any) {
		op, ok := token.(operator)
		if !ok {
			operands = append(operands, token)
			return
		}
		switch op {
		case "BT":
			lineX, lineY = 0, 0
		case "Td":
			lineX, lineY = lineX+number(2), lineY+number(1)
			x, y = lineX, lineY
		case "Tf":
			font, size = operands[len(operands)-2].(string), number(1)
		case "Tc":
			spacing = number(1)
		case "Tj", "TJ":
			for _, v := range operands {
				switch v := v.(type) {
				case []byte:
					show(v)
				case float64:
					x -= v / 1000 * size
				}
			}
		}
		operands = operands[:0]
	})
	return out
}

type operator string

// scan reads the tokens of a content stream: numbers, names, strings, operators.
// The brackets of arrays and dictionaries are passed over.
func scan(b []byte, token func(any)) {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case strings.IndexByte(" \r\n[]<>", c) >= 0:
			i++
		case c == '(':
			var s []byte
			for i++; b[i] != ')'; i++ {
				v := b[i]
				if v == '\\' {
					i++
					if v = b[i]; v == 'r' {
						v = '\r'
					}
				}
				s = append(s, v)
			}
			i++
			token(s)
		default:
			end := i + 1
			for end < len(b) && strings.IndexByte(" \r\n[]<>(/", b[end]) < 0 {
				end++
			}
			word := string(b[i:end])
			i = end
			if f, err := strconv.ParseFloat(word, 64); err == nil {
				token(f)
			} else if word[0] == '/' {
				token(word)
			} else {
				token(operator(word))
			}
		}
	}
}
