package failure

import (
	"errors"
	"io/fs"

	"nianbao/model/atomicfile"
	"nianbao/model/store"
)

// cause is why the system refuses something.
type cause int

const (
	unknown   cause = iota
	space           // the disk is full
	quota           // the user's share of it is used up
	large           // more than the file system or the user's limit takes in one file
	readOnly        // the disk takes nothing
	access          // the user may not, or a guard does not let the program
	missing         // no such file or folder
	notFolder       // a file where a folder should be
	folder          // a folder, or a device, where a file should be
	name            // too long, or with characters that the system does not take
	busy            // held by another program
	disk            // the disk makes mistakes
	gone            // the disk or the network is not there
	circle          // links that lead to each other
	crowded         // too many files are open
	memory          // no memory left
	causes          // how many there are
)

// systemCause is what one of the system's numbers means.
type systemCause struct {
	err   error
	cause cause
}

// generalCauses are those that every system has.
var generalCauses = []systemCause{
	{fs.ErrNotExist, missing},
	{fs.ErrPermission, access},
	{fs.ErrInvalid, name},
}

// causeOf finds why the system refused; unknown when it did not.
func causeOf(err error) cause {
	var held *atomicfile.HeldError
	switch {
	case errors.Is(err, atomicfile.ErrNotRegular):
		return folder
	case errors.As(err, &held):
		return busy
	}
	if number, ok := store.SystemError(err); ok {
		err = number
	}
	for _, table := range [][]systemCause{systemCauses, generalCauses} {
		for _, s := range table {
			if errors.Is(err, s.err) {
				return s.cause
			}
		}
	}
	return unknown
}
