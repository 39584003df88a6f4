package ofd

import (
	"fmt"

	"nianbao/fonts"
)

// faces writes the resources: the faces, cut down to what the document uses. They
// are complete font files with a map of characters, and texts are not told by
// glyphs (11.4): not every reader takes these, and in a face of its own they would
// be others. All are in one part: some readers show nothing of two.
func (w *writer) faces() {
	w.face = map[*fonts.Face]int{}
	w.objects = make([][]object, len(w.document.Elements))
	b := []byte(prolog + `<ofd:Res ` + namespace + ` BaseLoc="` + folderResources + `"><ofd:Fonts>`)
	for i, used := range w.document.Faces() {
		id := w.id()
		w.face[used.Face] = id
		name, file := escape(w.installedName(used.Face)), fmt.Sprintf("font_%d.ttf", i)
		b = fmt.Appendf(b, `<ofd:Font ID="%d" FontName="%s" FamilyName="%[2]s"><ofd:FontFile>%s</ofd:FontFile></ofd:Font>`, id, name, file)
		w.add(folder+folderResources+"/"+file, used.Face.Cut(used.Runes).File())
	}
	w.add(folder+partResources, append(b, "</ofd:Fonts></ofd:Res>"...))
}

// installedName is what a face is called: by its role, and as 宋体 where it stands
// in for another that lacks a character. A reader that takes no notice of embedded
// faces draws with what it has under the name.
func (w *writer) installedName(f *fonts.Face) string {
	for _, role := range fonts.Roles() {
		if w.options.Faces != nil && w.options.Faces.Face(role) == f {
			return role.Installed()
		}
	}
	return fonts.Song.Installed()
}
