package pdf

import "fmt"

// Attachment is a file that the document carries along, as the source that it was
// made from: what PDF/A-3 (ISO 19005-3, 6.8) allows beside PDF/A-2.
type Attachment struct {
	Name        string // in ASCII, with its ending
	Description string
	Type        string // MIME type, of two words with a slash between
	Data        []byte
}

// writeAttachment writes the associated file and returns the catalog's entries. It
// stands among the embedded files too, where readers of PDF 1.7 show it.
func (w *writer) writeAttachment() []byte {
	a := w.options.Attach
	if a == nil {
		return nil
	}
	specification, data := w.reserve(), w.reserve()
	date := pdfDate(w.options.Date)
	w.stream(data, fmt.Sprintf("/Type/EmbeddedFile/Subtype%s/Params<</CreationDate(%s)/ModDate(%[2]s)/Size %d>>",
		pdfName(a.Type), date, len(a.Data)), a.Data)
	w.put(specification, "<</Type/Filespec/F(%s)/UF%v/Desc%v/AFRelationship/Source/EF<</F %v/UF %[4]v>>>>",
		a.Name, textString(a.Name), textString(a.Description), data)
	return fmt.Appendf(nil, "/AF[%v]/Names<</EmbeddedFiles<</Names[(%s)%[1]v]>>>>", specification, a.Name)
}

// pdfName writes a name (7.3.5); what is no letter or figure is written by its
// number.
func pdfName(text string) string {
	b := []byte("/")
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.', c == '+':
			b = append(b, c)
		default:
			b = fmt.Appendf(b, "#%02X", c)
		}
	}
	return string(b)
}
