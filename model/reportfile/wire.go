package reportfile

import (
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// The members of the file, in the order in which they are written. Every
// object collects the members it does not know; only names that begin with
// "x-" are let through.

type extra = map[string]jsontext.Value

type file struct {
	Format       string            `json:"format"`
	Version      int               `json:"version"`
	Year         *int              `json:"year"` // nil where there is none
	Edition      string            `json:"edition"`
	Agency       agency            `json:"agency"`
	Title        string            `json:"title"`
	Numbering    string            `json:"numbering"`
	Narrative    narrative         `json:"narrative"`
	Cells        cells             `json:"cells"`
	Signature    signature         `json:"signature"`
	Acknowledged []acknowledgement `json:"acknowledged"`
	Extra        extra             `json:",embed"`
}

type agency struct {
	Name  string `json:"name"`
	Short string `json:"short"`
	Kind  string `json:"kind"`
	Extra extra  `json:",embed"`
}

// narrative holds the parts by their names in the order in which they are written:
// that of the edition. Any other member is an extra one.
type narrative struct {
	parts map[model.SectionID][]block
	order []model.SectionID
	extra extra
}

type block struct {
	Heading string `json:"heading,omitzero"`
	Text    string `json:"text"`
	Extra   extra  `json:",embed"`
}

type signature struct {
	Agency string `json:"agency"`
	Date   string `json:"date"`
	Extra  extra  `json:",embed"`
}

type acknowledgement struct {
	Rule   string          `json:"rule"`
	Cells  []model.Address `json:"cells"`
	Reason string          `json:"reason"`
	Extra  extra           `json:",embed"`
}

// cells are written in the order of the form, then the extra members.
type cells struct {
	values map[model.Address]string
	order  []model.Address
	extra  extra
}
