package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/failure"
)

// Where the drafts lie, and how their store is opened.

// dataDir declares the option --data.
func (c *call) dataDir() *string { return c.flags.String("data", "", "") }

// withStore opens the store in the given folder, or the user's own, and reminds of what
// an earlier salvage has lost. It makes none where there is none.
func (c *call) withStore(named string, use func(*store.Store) error) error {
	dir, err := storeFolder(named)
	if err != nil {
		return err
	}
	return c.withAnyStore(dir, use)
}

// withAnyStore is withStore for what begins a store where there is none.
func (c *call) withAnyStore(dir string, use func(*store.Store) error) error {
	return c.withOpened(dir, func(s *store.Store) error {
		salvages, err := s.Salvages()
		if err != nil {
			return failure.LoadingDraft().Wrap(err)
		}
		if s.Opening().Salvage == nil && slices.ContainsFunc(salvages, (*store.Salvage).Lost) {
			c.say(remindOfLoss)
		}
		return use(s)
	})
}

// withOpened is withAnyStore without the reminder.
func (c *call) withOpened(dir string, use func(*store.Store) error) (err error) {
	if dir, err = dataFolder(dir); err != nil {
		return err
	}
	s, err := store.Open(dir, c.storeOptions())
	if err != nil {
		return failure.OpeningDrafts().Wrap(err)
	}
	c.sayAll(s.Opening().Words())
	defer func() {
		if closing := s.Close(); closing != nil {
			err = errors.Join(err, failure.SavingDraft().Wrap(closing))
		}
	}()
	return use(s)
}

func (c *call) sayAll(words []string) {
	for _, line := range words {
		c.say("%s", line)
	}
}

// dataFolder is the folder that was named, or the user's own.
func dataFolder(named string) (string, error) {
	if named == "" {
		dir, err := store.DefaultDir()
		return dir, failure.OpeningDrafts().Wrap(err)
	}
	if file := fileInTheWay(named); file != "" {
		return "", &folderError{errorIsFile, file}
	}
	return named, nil
}

// oldFolder is dataFolder where one that is named has to be there.
func oldFolder(named string) (string, error) {
	if _, err := os.Stat(named); named != "" && errors.Is(err, fs.ErrNotExist) {
		return "", &folderError{errorNoFolder, named}
	}
	return dataFolder(named)
}

// storeFolder is oldFolder where there has to be a store: what only looks at drafts
// makes none. The error is a *noStoreError where the folder alone is there.
func storeFolder(named string) (string, error) {
	dir, err := oldFolder(named)
	if err == nil && !store.Exists(dir) {
		err = &noStoreError{folderError{errorNoStore, dir}}
	}
	return dir, err
}

// fileInTheWay is the file that stands where a folder, or one above it, should be; empty
// for none.
func fileInTheWay(folder string) string {
	for at := filepath.Clean(folder); ; at = filepath.Dir(at) {
		switch info, err := os.Stat(at); {
		case err == nil && !info.IsDir():
			return at
		case err == nil || filepath.Dir(at) == at:
			return ""
		}
	}
}

// folderError says what is wrong with the folder for drafts.
type folderError struct{ words, folder string }

func (e *folderError) Error() string { return "no folder of drafts: " + e.folder }

// Message says so in words.
func (e *folderError) Message() string { return fmt.Sprintf(e.words, e.folder) }

// noStoreError says that no store has been in the folder.
type noStoreError struct{ folderError }

func (c *call) storeOptions() store.Options {
	return store.Options{Maker: c.maker(), Summarise: desk.SummariseBody}
}
