package export

import "slices"

// handedIn are the endings of what a finished report is handed in as: pages to be
// signed and posted, a document that the county can go on with, words for its portal.
var handedIn = []string{".pdf", ".docx", ".txt"}

// HandIn lists the formats that a finished report is handed in as, of those there are;
// the pages first.
func HandIn() []Format {
	var all []Format
	for _, ending := range handedIn {
		if i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Ending == ending }); i >= 0 {
			all = append(all, Formats()[i])
		}
	}
	return all
}
