package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"nianbao/model/store"
	"nianbao/ui/failure"
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
			return failure.LoadingDraft().Wrap(err)
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
	data, list, out := c.dataDir(), c.flags.Bool("list", false, ""), c.output()
	if err := c.parse(0, 0); err != nil {
		return err
	}
	return c.withStore(*data, func(s *store.Store) error {
		switch {
		case *list:
			for _, b := range s.Backups() {
				fmt.Fprintf(c.Stdout, backupLine, b.Time.Format(time.DateTime), b.Size>>10, b.Path)
			}
			return nil
		case *out != "":
			if err := s.BackupTo(*out); err != nil {
				return copyError(*out, err)
			}
			c.say(doneBackedUp, *out)
			return nil
		}
		b, err := s.Backup()
		if err != nil {
			return failure.BackingUp().Wrap(err)
		}
		fmt.Fprintln(c.Stdout, b.Path)
		c.say(backupOnSameDisk)
		return nil
	})
}

// copyError tells an error of the file that is written from one of the store.
func copyError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrExist):
		return &existsError{path}
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNewer):
		return failure.LoadingDraft().Wrap(err)
	}
	return failure.Exporting(path).Wrap(err)
}

// runDraftsRestore takes one draft, or all, out of a backup: the given one, or
// the newest of those at home that is sound. What is there now is kept.
func runDraftsRestore(c *call) error {
	data := c.dataDir()
	if err := c.parse(0, 2); err != nil {
		return err
	}
	if len(c.files) > 0 {
		if _, err := os.Stat(c.files[0]); errors.Is(err, fs.ErrNotExist) { // to the store it is no sound backup
			return failure.Opening(c.files[0]).Wrap(err)
		}
	}
	if len(c.files) < 2 {
		return c.restoreAll(*data, c.files)
	}
	return c.withAnyStore(*data, func(s *store.Store) (err error) {
		b, err := store.OpenBackup(c.files[0])
		if err != nil {
			return failure.Opening(c.files[0]).Wrap(err)
		}
		defer func() { err = errors.Join(err, b.Close()) }()
		id, err := c.find(b, c.files[1])
		if err != nil {
			return err
		}
		if err := s.RestoreFrom(b, id); err != nil {
			return failure.ChangingDrafts().Wrap(err)
		}
		c.say(doneRestored, id)
		return nil
	})
}

// restoreAll restores everything and opens the store, to tell what is there now.
func (c *call) restoreAll(dir string, backup []string) error {
	find := dataFolder
	if len(backup) == 0 {
		find = oldFolder // with its backups
	}
	dir, err := find(dir)
	if err != nil {
		return err
	}
	from := ""
	if len(backup) > 0 {
		from = backup[0]
		err = store.Restore(dir, from, c.storeOptions())
	} else {
		var b store.Backup
		b, err = store.RestoreLast(dir, c.storeOptions())
		from = b.Path
	}
	if err != nil {
		return restoreError(dir, backup, err)
	}
	return c.withAnyStore(dir, func(s *store.Store) error {
		drafts, err := s.List()
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		c.say(doneRestoredAll, from, len(drafts))
		return nil
	})
}

// restoreError tells an error of the backup from one of the store.
func restoreError(dir string, backup []string, err error) error {
	switch unsound := errors.Is(err, store.ErrBackup); {
	case unsound && len(backup) == 0:
		return &folderError{errorNoSound, dir}
	case unsound, errors.Is(err, store.ErrNewer):
		return failure.Opening(backup[0]).Wrap(err)
	}
	return failure.ChangingDrafts().Wrap(err)
}

// runDraftsRepair proves the store and salvages a damaged one. What an earlier
// salvage could not bring back is told, and is a loss, until it is acknowledged.
func runDraftsRepair(c *call) error {
	data, acknowledge := c.dataDir(), c.flags.Bool("acknowledge", false, "")
	if err := c.parse(0, 0); err != nil {
		return err
	}
	dir, err := storeFolder(*data)
	if err != nil {
		return err
	}
	return c.withOpened(dir, func(s *store.Store) error {
		earlier, err := s.Salvages()
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		now := s.Opening().Salvage
		if now != nil { // told already
			earlier = earlier[:len(earlier)-1]
		} else if now, err = s.Repair(); err != nil {
			return failure.ChangingDrafts().Wrap(err)
		} else if now != nil {
			c.sayAll(now.Words())
		}
		for _, salvage := range earlier {
			c.sayAll(salvage.WordsAgain())
		}
		lost := now != nil && now.Lost()
		switch {
		case *acknowledge:
			if err := s.Acknowledge(earlier); err != nil {
				return failure.ChangingDrafts().Wrap(err)
			}
			c.say(repairAcknowledged)
		default:
			lost = lost || slices.ContainsFunc(earlier, (*store.Salvage).Lost)
		}
		if now == nil && !lost {
			c.say(repairSound)
		}
		if lost {
			c.say(repairAcknowledge)
			return errFound
		}
		return nil
	})
}
