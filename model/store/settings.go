package store

import (
	"fmt"

	"go.etcd.io/bbolt"
)

// Setting is what SetSetting kept under a name, empty when there is nothing that
// can be read. Settings are for what may be forgotten: a folder used last, a page.
func (s *Store) Setting(name string) (string, error) {
	var value string
	err := s.view(func(tx *bbolt.Tx) error {
		settings := tx.Bucket(bucketSettings)
		if settings == nil {
			return nil
		}
		record := settings.Get([]byte(name))
		if record == nil {
			return nil
		}
		if f, err := decode(record); err == nil {
			value = string(f.content)
		}
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("setting %s: %w", name, err)
	}
	return value, nil
}

// SetSetting keeps a value under a name.
func (s *Store) SetSetting(name, value string) error {
	packed, err := pack([]byte(value))
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	err = s.update(func(tx *bbolt.Tx) error {
		settings, err := tx.CreateBucketIfNotExists(bucketSettings)
		if err != nil {
			return fmt.Errorf("make bucket: %w", err)
		}
		return putRecord(tx, settings, []byte(name), frame{kind: kindSetting, time: s.now()}, packed)
	})
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	return nil
}
