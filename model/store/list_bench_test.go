package store

import (
	"fmt"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

func BenchmarkList1000(b *testing.B) {
	s := open(b, b.TempDir())
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		for i := range 1000 {
			id := newID(time.Now())
			packed, err := packJSON(Summary{Agency: fmt.Sprint(i), Updated: time.Now()})
			if err != nil {
				return err
			}
			if err := tx.Bucket(bucketSummary).Put(id[:], encode(frame{kind: kindSummary, id: id}, packed)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if list, err := s.List(); err != nil || len(list) != 1000 {
			b.Fatal(len(list), err)
		}
	}
}
