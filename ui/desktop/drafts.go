package desktop

import (
	"fmt"

	"nianbao/model/desk"
	"nianbao/model/store"
)

// StoreIn opens the store of drafts in a folder, for Options.Open; createdBy
// is the program and its version.
func StoreIn(dir, createdBy string) func() (Drafts, error) {
	return func() (Drafts, error) {
		s, err := store.Open(dir, createdBy)
		if err != nil {
			return nil, fmt.Errorf("open drafts: %w", err)
		}
		return drafts{s}, nil
	}
}

// drafts is model/store as the window needs it.
type drafts struct{ *store.Store }

func (d drafts) List() ([]Draft, error) {
	all, err := d.Store.List()
	if err != nil {
		return nil, fmt.Errorf("list drafts: %w", err)
	}
	list := make([]Draft, len(all))
	for i, s := range all {
		list[i] = Draft{ID: s.ID.String(), Damaged: s.Damaged, Summary: desk.Summary{
			Agency: s.Agency, Year: s.Year, Edition: s.Edition,
			Filled: s.Filled, Errors: s.Errors, Warnings: s.Warnings, Updated: s.Updated,
		}}
	}
	return list, nil
}

func (d drafts) Create(sum desk.Summary, body []byte) (string, error) {
	id, err := d.Store.Create(stored(sum), body)
	if err != nil {
		return "", fmt.Errorf("create draft: %w", err)
	}
	return id.String(), nil
}

func (d drafts) Load(id string) ([]byte, error) {
	parsed, err := store.ParseID(id)
	if err != nil {
		return nil, fmt.Errorf("load draft: %w", err)
	}
	return d.Store.Load(parsed)
}

func (d drafts) Save(id string, sum desk.Summary, body []byte) error {
	parsed, err := store.ParseID(id)
	if err != nil {
		return fmt.Errorf("save draft: %w", err)
	}
	return d.Store.Save(parsed, stored(sum), body)
}

func (d drafts) Trash(id string) error {
	parsed, err := store.ParseID(id)
	if err != nil {
		return fmt.Errorf("trash draft: %w", err)
	}
	return d.Store.Trash(parsed)
}

func stored(s desk.Summary) store.Summary {
	return store.Summary{
		Agency: s.Agency, Year: s.Year, Edition: s.Edition, Updated: s.Updated,
		Filled: s.Filled, Errors: s.Errors, Warnings: s.Warnings, State: store.StateDraft,
	}
}
