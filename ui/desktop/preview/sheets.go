package preview

import (
	"nianbao/export"
)

// SheetsNames are the papers to choose from, in their order.
func SheetsNames() []string {
	return []string{TextSheetsNames[export.A4], TextSheetsNames[export.A3], TextSheetsNames[export.Poster]}
}

// SheetsNamed finds a paper by its name; A4 for any other.
func SheetsNamed(name string) export.Sheets {
	for sheets, n := range TextSheetsNames {
		if n == name {
			return sheets
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
