package model

import "strings"

// Address names one number cell of the form, "table.row.column", for example
// "applications.received.person". It is the same name in the report file, the
// rules, the window and the tests.
type Address string

// address joins the parts that are not empty.
func address(parts ...string) Address {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return Address(strings.Join(kept, "."))
}

// Table is the first part of the address: the table's ID.
func (a Address) Table() string { return a.part(0) }

// Row is the second part of the address.
func (a Address) Row() string { return a.part(1) }

// Column is the third part of the address.
func (a Address) Column() string { return a.part(2) }

func (a Address) part(i int) string {
	parts := strings.SplitN(string(a), ".", 3)
	if i >= len(parts) {
		return ""
	}
	return parts[i]
}
