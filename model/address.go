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
func (a Address) Table() string {
	table, _, _ := a.parts()
	return table
}

// Row is the second part of the address.
func (a Address) Row() string {
	_, row, _ := a.parts()
	return row
}

// Column is the third part of the address.
func (a Address) Column() string {
	_, _, column := a.parts()
	return column
}

func (a Address) parts() (table, row, column string) {
	table, rest, _ := strings.Cut(string(a), ".")
	row, column, _ = strings.Cut(rest, ".")
	return table, row, column
}
