package desktop

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/fonts"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// facePrefix and a role's official name are the setting with the file of the
// face chosen for it; empty for the embedded one.
const facePrefix = "face "

// faces are the faces to print with.
type faces struct {
	*office
	set     *fonts.Set // nil until they are read
	changed func()     // told when others were chosen
}

// Known is the set that pages are drawn in; nil before it is loaded.
func (f *faces) Known() *fonts.Set { return f.set }

// Keep has pages drawn in a set from now on.
func (f *faces) Keep(set *fonts.Set) { f.set = set }

// files reads the settings of the faces.
func (f *faces) files() map[fonts.Role]string {
	files := map[fonts.Role]string{}
	for _, role := range fonts.Roles() {
		files[role], _ = f.drafts.Setting(facePrefix + role.String()) // unread: the embedded face
	}
	return files
}

// Read chooses the faces. A chosen one that can no longer be used is named, and
// the embedded one taken. Nil stands for the embedded set.
func (f *faces) Read() (set *fonts.Set, refused []string) {
	set, err := fonts.Embedded()
	if err != nil {
		return nil, nil // the export will say so
	}
	set, wrong := set.Choose(f.files())
	for _, e := range wrong {
		refused = append(refused, e.Message())
	}
	return set, refused
}

// faceChoice is the choice for one role.
type faceChoice struct {
	role  fonts.Role
	list  *widgets.Choice
	names []string // as listed; the first is the embedded face
	paths []string // of the names
}

// askFaces lets the user print with faces of this computer: 仿宋_GB2312 and
// 方正小标宋 are what county offices know, but may not be given away.
func (f *faces) askFaces() {
	f.Background(func() func() {
		found, files := f.Installed(), f.files()
		return func() { f.facesDialog(found, files) }
	})
}

func (f *faces) facesDialog(found []fonts.Candidate, files map[fonts.Role]string) {
	var choices []faceChoice
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	content := []fyne.CanvasObject{widgets.NewParagraph(textFacesAdvice, widgets.SizeBody, theme.ColorNameForeground)}
	for _, role := range fonts.Roles() {
		c := newFaceChoice(role, found, files[role])
		choices = append(choices, c)
		content = append(content, widgets.Field(textFaceUse[role], widgets.Framed(c.list)))
	}
	if len(found) == 0 {
		problem.Set(textNoFaces, widgets.ColorSecond)
	}
	m := f.Show(textFaces, textFacesGo, widgets.Primary, dialog.TextCancel, append(content, widgets.RoomFor(problem, 3))...)
	m.Confirm = func() {
		chosen := map[fonts.Role]string{}
		for _, c := range choices {
			chosen[c.role] = c.paths[c.list.SelectedIndex()]
		}
		f.Background(func() func() {
			set, err := fonts.Embedded()
			if err != nil {
				return func() { f.fail(failure.Something(), err) }
			}
			if _, refused := set.Choose(chosen); len(refused) > 0 {
				return func() { problem.Set(refused[0].Message(), theme.ColorNameError) }
			}
			for role, path := range chosen {
				if err := f.drafts.SetSetting(facePrefix+role.String(), path); err != nil {
					return func() { m.Close(); f.fail(failure.Remembering(), err) }
				}
			}
			return func() {
				m.Close()
				f.Keep(nil)
				f.changed()
			}
		})
	}
}

// newFaceChoice lists the faces for a role. Two of one name are told apart by
// their files; a chosen one that is no longer found stays in the list.
func newFaceChoice(role fonts.Role, found []fonts.Candidate, file string) faceChoice {
	c := faceChoice{role: role, names: []string{textEmbeddedFace(role)}, paths: []string{""}}
	add := func(name, path string) {
		if slices.Contains(c.names, name) {
			name += "（" + filepath.Base(path) + "）"
		}
		if slices.Contains(c.names, name) {
			name = path
		}
		c.names, c.paths = append(c.names, name), append(c.paths, path)
	}
	for _, one := range found {
		if one.Role == role {
			add(one.Name, one.Path)
		}
	}
	if !slices.Contains(c.paths, file) {
		add(filepath.Base(file), file)
	}
	c.list = widgets.NewChoice(c.names, nil)
	c.list.SetSelectedIndex(slices.Index(c.paths, file))
	return c
}
