package preview

import (
	"nianbao/export"
)

// SheetsNames are the papers to choose from for a print, in their order. What is not
// the report has no copy for the county and none for the notice board: its papers go
// by their size.
func SheetsNames(of export.Print) []string {
	if of != export.PrintReport {
		return []string{SheetsName(of, export.A4), SheetsName(of, export.A3)}
	}
	return []string{SheetsName(of, export.A4), SheetsName(of, export.A3), SheetsName(of, export.Poster)}
}

// SheetsName is the name of a paper in the list for a print; A4 where it is not in that.
func SheetsName(of export.Print, s export.Sheets) string {
	if of == export.PrintReport {
		return TextSheetsNames[s]
	}
	if name, ok := textSizes[s]; ok {
		return name
	}
	return textSizes[export.A4]
}

// SheetsNamed finds a paper by its name, whatever it is for; A4 for any other.
func SheetsNamed(name string) export.Sheets {
	for _, names := range []map[export.Sheets]string{TextSheetsNames, textSizes} {
		for sheets, n := range names {
			if n == name {
				return sheets
			}
		}
	}
	return export.A4
}

// PrintNames are what can be printed of a report, the usual first.
func PrintNames() []string {
	var names []string
	for _, p := range export.Prints() {
		names = append(names, p.Name())
	}
	return names
}

// PrintNamed finds what is to be printed by its name; the report for any other.
func PrintNamed(name string) export.Print {
	for _, p := range export.Prints() {
		if p.Name() == name {
			return p
		}
	}
	return export.PrintReport
}
