package export

import (
	"errors"
	"strings"
	"testing"

	"nianbao/export/sheet"
	"nianbao/export/specimen"
	"nianbao/model"
)

// FuzzFormats: whatever a clerk writes in a report's texts, every format and every print
// of it is written, or says what it cannot take.
func FuzzFormats(f *testing.F) {
	for _, text := range []string{"", "1.a", "（一）\n\n二、", "\u3000\t“”》", "共12件，其中\x00甲{disclosure.documents.issued}件。", "e\u0301\U0001F600\u200d", "年 % & < > ' \""} {
		f.Add(text, text)
	}
	faces := specimen.Faces(f)
	f.Fuzz(func(t *testing.T, text, short string) {
		text, short = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(short, "?")
		r := specimen.Sample(t)
		r.Agency.Name, r.Title, r.Signature.Agency = short, short, short
		blocks := []model.Block{{Heading: short, Text: text}}
		for id := range r.Narrative {
			r.Narrative[id] = blocks
		}
		for _, format := range Formats() {
			for _, p := range format.Prints() {
				var long *sheet.LongError
				result, err := format.Bytes(r, Options{Print: p, Phone: short, Replace: true, Faces: faces})
				if err != nil && !errors.As(err, &long) {
					t.Errorf("%s %s: %v", format.Ending, p, err)
				}
				if err == nil && len(result.Data) == 0 {
					t.Errorf("%s %s: nothing written", format.Ending, p)
				}
			}
		}
	})
}
