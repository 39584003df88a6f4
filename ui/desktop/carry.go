package desktop

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// carrierHost is what shows a report that was begun with another.
type carrierHost interface {
	leaveForm(then func())
	showStart()
	showCarried(d *desk.Desk) // with the account of what came along
}

// carrier begins a year's report with that of the year before (从上年新建).
type carrier struct {
	*office
	host carrierHost
}

// askCarry lists the drafts that the next year's report can begin with
// (从上年新建), and offers files.
func (c *carrier) askCarry() {
	c.Background(func() func() {
		drafts, err := c.drafts.List()
		return func() {
			if err != nil {
				c.fail(failure.LoadingDraft(), err)
				return
			}
			c.carryDialog(drafts)
		}
	})
}

func (c *carrier) carryDialog(drafts []store.Summary) {
	var lines []fyne.CanvasObject
	for _, d := range drafts {
		lines = append(lines, dialog.Line(textMoment(d.Updated, c.now()), textYearOf(d)+"　"+textAboutDraft(d), func() { c.carryDraft(d) }))
	}
	m := c.Show(textCarry, textCarryFile, widgets.Plain, dialog.TextCancel, widgets.NewParagraph(textCarryAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = func() {
		m.Close()
		c.withFolder(func(dir string) {
			c.Choose(textCarry, textOpen, dir, []string{reportfile.Ending}, func(path string) {
				c.remember(folderKey, filepath.Dir(path))
				c.carry(func() (*model.Report, *store.Version, error) {
					r, _, err := readReport(path)
					return r, nil, failure.Opening(path).Wrap(err)
				})
			})
		})
	}
	if len(lines) > 0 {
		c.Window.Canvas().Focus(lines[0].(*widgets.ListRow))
	}
}

// carryDraft begins the report of the year after a draft's with it. Where there
// is one of that year already, the clerk may mean that one.
func (c *carrier) carryDraft(d store.Summary) {
	begin := func() {
		c.carry(func() (*model.Report, *store.Version, error) {
			body, older, err := c.drafts.LoadBest(d.ID)
			if err != nil {
				return nil, nil, err
			}
			r, err := reportfile.Read(body)
			return r, older, err
		})
	}
	c.Background(func() func() {
		drafts, err := c.drafts.List()
		return func() {
			there := draftOf(drafts, d.Agency, d.Year+1)
			switch {
			case err != nil:
				c.fail(failure.LoadingDraft(), err)
			case there != nil:
				c.Ask(dialog.Question{Title: textCarry, Body: textBegun(*there), Yes: textBeginAnother, Do: begin})
			default:
				if c.Modal != nil {
					c.Modal.Close()
				}
				begin()
			}
		}
	})
}

// carry begins the next year's report with the one that load reads, and shows
// what came along. What is open is saved and left before.
func (c *carrier) carry(load func() (last *model.Report, older *store.Version, err error)) {
	c.host.leaveForm(func() {
		c.Background(func() func() {
			last, older, err := load()
			var id store.ID
			var r *model.Report
			if err == nil {
				id, r, err = c.keepCarried(last)
			}
			return func() {
				if err != nil {
					c.host.showStart()
					c.fail(failure.ChangingDrafts(), err)
					return
				}
				c.host.showCarried(desk.New(id, r, c.drafts))
				c.tellOlder(older)
			}
		})
	})
}

// keepCarried makes the new draft. Its first version tells how it came to be.
func (c *carrier) keepCarried(last *model.Report) (store.ID, *model.Report, error) {
	r, err := carry.From(last, last.Year+1, model.Agency{})
	if err != nil {
		return store.ID{}, nil, err
	}
	body, err := reportfile.Write(r)
	if err != nil {
		return store.ID{}, nil, err
	}
	sum := desk.Summarise(r, c.now())
	id, err := c.drafts.Create(sum, body)
	if err == nil {
		err = c.drafts.Keep(id, sum, body, store.Note{Reason: store.ReasonCarried})
	}
	return id, r, err
}
