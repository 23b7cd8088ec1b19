package word

import "testing"

// TestWordFormulas reads formulas of Word: those that ours can hold, and those that stand
// as text and are told.
func TestWordFormulas(t *testing.T) {
	r := func(s string) string { return `<m:r><m:t>` + s + `</m:t></m:r>` }
	plain := func(s string) string { return `<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>` + s + `</m:t></m:r>` }
	e := func(s string) string { return `<m:e>` + s + `</m:e>` }
	sub, sup := func(s string) string { return `<m:sub>` + s + `</m:sub>` }, func(s string) string { return `<m:sup>` + s + `</m:sup>` }
	for _, c := range []struct{ name, math, want string }{
		{"indices and a relation", `<m:sSub>` + e(r("L")) + sub(plain("eq")) + `</m:sSub>` + r("≤85"), `$L_{\mathrm{eq}}≤85$`},
		{"a fraction with a root", `<m:f><m:num>` + r("a+b") + `</m:num><m:den><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>` + e(r("x")) + `</m:rad></m:den></m:f>`, `$\frac{a+b}{\sqrt{x}}$`},
		{"a sum", `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>` + sub(r("i=1")) + sup(r("n")) + e(`<m:sSup>`+e(r("x"))+sup(r("2"))+`</m:sSup>`) + `</m:nary>`, `$\sum_{i=1}^{n} x^{2}$`},
		{"a function, brackets", `<m:func><m:fName>` + plain("sin") + `</m:fName>` + e(`<m:d>`+e(r("ωt"))+`</m:d>`) + `</m:func>`, `$\sin (ωt)$`},
		{"Chinese words", r("P=") + `<m:f><m:num>` + plain("事故数") + `</m:num><m:den>` + plain("人数") + `</m:den></m:f>` + r("×100%"), `$P=\frac{\text{事故数}}{\text{人数}}×100\%$`},
		{"a power of brackets", `<m:sSup>` + e(`<m:d>`+e(r("a+b"))+`</m:d>`) + sup(r("-1")) + `</m:sSup>`, `${(a+b)}^{-1}$`},
		{"a limit", `<m:func><m:fName><m:limLow>` + e(plain("lim")) + `<m:lim>` + r("x→0") + `</m:lim></m:limLow></m:fName>` + e(r("f")) + `</m:func>`, `$\mathrm{lim}_{x→0} f$`},
		{"a matrix", `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>` + e(`<m:m><m:mr>`+e(r("1"))+e(r("2"))+`</m:mr><m:mr>`+e(r("3"))+e(r("4"))+`</m:mr></m:m>`) + `</m:d>`, "[1 2; 3 4]\nword-formula at 见[1 2; 3 4]。"},
		{"an accent", `<m:acc><m:accPr><m:chr m:val="̅"/></m:accPr>` + e(r("x")) + `</m:acc>`, "x̅\nword-formula at 见x̅。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want, told := c.want, ""
			for i := range c.want {
				if c.want[i] == '\n' {
					want, told = c.want[:i], c.want[i:]
					break
				}
			}
			wantRead(t, saved(wp("", wr("见")+`<m:oMath>`+c.math+`</m:oMath>`+wr("。"))), "见"+want+"。"+told)
		})
	}
	wantRead(t, saved(`<w:p><m:oMathPara><m:oMath>`+r("E=m")+`</m:oMath></m:oMathPara></w:p>`), "$E=m$")
	wantRead(t, saved(wp("", `<m:oMath>`+r("x")+`</m:oMath>`+wr("5"))), "$x$ 5")
}
