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
		if !d.Damaged {
			lines = append(lines, dialog.Line(textMoment(d.Updated, c.now()), textYearOf(d)+"　"+textAboutDraft(d), func() { c.carryDraft(d) }))
		}
	}
	m := c.Show(textCarry, textCarryFile, widgets.Plain, dialog.TextCancel, widgets.NewParagraph(textCarryAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = func() {
		m.Close()
		c.withFolder(func(dir string) {
			c.Choose(textCarry, textOpen, dir, []string{reportfile.Ending}, func(path string) {
				c.remember(folderKey, filepath.Dir(path))
				c.carry(func() (*model.Report, error) {
					r, _, err := readReport(path)
					return r, failure.Opening(path).Wrap(err)
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
		c.carry(func() (*model.Report, error) {
			body, _, err := c.drafts.LoadBest(d.ID)
			if err != nil {
				return nil, err
			}
			return reportfile.Read(body)
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
func (c *carrier) carry(load func() (*model.Report, error)) {
	c.host.leaveForm(func() {
		c.Background(func() func() {
			id, r, err := c.keepCarried(load)
			return func() {
				if err != nil {
					c.host.showStart()
					c.fail(failure.ChangingDrafts(), err)
					return
				}
				c.host.showCarried(desk.New(id, r, c.drafts))
			}
		})
	})
}

// keepCarried makes the new draft. Its first version tells how it came to be.
func (c *carrier) keepCarried(load func() (*model.Report, error)) (store.ID, *model.Report, error) {
	last, err := load()
	if err != nil {
		return store.ID{}, nil, err
	}
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
