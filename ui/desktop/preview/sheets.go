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
