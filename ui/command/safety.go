package command

import (
	"errors"
	"fmt"
	"time"

	"nianbao/model/store"
)

// What keeps drafts from being lost: versions, backups, repair.

// listedVersion is a line of `drafts history --json`.
type listedVersion struct {
	Version    uint64 `json:"version"`
	Time       string `json:"time"`
	Reason     string `json:"reason"`
	Name       string `json:"name,omitempty"`
	Cells      int    `json:"cells"`
	Characters int    `json:"characters"`
}

func runDraftsHistory(c *call) error {
	data, asJSON := c.dataDir(), c.flags.Bool("json", false, "")
	if err := c.parse(1, 1); err != nil {
		return err
	}
	return c.withStore(*data, func(s *store.Store) error {
		id, err := c.find(s, c.files[0])
		if err != nil {
			return err
		}
		versions, err := s.Versions(id)
		if err != nil {
			return &storeError{err}
		}
		if *asJSON {
			all := []listedVersion{}
			for _, v := range versions {
				all = append(all, listedVersion{
					v.Seq, v.Time.Local().Format(time.RFC3339), string(v.Reason), v.Name, v.Cells, v.Characters,
				})
			}
			return c.printJSON(all)
		}
		if len(versions) == 0 {
			c.say(versionsNone)
		}
		for _, v := range versions {
			fmt.Fprintf(c.Stdout, versionOfDraft, v.Seq, v.Time.Local().Format(time.DateTime), v.Words())
		}
		return nil
	})
}

func runDraftsBackup(c *call) error {
	data, list := c.dataDir(), c.flags.Bool("list", false, "")
	if err := c.parse(0, 0); err != nil {
		return err
	}
	return c.withStore(*data, func(s *store.Store) error {
		if *list {
			for _, b := range s.Backups() {
				fmt.Fprintf(c.Stdout, backupLine, b.Time.Format(time.DateTime), b.Size>>10, b.Path)
			}
			return nil
		}
		b, err := s.Backup()
		if err != nil {
			return &storeError{err}
		}
		fmt.Fprintln(c.Stdout, b.Path)
		return nil
	})
}

// runDraftsRestore takes one draft, or all, out of a backup. What is there now
// is kept.
func runDraftsRestore(c *call) error {
	data := c.dataDir()
	if err := c.parse(1, 2); err != nil {
		return err
	}
	if len(c.files) == 1 {
		return c.restoreAll(*data, c.files[0])
	}
	return c.withStore(*data, func(s *store.Store) (err error) {
		b, err := store.OpenBackup(c.files[0])
		if err != nil {
			return &storeError{err}
		}
		defer func() { err = errors.Join(err, b.Close()) }()
		id, err := c.find(b, c.files[1])
		if err != nil {
			return err
		}
		if err := s.RestoreFrom(b, id); err != nil {
			return &storeError{err}
		}
		c.say(doneRestored, id)
		return nil
	})
}

func (c *call) restoreAll(dir, backup string) error {
	dir, err := dataFolder(dir)
	if err != nil {
		return err
	}
	if err := store.Restore(dir, backup, c.storeOptions()); err != nil {
		return &storeError{err}
	}
	c.say(doneRestoredAll)
	return nil
}

// runDraftsRepair proves the store and salvages a damaged one.
func runDraftsRepair(c *call) error {
	data := c.dataDir()
	if err := c.parse(0, 0); err != nil {
		return err
	}
	dir, err := dataFolder(*data)
	if err != nil {
		return err
	}
	salvage, err := store.Repair(dir, c.storeOptions())
	if err != nil {
		return &storeError{err}
	}
	if salvage == nil {
		c.say(repairSound)
		return nil
	}
	for _, line := range salvage.Words() {
		c.say("%s", line)
	}
	if salvage.Lost() {
		return errFound
	}
	return nil
}
