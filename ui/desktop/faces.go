package desktop

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/fonts"
	"nianbao/ui/desktop/widgets"
)

// facePrefix and a role's official name are the setting with the file of the
// face chosen for it; empty for the embedded one.
const facePrefix = "face "

// faceFiles reads the settings of the faces.
func (p *program) faceFiles() map[fonts.Role]string {
	files := map[fonts.Role]string{}
	for _, role := range fonts.Roles() {
		files[role], _ = p.drafts.Setting(facePrefix + role.String()) // unread: the embedded face
	}
	return files
}

// faces are the faces to print with. A chosen one that can no longer be used is
// named, and the embedded one taken. Nil stands for the embedded set.
func (p *program) faces() (set *fonts.Set, refused []string) {
	set, err := fonts.Embedded()
	if err != nil {
		return nil, nil // the export will say so
	}
	set, wrong := set.Choose(p.faceFiles())
	for _, e := range wrong {
		refused = append(refused, e.Error())
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
func (p *program) askFaces() {
	p.background(func() func() {
		found, files := p.Installed(), p.faceFiles()
		return func() { p.facesDialog(found, files) }
	})
}

func (p *program) facesDialog(found []fonts.Candidate, files map[fonts.Role]string) {
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
	m := p.dialog(textFaces, textFacesGo, widgets.Primary, textCancel, append(content, widgets.RoomFor(problem, 3))...)
	m.confirm = func() {
		chosen := map[fonts.Role]string{}
		for _, c := range choices {
			chosen[c.role] = c.paths[c.list.SelectedIndex()]
		}
		p.background(func() func() {
			set, err := fonts.Embedded()
			if err != nil {
				return func() { p.fail(err) }
			}
			if _, refused := set.Choose(chosen); len(refused) > 0 {
				return func() { problem.Set(refused[0].Error(), theme.ColorNameError) }
			}
			for role, path := range chosen {
				if err := p.drafts.SetSetting(facePrefix+role.String(), path); err != nil {
					return func() { m.close(); p.fail(err) }
				}
			}
			return func() {
				m.close()
				p.faceSet = nil
				if p.form != nil {
					p.form.paper.touch()
				}
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
	for _, f := range found {
		if f.Role == role {
			add(f.Name, f.Path)
		}
	}
	if !slices.Contains(c.paths, file) {
		add(filepath.Base(file), file)
	}
	c.list = widgets.NewChoice(c.names, nil)
	c.list.SetSelectedIndex(slices.Index(c.paths, file))
	return c
}
