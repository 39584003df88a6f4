// Package printer hands finished PDF files to the printers of this computer.
// On Linux that is CUPS, through its own commands; on Windows the program that
// opens PDF files prints them.
package printer

import "errors"

// ErrNone says that this computer has no printer, or no printing at all.
var ErrNone = errors.New("no printer")

// ErrOpened says that the program for PDF files cannot print by itself, and has
// the file open for the user to print it.
var ErrOpened = errors.New("opened instead of printed")

// Job is a file to print.
type Job struct {
	Path    string // of the PDF
	Printer string // one of List's; empty for the system's own choice
	Copies  int    // at least 1
	Duplex  bool   // both sides of the paper, turned at the long edge; one side otherwise
	Pages   string // such as 1-3,5; empty for all
}

// Printers are the printers of this computer.
type Printers struct {
	Names   []string
	Default string // one of Names, or empty
	// Details says whether Print heeds Duplex and Pages. Elsewhere the printer's own
	// settings hold, and all pages are printed.
	Details bool
}
