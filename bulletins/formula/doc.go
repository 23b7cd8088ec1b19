// Package formula reads the formulas that stand in a line of text, $v_0 \le 3\,\mathrm{m/s}$,
// into pieces that can be set like words: letters of variables, digits, signs, indices,
// and the room round operators. It knows nothing of fonts, blocks or documents.
//
// # What is a formula
//
// [Length] tells, by the rule of pandoc: the opening $ has no space after it, the closing
// one none before it and no digit after it, and both stand on one line. So "$5 和 $6" is
// text. Han and full-width marks stand only inside \text{…}; elsewhere they show that the
// dollars are money. Two dollars together open nothing: there are no displayed formulas.
// A dollar in text is \$.
//
// # What can stand in it
//
//	x^2  v_0  a_{ij}  10^{-6}  x'    indices; braces hold more than one sign
//	\le \times \pm \alpha \to        signs, see symbols.go; the characters ≤ × α do as well
//	\sin \lg \max                    functions, upright
//	\mathrm{kg}  \text{最大}          upright letters; text with its spaces
//	\operatorname{erf}               a function of one's own
//	\mathbf{F}                       bold letters
//	\frac{a}{b}                      a/b, with brackets where they are needed
//	\sqrt{x}  \sqrt[3]{x+1}          √x, ³√(x+1)
//	\, \; \quad  \left( \right)      spaces; brackets keep their size
//
// Everything stands on the line: fractions are not stacked, limits stand beside their
// sign. A command that is not known is a [Fault] and stands as it was typed.
//
// # Spaces
//
// Binary operators have 4/18 em on both sides, relations 5/18, commas and functions 3/18
// behind them (Knuth, The TeXbook, chapter 18); a sign without a left side has none, nor
// does anything in an index. A line may break only behind an operator or a relation that
// no brace holds.
package formula
