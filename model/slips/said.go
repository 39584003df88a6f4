package slips

import (
	"math/big"
	"slices"
	"strings"

	"nianbao/model"
)

// State is what the slips and the report say of a cell.
type State int

// The states.
const (
	Silent  State = iota // nobody has said anything
	Partly               // somebody has not, so that the sum is not known
	Unclear              // somebody wrote what is no number, or what cannot be added
	Absent               // all have, and the report has nothing
	Agrees
	Differs
)

// Voice is what one giver says of a cell.
type Voice struct {
	Giver   int // index in List.Givers
	Name    string
	Written string // as on its slip; empty where it has said nothing: that is not 0
	Value   string // as it would print; empty where it is no value
	Refusal error  // why it is none, a *model.ValueError
}

// Said is what the slips say of a cell, and what the report has there.
type Said struct {
	Cell   model.Cell
	Voices []Voice // of all who are asked for it, in the order of the list
	Sum    string  // of them; empty unless all gave a number
	Report string  // as somebody wrote it there; empty for 未填
	State  State
}

// Compare compares what the slips say with the report, cell by cell in the order of
// the form: every cell that somebody is asked for.
func Compare(r *model.Report, l List) []Said {
	var all []Said
	for _, c := range r.Edition().Cells() {
		s := Said{Cell: c, Report: r.Written(c.Address)}
		for i, g := range l.Givers {
			if g.Supplies(c) {
				s.Voices = append(s.Voices, voice(i, g, c))
			}
		}
		if len(s.Voices) > 0 {
			s.judge(r)
			all = append(all, s)
		}
	}
	return all
}

// voice is what a giver says of a cell.
func voice(i int, g Giver, c model.Cell) Voice {
	v := Voice{Giver: i, Name: g.Name, Written: strings.TrimSpace(g.Answers[c.Address])}
	v.Value, v.Refusal = model.Normalise(c.Kind, v.Written)
	return v
}

// judge works out the sum and the state.
func (s *Said) judge(r *model.Report) {
	var values []string
	written := 0
	for _, v := range s.Voices {
		if v.Written != "" {
			written++
		}
		if v.Value != "" {
			values = append(values, v.Value)
		}
	}
	sum, ok := add(s.Cell.Kind, values)
	switch {
	case written == 0:
		s.State = Silent
	case len(values) < written || !ok:
		s.State = Unclear
	case written < len(s.Voices):
		s.State = Partly
	default:
		s.Sum = sum
		s.State = against(s.Report, sum, r.Refusal(s.Cell.Address) == nil)
	}
}

// against is the state of a cell whose sum is known.
func against(report, sum string, readable bool) State {
	switch {
	case report == "":
		return Absent
	case readable && same(report, sum):
		return Agrees
	}
	return Differs
}

// Entry is a number to be filled in, for desk.SetAll.
type Entry struct {
	Address model.Address
	Value   string
}

// Changes lists what is to be filled in so that the report says what the slips say:
// the cells that it has nothing in, and those that differ where they are named. A
// number that somebody entered is not replaced unnamed.
func Changes(said []Said, replace ...model.Address) []Entry {
	var all []Entry
	for _, s := range said {
		if s.State == Absent || s.State == Differs && slices.Contains(replace, s.Cell.Address) {
			all = append(all, Entry{s.Cell.Address, s.Sum})
		}
	}
	return all
}

// add adds values of a kind, as a value that prints; ok is false where they cannot be
// added, or no cell holds their sum.
func add(kind model.Kind, values []string) (sum string, ok bool) {
	if len(values) == 1 {
		return values[0], true
	}
	var all []quantity
	for _, v := range values {
		q, ok := quantityOf(v)
		if !ok {
			return "", false
		}
		if q.number.Sign() != 0 {
			all = append(all, q)
		}
	}
	if len(all) == 0 {
		return "0", true
	}
	unit, known := commonUnit(all)
	if !known {
		return "", false
	}
	total, decimals := new(big.Rat), 0
	for _, q := range all {
		total.Add(total, q.in(unit))
		decimals = max(decimals, q.decimalsIn(unit))
	}
	sum = total.FloatString(decimals) + unit
	if kind == model.Change && total.Sign() > 0 {
		sum = "+" + sum
	}
	value, err := model.Normalise(kind, sum)
	return value, err == nil
}

// same reports whether two values are the same amount: 4万元 and 40000元 are.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, okX := quantityOf(a)
	y, okY := quantityOf(b)
	if !okX || !okY {
		return false
	}
	if x.number.Sign() == 0 && y.number.Sign() == 0 {
		return true
	}
	unit, known := commonUnit([]quantity{x, y})
	return known && x.in(unit).Cmp(y.in(unit)) == 0
}

// quantity is a value taken apart.
type quantity struct {
	number   *big.Rat
	decimals int // places that it is written with
	unit     string
}

// inYuan is how many 元 a unit of money is.
var inYuan = map[string]int64{"元": 1, "万元": 10_000, "亿元": 100_000_000}

// quantityOf takes a value apart; ok is false where it is no number with a unit.
func quantityOf(value string) (q quantity, ok bool) {
	end := strings.LastIndexAny(value, "0123456789") + 1
	number, unit := value[:end], value[end:]
	_, fraction, _ := strings.Cut(number, ".")
	if q.number, ok = new(big.Rat).SetString(number); !ok {
		return q, false
	}
	q.decimals, q.unit = len(fraction), unit
	return q, true
}

// commonUnit is the unit to add quantities in: the one that they have, or 元 where
// each has one of money; known is false where neither is so.
func commonUnit(all []quantity) (unit string, known bool) {
	money, alike := true, true
	for _, q := range all {
		money = money && inYuan[q.unit] > 0
		alike = alike && q.unit == all[0].unit
	}
	if alike {
		return all[0].unit, true
	}
	return "元", money
}

// in is the number in another unit of money, or in its own.
func (q quantity) in(unit string) *big.Rat {
	if q.unit == unit {
		return q.number
	}
	return new(big.Rat).Mul(q.number, big.NewRat(inYuan[q.unit], inYuan[unit]))
}

// decimalsIn is how many places the number has in another unit: none are lost.
func (q quantity) decimalsIn(unit string) int {
	if q.unit == unit {
		return q.decimals
	}
	zeros := len(big.NewInt(inYuan[q.unit]/inYuan[unit]).String()) - 1
	return max(0, q.decimals-zeros)
}

// Blank lists the cells that a giver was asked for and has left blank, in the order of
// the form.
func (g Giver) Blank(e *model.Edition) []model.Address {
	var all []model.Address
	for _, c := range e.Cells() {
		if g.Supplies(c) && strings.TrimSpace(g.Answers[c.Address]) == "" {
			all = append(all, c.Address)
		}
	}
	return all
}
