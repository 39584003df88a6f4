package word

import (
	"encoding/xml"
	"strings"
	"unicode"

	"nianbao/model/intake/source"
)

// pageWords are the words around the number of a page.
var pageWords = strings.NewReplacer("第", "", "页", "", "共", "")

// edges reads the heads and feet of pages, each once; their numbers are none of them.
func (r *reader) edges(b *source.Builder, p *parcel) error {
	told := map[string]bool{}
	for _, kind := range []string{"header", "footer"} {
		for part := range p.parts(kind) {
			var blocks []block
			r.walker = newWalker(part)
			if err := r.children(func(xml.StartElement) (bool, error) { return true, r.blocks(&blocks) }, nil); err != nil {
				return err
			}
			for _, bl := range blocks {
				text, _ := said([]cell{{blocks: []block{bl}}}).InProse()
				if !told[text] && strings.ContainsFunc(pageWords.Replace(text), unicode.IsLetter) {
					told[text] = true
					b.Paragraph(source.Line{Runs: source.Text{{Text: text, Look: source.Edge}}})
				}
			}
		}
	}
	return nil
}
