package kinds

import "safety365/bulletins"

// shifted returns a Diagnostic of a block at the block's place in the document.
func shifted(d bulletins.Diagnostic, by int) bulletins.Diagnostic {
	move := func(r bulletins.Range) bulletins.Range { return bulletins.Range{Start: r.Start + by, End: r.End + by} }
	d.Range = move(d.Range)
	if d.Fix != nil {
		d.Fix = &bulletins.Fix{Range: move(d.Fix.Range), Text: d.Fix.Text}
	}
	return d
}

// problem makes a Diagnostic; args are names and values in turn.
func problem(severity bulletins.Severity, code string, at bulletins.Range, args ...string) bulletins.Diagnostic {
	d := bulletins.Diagnostic{Code: code, Severity: severity, Range: at}
	for i := 0; i+1 < len(args); i += 2 {
		if d.Args == nil {
			d.Args = map[string]string{}
		}
		d.Args[args[i]] = args[i+1]
	}
	return d
}
