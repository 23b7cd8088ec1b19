// Package numbers keeps the numbers of an office's documents (发文字号, issues): it reads
// them from the documents of a folder, says which are there twice and which are missing,
// proposes the next one and writes the register.
//
//	entries := numbers.Read(dir)
//	next, ok := numbers.Next(entries, numbers.Wish{Kind: "official", Code: "江安委办", Date: today})
//	findings := numbers.Check(entries)
//	err := sheet.Write(file, numbers.Table(lang, entries))
//
// A number is a form with two places that change: the year and the place in the row,
// 江安委办〔2026〕12号, SA07-2026, 012/SE/K3/III/2026. Documents whose numbers have the same
// form belong to one row, whatever their kinds; it begins anew with each year. A brief
// has its issue in the front matter's series instead, and the row of its kind and name.
package numbers
