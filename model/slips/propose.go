package slips

import (
	"slices"
	"strings"

	"nianbao/model"
)

// office is a kind of giver, whatever an agency calls it.
type office int

// The offices, in the order of a proposed list.
const (
	general     office = iota // what no other has: 党政办
	enforcement               // 执法队
	service                   // 便民服务中心
	finance                   // 财政所
	justice                   // 司法所
	offices
	village // of no proposed list: their names are the clerk's
)

// keeper is the office that keeps the numbers of rows: by row, or by the table where
// that is not named. What no line names is asked of the general office, so that a row
// of a form to come is not left out.
var keeper = map[string]office{
	"disclosure.licensing":   service,
	"disclosure.services":    service,
	"disclosure.penalties":   enforcement,
	"disclosure.enforcement": enforcement,
	"disclosure.fees":        finance,
	"disclosure.procurement": finance,
	"disputes":               justice,
}

// officeOf is the office that keeps the numbers of a row.
func officeOf(row string) office {
	if o, ok := keeper[row]; ok {
		return o
	}
	table, _, _ := strings.Cut(row, ".")
	return keeper[table]
}

// rowsOf are the rows of an edition that an office keeps. A village is asked whether
// anybody handed in an application there.
func rowsOf(e *model.Edition, o office) []string {
	return slices.DeleteFunc(Rows(e), func(row string) bool {
		if o == village {
			return row != string(model.Applications)+".received"
		}
		return officeOf(row) != o
	})
}

// Propose is a list to begin with: the offices of an agency of that kind, with the
// rows that each usually keeps. Every row of the edition is asked of one of them.
func Propose(r *model.Report) List {
	var l List
	for o := range offices {
		if rows := rowsOf(r.Edition(), o); len(rows) > 0 {
			l.Givers = append(l.Givers, Giver{Name: officeName(r.Agency.Kind, o), Rows: rows})
		}
	}
	return l
}

// Suggest lists the rows that a giver of that name usually keeps; none where the name
// does not tell.
func Suggest(e *model.Edition, name string) []string {
	for _, n := range officeWords {
		if slices.ContainsFunc(n.words, func(word string) bool { return strings.Contains(name, word) }) {
			return rowsOf(e, n.office)
		}
	}
	return nil
}

// Current is the list of a report, or the proposal where it has none, which is said.
// The error is that of [Of].
func Current(r *model.Report) (l List, proposed bool, err error) {
	l, err = Of(r)
	if err != nil || len(l.Givers) == 0 {
		return Propose(r), true, err
	}
	return l, false, nil
}
