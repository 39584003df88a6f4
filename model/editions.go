package model

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// registered are the editions, oldest first. Each is entered by the file that
// holds its data, when the program starts; the list is replaced as a whole, so
// that it can be read at any time.
var registered struct {
	enter sync.Mutex
	list  atomic.Pointer[[]*Edition]
}

// Register enters an edition of the national form. It is to be called from an
// init function, and panics when the data contradict themselves or another
// edition: the first test of any kind shows it.
func Register(e Edition) {
	registered.enter.Lock()
	defer registered.enter.Unlock()
	all := Editions()
	for _, other := range all {
		if other.ID == e.ID || other.From == e.From {
			panic("model: edition entered twice: " + e.ID + ", " + strconv.Itoa(e.From))
		}
	}
	all = append(all, newEdition(e))
	slices.SortFunc(all, func(a, b *Edition) int { return cmp.Compare(a.From, b.From) })
	registered.list.Store(&all)
}

// Editions lists all editions, oldest first.
func Editions() []*Edition { return slices.Clone(editions()) }

func editions() []*Edition {
	if all := registered.list.Load(); all != nil {
		return *all
	}
	return nil
}

// EditionFor finds the edition that a report about the given year must use.
// The error is a *YearError.
func EditionFor(year int) (*Edition, error) {
	if year <= LastYear {
		for _, e := range slices.Backward(editions()) {
			if year >= e.From {
				return e, nil
			}
		}
	}
	return nil, &YearError{Year: year}
}

// To is the last year reported in the edition; 0 while it is in force.
func (e *Edition) To() int {
	for _, next := range editions() {
		if next.From > e.From {
			return next.From - 1
		}
	}
	return 0
}
