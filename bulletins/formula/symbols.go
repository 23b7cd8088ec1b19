package formula

// class is what the room round a sign depends on.
type class uint8

const (
	ordinary class = iota
	function       // sin, ∑: a little room behind
	binary         // +
	relation       // =
	opening
	closing
	comma
)

// sign is a character with its class.
type sign struct {
	text  string
	class class
}

// symbols are the commands that stand for a character.
var symbols = map[string]sign{
	"alpha": {"α", ordinary}, "beta": {"β", ordinary}, "gamma": {"γ", ordinary}, "delta": {"δ", ordinary}, "epsilon": {"ε", ordinary}, "varepsilon": {"ε", ordinary},
	"zeta": {"ζ", ordinary}, "eta": {"η", ordinary}, "theta": {"θ", ordinary}, "vartheta": {"ϑ", ordinary}, "iota": {"ι", ordinary}, "kappa": {"κ", ordinary},
	"lambda": {"λ", ordinary}, "mu": {"μ", ordinary}, "nu": {"ν", ordinary}, "xi": {"ξ", ordinary}, "pi": {"π", ordinary}, "rho": {"ρ", ordinary}, "sigma": {"σ", ordinary},
	"tau": {"τ", ordinary}, "upsilon": {"υ", ordinary}, "phi": {"φ", ordinary}, "varphi": {"φ", ordinary}, "chi": {"χ", ordinary}, "psi": {"ψ", ordinary}, "omega": {"ω", ordinary},
	"Gamma": {"Γ", ordinary}, "Delta": {"Δ", ordinary}, "Theta": {"Θ", ordinary}, "Lambda": {"Λ", ordinary}, "Xi": {"Ξ", ordinary}, "Pi": {"Π", ordinary},
	"Sigma": {"Σ", ordinary}, "Upsilon": {"Υ", ordinary}, "Phi": {"Φ", ordinary}, "Psi": {"Ψ", ordinary}, "Omega": {"Ω", ordinary},

	"times": {"×", binary}, "cdot": {"·", binary}, "div": {"÷", binary}, "pm": {"±", binary}, "mp": {"∓", binary}, "cup": {"∪", binary}, "cap": {"∩", binary},

	"le": {"≤", relation}, "leq": {"≤", relation}, "ge": {"≥", relation}, "geq": {"≥", relation}, "ne": {"≠", relation}, "neq": {"≠", relation},
	"approx": {"≈", relation}, "equiv": {"≡", relation}, "sim": {"∼", relation}, "propto": {"∝", relation}, "ll": {"≪", relation}, "gg": {"≫", relation},
	"lt": {"<", relation}, "gt": {">", relation}, "in": {"∈", relation}, "notin": {"∉", relation}, "subset": {"⊂", relation}, "subseteq": {"⊆", relation},
	"to": {"→", relation}, "rightarrow": {"→", relation}, "leftarrow": {"←", relation}, "gets": {"←", relation}, "leftrightarrow": {"↔", relation},
	"Rightarrow": {"⇒", relation}, "implies": {"⇒", relation}, "Leftrightarrow": {"⇔", relation}, "iff": {"⇔", relation},
	"parallel": {"∥", relation}, "perp": {"⊥", relation}, "mid": {"|", relation}, "colon": {":", relation},

	"sum": {"∑", function}, "prod": {"∏", function}, "int": {"∫", function},

	"infty": {"∞", ordinary}, "degree": {"°", ordinary}, "celsius": {"℃", ordinary}, "permil": {"‰", ordinary}, "partial": {"∂", ordinary}, "nabla": {"∇", ordinary},
	"emptyset": {"∅", ordinary}, "forall": {"∀", ordinary}, "exists": {"∃", ordinary}, "angle": {"∠", ordinary}, "triangle": {"△", ordinary}, "prime": {"′", ordinary},
	"circ": {"°", ordinary}, "therefore": {"∴", relation}, "because": {"∵", relation}, "ldots": {"…", ordinary}, "dots": {"…", ordinary}, "cdots": {"…", ordinary}, "ell": {"ℓ", ordinary},
	"vert": {"|", ordinary}, "lvert": {"|", opening}, "rvert": {"|", closing}, "|": {"‖", ordinary}, "backslash": {`\`, ordinary},

	"%": {"%", ordinary}, "$": {"$", ordinary}, "&": {"&", ordinary}, "#": {"#", ordinary}, "_": {"_", ordinary}, "{": {"{", opening}, "}": {"}", closing},
}

// functions are the names that are set upright.
var functions = map[string]bool{
	"sin": true, "cos": true, "tan": true, "cot": true, "arcsin": true, "arccos": true, "arctan": true, "sinh": true, "cosh": true, "tanh": true,
	"log": true, "ln": true, "lg": true, "exp": true, "max": true, "min": true, "sup": true, "inf": true, "lim": true, "det": true, "deg": true, "arg": true, "dim": true, "gcd": true,
}

// spaces are the commands that are room, in thousandths of an em.
var spaces = map[string]int{",": thin, ":": medium, ";": thick, " ": 250, "quad": 1000, "qquad": 2000}

// sizes are commands that ask for larger brackets; here all have the size of the text.
var sizes = map[string]bool{"left": true, "right": true, "big": true, "bigl": true, "bigr": true, "Big": true, "Bigl": true, "Bigr": true}

// typed are the signs of the keyboard that are no letters, and what they are set as.
var typed = map[rune]sign{
	'+': {"+", binary}, '-': {"−", binary}, '*': {"*", binary}, '=': {"=", relation}, '<': {"<", relation}, '>': {">", relation}, ':': {":", relation},
	'(': {"(", opening}, '[': {"[", opening}, ')': {")", closing}, ']': {"]", closing}, '!': {"!", closing}, ',': {",", comma}, ';': {";", comma},
}

func init() {
	for _, s := range symbols { // the characters themselves may be typed
		if c := []rune(s.text); len(c) == 1 && c[0] > 0x7f {
			typed[c[0]] = s
		}
	}
	typed['−'] = typed['-']
}

// Room in thousandths of an em: 3, 4 and 5 of 18 parts.
const (
	thin   = 167
	medium = 222
	thick  = 278
)

// room is what stands between signs of two classes (The TeXbook, chapter 18).
var room = [...][7]int{
	ordinary: {function: thin, binary: medium, relation: thick},
	function: {ordinary: thin, function: thin, relation: thick},
	binary:   {ordinary: medium, function: medium, opening: medium},
	relation: {ordinary: thick, function: thick, opening: thick},
	opening:  {},
	closing:  {function: thin, binary: medium, relation: thick},
	comma:    {ordinary: thin, function: thin, relation: thin, opening: thin, closing: thin, comma: thin},
}
