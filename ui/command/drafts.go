package command

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/failure"
)

// draftError says that a given id names no draft, or several.
type draftError struct {
	given string
	found int
}

func (e *draftError) Error() string { return fmt.Sprintf("%d drafts are called %s", e.found, e.given) }

// Message says which draft is not there, or how many are.
func (e *draftError) Message() string {
	if e.found == 0 {
		return fmt.Sprintf(errorNoDraft, e.given)
	}
	return fmt.Sprintf(errorAmbiguous, e.found, e.given)
}

// draftVerb is one word after `drafts`.
type draftVerb struct {
	name, usage string
	run         func(*call) error
}

func draftVerbs() []draftVerb {
	return []draftVerb{
		{"list", usageDraftsList, runDraftsList},
		{"show", usageDraftsShow, runDraftsShow},
		{"export", fmt.Sprintf(usageDraftsExport, sheets("|")), runDraftsExport},
		{"import", usageDraftsImport, runDraftsImport},
		{"history", usageDraftsHistory, runDraftsHistory},
		{"backup", usageDraftsBackup, runDraftsBackup},
		{"restore", usageDraftsRestore, runDraftsRestore},
		{"repair", usageDraftsRepair, runDraftsRepair},
	}
}

func runDrafts(c *call) error {
	if len(c.args) > 0 {
		for _, v := range draftVerbs() {
			if v.name == c.args[0] {
				return v.run(newCall(c.Environment, v.usage, c.args[1:]))
			}
		}
	}
	return c.wrong(problemDraftsVerb)
}

// listedDraft is a line of `drafts list --json`; its members are the
// contract's.
type listedDraft struct {
	ID      string  `json:"id"`
	Agency  string  `json:"agency"`
	Year    int     `json:"year"`
	Edition string  `json:"edition"`
	Updated string  `json:"updated"`
	Filled  float64 `json:"filled"`
	Errors  int     `json:"errors"`
	State   string  `json:"state"`
}

func runDraftsList(c *call) error {
	data, asJSON := c.dataDir(), c.flags.Bool("json", false, "")
	if err := c.parse(0, 0); err != nil {
		return err
	}
	err := c.withStore(*data, func(s *store.Store) error {
		drafts, err := s.List()
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		return c.tellDrafts(drafts, *asJSON)
	})
	var none *noStoreError
	var missing *folderError
	switch {
	case errors.As(err, &none):
		return c.tellDrafts(nil, *asJSON)
	case errors.As(err, &missing) && missing.words == errorNoFolder: // it holds none, like an empty one
		c.say("%s", missing.Message())
		return c.tellDrafts(nil, *asJSON)
	}
	return err
}

func (c *call) tellDrafts(drafts []store.Summary, asJSON bool) error {
	if asJSON {
		return c.printJSON(listed(drafts))
	}
	if len(drafts) == 0 {
		c.say(draftsNone)
	}
	for _, d := range drafts {
		if d.Damaged {
			fmt.Fprintf(c.Stdout, draftDamagedLine, d.ID)
			continue
		}
		fmt.Fprintf(c.Stdout, draftLine, d.ID, cmp.Or(d.Agency, draftUnnamed), d.Year, stateName(d.State),
			percent(d.Filled), d.Errors, d.Updated.Local().Format("2006-01-02 15:04"))
	}
	return nil
}

func listed(drafts []store.Summary) []listedDraft {
	all := []listedDraft{}
	for _, d := range drafts {
		all = append(all, listedDraft{
			ID: d.ID.String(), Agency: d.Agency, Year: d.Year, Edition: d.Edition,
			Updated: d.Updated.Local().Format(time.RFC3339),
			Filled:  float64(percent(d.Filled)) / 100, Errors: d.Errors, State: d.State,
		})
	}
	return all
}

// percent rounds a share down: only a complete report is at 100.
func percent(share float64) int { return int(share*100 + 1e-9) }

func stateName(state string) string {
	if state == store.StateFinal {
		return stateFinal
	}
	return stateDraft
}

func runDraftsShow(c *call) error {
	data, asJSON, version := c.dataDir(), c.flags.Bool("json", false, ""), c.version()
	if err := c.parse(1, 1); err != nil {
		return err
	}
	return c.withDraft(*data, c.files[0], *version, func(r *model.Report) error {
		format := export.Text()
		if *asJSON {
			format = export.ReportFile()
		}
		result, err := format.Bytes(r, export.Options{})
		if err != nil {
			return fmt.Errorf("show draft: %w", err)
		}
		fmt.Fprintf(c.Stdout, "%s", result.Data)
		return nil
	})
}

func runDraftsExport(c *call) error {
	data, version := c.dataDir(), c.version()
	e, err := c.exportArguments()
	if err != nil {
		return err
	}
	return c.withDraft(*data, c.files[0], *version, func(r *model.Report) error { return c.carryOut(e, r) })
}

// runDraftsImport makes a new draft of a report file or, with --into, a new
// version of one that is there, whose state before is kept.
func runDraftsImport(c *call) error {
	data, into := c.dataDir(), c.flags.String("into", "", "")
	if err := c.parse(1, 1); err != nil {
		return err
	}
	r, err := c.read(c.files[0])
	if err != nil {
		return err
	}
	content, err := reportfile.Write(r)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	with := c.withStore
	if *into == "" {
		with = c.withAnyStore
	}
	return with(*data, func(s *store.Store) error {
		sum := desk.Summarise(r, c.Now())
		var id store.ID
		var err error
		if *into == "" {
			id, err = s.Create(sum, content)
		} else if id, err = c.find(s, *into); err == nil {
			err = s.Replace(id, sum, content, store.ReasonImported)
		}
		if err != nil {
			return failure.ChangingDrafts().Wrap(err)
		}
		fmt.Fprintln(c.Stdout, id)
		c.say(doneImported, filepath.Base(c.files[0]), id)
		return nil
	})
}

// version declares the option --version: 0 stands for the draft as it is.
func (c *call) version() *uint64 { return c.flags.Uint64("version", 0, "") }

// find finds the draft that an id, or the beginning of one, names.
func (c *call) find(s *store.Store, given string) (store.ID, error) {
	drafts, err := s.List()
	if err != nil {
		return store.ID{}, failure.LoadingDraft().Wrap(err)
	}
	var found []store.ID
	for _, d := range drafts {
		if given != "" && strings.HasPrefix(d.ID.String(), strings.ToLower(given)) {
			found = append(found, d.ID)
		}
	}
	if len(found) != 1 {
		return store.ID{}, &draftError{given, len(found)}
	}
	return found[0], nil
}

// withDraft loads a draft, or a version of it.
func (c *call) withDraft(dir, given string, version uint64, use func(*model.Report) error) error {
	return c.withStore(dir, func(s *store.Store) error {
		id, err := c.find(s, given)
		if err != nil {
			return err
		}
		content, err := s.Load(id)
		if version != 0 {
			content, err = s.LoadVersion(id, version)
		}
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		r, err := reportfile.Read(content)
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		return use(r)
	})
}
