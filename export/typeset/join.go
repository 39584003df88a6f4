package typeset

// Join puts documents of one paper one behind the other, as one. What is printed of page
// numbers stays: each begins with its own first page.
func Join(title string, documents []*Document) *Document {
	out := &Document{Title: title, Elements: make([]Element, 1)}
	for i, d := range documents {
		if i == 0 {
			out.Paper = d.Paper
		}
		pages, elements := len(out.Pages), len(out.Elements)-1
		within := func(element int) int {
			if element == 0 {
				return 0
			}
			return element + elements
		}
		for _, h := range d.Headings {
			h.Page += pages
			out.Headings = append(out.Headings, h)
		}
		for _, e := range d.Elements[1:] {
			e.Parent = within(e.Parent)
			out.Elements = append(out.Elements, e)
		}
		for _, page := range d.Pages {
			page.Number += pages
			for i := range page.Texts {
				page.Texts[i].Element = within(page.Texts[i].Element)
			}
			for i := range page.Fills {
				page.Fills[i].Element = within(page.Fills[i].Element)
			}
			out.Pages = append(out.Pages, page)
		}
		out.Missing = append(out.Missing, d.Missing...)
	}
	return out
}
