package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"

	"nianbao/model/store/boltfile"
)

// verify reads a whole store file: its structure, every record, and whether each
// is where it belongs. The error is an ErrDamaged, also of a file that is no
// store, or of the system.
func verify(path string) error {
	_, err := verifySchema(path)
	return err
}

// verifySchema is verify, and tells the schema.
func verifySchema(path string) (version uint32, err error) {
	wrong := func(err error) (uint32, error) { return 0, fmt.Errorf("verify: %w", err) }
	f, err := os.Open(path)
	if err != nil {
		return wrong(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	dropCache(f)
	info, err := f.Stat()
	if err != nil {
		return wrong(err)
	}
	b, err := boltfile.Open(f, info.Size())
	if err == nil {
		err = b.Check()
	}
	if errors.Is(err, boltfile.ErrDamaged) || errors.Is(err, boltfile.ErrFormat) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err != nil {
		return wrong(err)
	}
	head := 0
	_, err = b.Walk(b.Newest(), func(path [][]byte, key, value []byte) error {
		if len(path) > 0 && bytes.Equal(path[0], bucketMeta) {
			switch {
			case bytes.Equal(key, keySchema) && len(value) == 4:
				version = binary.BigEndian.Uint32(value)
				head++
			case bytes.Equal(key, keyTxNo) && len(value) == 8, bytes.Equal(key, keyStoreID) && len(value) == len(ID{}):
				head++
			}
			return nil
		}
		f, err := decode(value)
		if err == nil && !inPlace(path, key, f) {
			err = fmt.Errorf("%w: record of %s under the key %x", ErrDamaged, f.id, key)
		}
		return err
	})
	const needed = 3 // of the keys above
	if err == nil && head < needed {
		err = fmt.Errorf("%w: no store", ErrDamaged)
	}
	if err != nil {
		return wrong(err)
	}
	return version, nil
}

// inPlace reports whether a record is where its kind, draft and number belong.
// Of buckets that this program does not know it knows nothing.
func inPlace(path [][]byte, key []byte, f frame) bool {
	belongs := func(k kind, id []byte) bool { return f.kind == k && bytes.Equal(f.id[:], id) }
	switch string(path[0]) {
	case string(bucketSummary):
		return belongs(kindSummary, key)
	case string(bucketTrash):
		return belongs(kindTombstone, key)
	case string(bucketSettings):
		if bytes.Equal(key, keyAccount) {
			return f.kind == kindAccount
		}
		return f.kind == kindSetting
	case string(bucketDrafts):
		switch {
		case len(path) == 2 && bytes.Equal(key, keyCurrent):
			return belongs(kindCurrent, path[1])
		case len(path) == 3 && bytes.Equal(path[2], keyVersions):
			return belongs(kindVersion, path[1]) && bytes.Equal(key, binary.BigEndian.AppendUint64(nil, f.seq))
		case len(path) == 3 && bytes.Equal(path[2], keyNotes):
			return belongs(kindNote, path[1]) && bytes.Equal(key, binary.BigEndian.AppendUint64(nil, f.seq))
		}
		return false
	}
	return true
}
