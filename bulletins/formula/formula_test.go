package formula

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLength(t *testing.T) {
	for text, want := range map[string]string{
		"$n$项":             "$n$",
		"$5 和 $6":          "",
		"$5 and $6 more":   "",
		"$5–$6":            "",
		"$n$5":             "",
		"$ n$":             "",
		"$n $":             "",
		"$$n$$":            "",
		"$5元$":             "",
		"$“n”$":            "",
		"$n":               "",
		"$n\nm$":           "",
		`$a\$b$`:           `$a\$b$`,
		`$v_{\text{最大}}$高`: `$v_{\text{最大}}$`,
		`$\text{最大$`:       "",
		`$\最$`:             "",
		"$x$,":             "$x$",
		"$a$$b$":           "$a$",
		"$" + strings.Repeat("x", MaxLength) + "$": "",
	} {
		if got := text[:Length(text)]; got != want {
			t.Errorf("%s begins with the formula %q, not %q", text, got, want)
		}
	}
}

// shown writes pieces as they are set: italic letters between slashes, bold ones between
// stars, indices behind their signs, room in thousandths, with a bar where a line may
// break.
func shown(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Scripts)
		switch {
		case p.Space > 0 && p.Text == " ":
			fmt.Fprintf(&b, "[%d|]", p.Space)
		case p.Space > 0:
			fmt.Fprintf(&b, "[%d]", p.Space)
		default:
			mark := map[Look]string{Italic: "/", Bold: "*"}[p.Look]
			b.WriteString(mark + strings.ReplaceAll(p.Text, noBreak, "~") + mark)
		}
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for source, want := range map[string]string{
		`n`:                       "/n/",
		`x^2+y_1`:                 "/x/^2[222]+[222|]/y/_1",
		`a_{ij}`:                  "/a/_/ij/",
		`x^10`:                    "/x/^10",
		`10^{-6}`:                 "10^−^6",
		`x^{a_b}`:                 "/x/^/a/^_/b/",
		`-5\,\degree`:             "−5[167]°",
		`20^\circ`:                "20°",
		`a \le b`:                 "/a/[278]≤[278|]/b/",
		`a ≤ b × c`:               "/a/[278]≤[278|]/b/[222]×[222|]/c/",
		`{a+b}`:                   "/a/[222]+[222]/b/",
		`L_{eq}=80+10\lg n`:       "/L/_/eq/[278]=[278|]80[222]+[222|]10[167]lg[167]/n/",
		`3,000.5`:                 "3,000.5",
		`1:200`:                   "1:200",
		`f(x, y)`:                 "/f/(/x/,[167]/y/)",
		`\sin\alpha`:              "sin[167]/α/",
		`2\pi\Omega`:              "2πΩ",
		`\mathrm{kg/m^3}`:         "kg/m^3",
		`\mathbf{F}=ma`:           "*F*[278]=[278|]/ma/",
		`v_{\text{最大 值}}`:         "/v/_最大~值",
		`\frac{a}{b}`:             "/a///b/",
		`\frac{a+b}{2c}`:          "(/a/[222]+[222]/b/)/(2/c/)",
		`\frac{mv^2}{r}`:          "/mv/^2//r/",
		`x=\frac{1}{2}`:           "/x/[278]=[278|]^1⁄_2",
		`\frac12`:                 "^1⁄_2",
		`\sqrt{x}`:                "√/x/",
		`\sqrt[3]{x+1}`:           "^3√(/x/[222]+[222]1)",
		`\left( x \right)`:        "(/x/)",
		`x'`:                      "/x/′",
		`50\%`:                    "50%",
		`\sum_{i=1}^n x_i`:        "∑_/i/_=1^/n/[167]/x/_/i/",
		`t \to \infty`:            "/t/[278]→[278|]∞",
		`5~\mathrm{m}\quad x\;y`:  "5[250]m[1000]/x/[278]/y/",
		`\operatorname{arsinh} x`: "arsinh[167]/x/",
		`C_3H_8`:                  "/C/_3/H/_8",
		`\mathrm{CO_2}`:           "CO_2",
	} {
		pieces, faults := Parse(source)
		if got := shown(pieces); got != want || len(faults) > 0 {
			t.Errorf("%s\n got %s %v\nwant %s", source, got, faults, want)
		}
	}
}

func TestFaults(t *testing.T) {
	for source, want := range map[string]string{
		`\foo x`:   `\foo/x/: formula-command 0 \foo`,
		`a_{b`:     "/a/_{_/b/: formula-incomplete 2 {",
		`a}b`:      "/a/}/b/: formula-incomplete 1 }",
		`x^`:       "/x/^: formula-incomplete 1 ^",
		`\frac{a}`: `\frac/a/: formula-incomplete 0 \frac`,
		`\text x`:  `\text/x/: formula-incomplete 0 \text`,
		`\sqrt[3`:  `\sqrt[^3: formula-incomplete 0 \sqrt`,
	} {
		pieces, faults := Parse(source)
		got := shown(pieces) + ":"
		for _, f := range faults {
			got += fmt.Sprintf(" %s %d %s", f.Code, f.At, f.Text)
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}

// FuzzParse: no formula makes trouble; pieces stand in order at places of the source, and
// what the table of signs does not concern is not lost.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`L_{eq}=80+10\lg n`, `\frac{a}{\sqrt[3]{x}}^{\text{最大}}`, `a_^{}\`, `{{{{`, `\frac\frac\sqrt`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) || len(source) > MaxLength {
			return
		}
		pieces, faults := Parse(source)
		for _, p := range pieces {
			if p.At < 0 || p.End < p.At || p.End > len(source) || p.Text == "" || !utf8.ValidString(p.Text) || strings.Trim(p.Scripts, "^_") != "" {
				t.Fatalf("%q: %+v", source, p)
			}
		}
		for _, x := range faults {
			if x.At < 0 || x.End > len(source) || source[x.At:x.End] != x.Text {
				t.Fatalf("%q: %+v", source, x)
			}
		}
		if n := Length("$" + source + "$"); n > len(source)+2 {
			t.Fatal(n)
		}
		for _, c := range source {
			if '0' <= c && c <= '9' && !strings.Contains(source, `\`) && !strings.ContainsRune(Plain(source), c) {
				t.Fatalf("%q: %c is lost in %q", source, c, Plain(source))
			}
		}
	})
}
