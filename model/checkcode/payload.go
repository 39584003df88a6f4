package checkcode

import (
	"encoding/binary"
	"hash/crc32"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
)

// The digits of a QR are a number of many digits, written to the base of 256 as these
// bytes: the head, the cells, a checksum. A scanner types them like a keyboard, so
// that there is nothing but digits.
//
//	version | year−2000 | the first year of the form −2000 | unit, 4 | code, 5
//	cells, in the order of the form without totals
//	CRC-32 of all before it, 4
const (
	yearBase  = 2000
	unitBytes = 4
	codeBytes = 5
	headBytes = 3 + unitBytes + codeBytes
	sumBytes  = 4
)

// A cell begins with one of these.
const (
	smallNumbers = 120 // below it: that number
	oneBlank     = 120 // 未填
	largeNumber  = 121 // followed by it as a varint
	signs        = 122 // followed by how many there are, and two of them in a byte
	words        = 123 // followed by how many bytes, and them: what is no value
	zeros        = 128 // and above: a run of at least two
	blanks       = 192 // and above: a run of at least two
	shortestRun  = 2
	longestRun   = 64 - 1 + shortestRun
)

// symbols are what a value can be made of beside a plain number, 16 at most. The
// units of money are one each.
var symbols = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "+", "-", "万元", "亿元", "元"}

// Bounds of what is read. The longest value has a sign, 12 digits, a point, 8 digits
// and a unit; what is no value is printed with 21 characters.
const (
	maxDigits  = 8000 // more than a QR can hold
	maxSymbols = 23
	maxWords   = 21 * utf8.UTFMax
)

// paper is what a QR says.
type paper struct {
	year  int
	from  int // first year of the form
	unit  [unitBytes]byte
	code  Code
	cells []string // of the form without totals, as printed; empty for 未填
}

// Payload is what the QR of a report's paper holds, in decimal digits.
func Payload(r *model.Report) string {
	p := paper{year: r.Year, from: r.Edition().From, unit: unitOf(r.Agency.Name), code: Of(r)}
	for _, c := range typed(r.Edition()) {
		p.cells = append(p.cells, r.Value(c.Address))
	}
	return p.digits()
}

// typed are the cells that somebody fills in.
func typed(e *model.Edition) []model.Cell {
	var all []model.Cell
	for _, c := range e.Cells() {
		if !c.Total() {
			all = append(all, c)
		}
	}
	return all
}

// unitOf tells one agency from another.
func unitOf(name string) [unitBytes]byte {
	var unit [unitBytes]byte
	binary.BigEndian.PutUint32(unit[:], crc32.ChecksumIEEE([]byte(inked(name))))
	return unit
}

func (p paper) digits() string {
	b := []byte{version, byte(p.year - yearBase), byte(p.from - yearBase)}
	b = append(b, p.unit[:]...)
	var code [8]byte
	binary.BigEndian.PutUint64(code[:], p.code.hash)
	b = append(b, code[8-codeBytes:]...)
	for i := 0; i < len(p.cells); {
		n := run(p.cells[i:])
		switch v := p.cells[i]; {
		case n >= shortestRun && v == "":
			b = append(b, byte(blanks+n-shortestRun))
		case n >= shortestRun:
			b = append(b, byte(zeros+n-shortestRun))
		default:
			b = appendCell(b, v)
		}
		i += n
	}
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	return new(big.Int).SetBytes(b).String()
}

// run is how many cells, from the first on, go into one: blanks or zeros.
func run(cells []string) int {
	n := 1
	if cells[0] != "" && cells[0] != "0" {
		return n
	}
	for n < len(cells) && n < longestRun && cells[n] == cells[0] {
		n++
	}
	return n
}

func appendCell(b []byte, value string) []byte {
	if value == "" {
		return append(b, oneBlank)
	}
	if n, err := strconv.ParseUint(value, 10, 63); err == nil && strconv.FormatUint(n, 10) == value {
		if n < smallNumbers {
			return append(b, byte(n))
		}
		return binary.AppendUvarint(append(b, largeNumber), n)
	}
	if all := symbolsOf(value); all != nil {
		b = append(b, signs, byte(len(all)))
		for i, s := range all {
			if i%2 == 0 {
				b = append(b, s<<4)
			} else {
				b[len(b)-1] |= s
			}
		}
		return b
	}
	return append(append(b, words, byte(len(value))), value...)
}

// symbolsOf are the numbers of the symbols that a value is made of; nil for one that
// has others.
func symbolsOf(value string) []byte {
	var all []byte
next:
	for value != "" {
		for i, s := range symbols {
			if rest, ok := strings.CutPrefix(value, s); ok {
				all, value = append(all, byte(i)), rest
				continue next
			}
		}
		return nil
	}
	if len(all) > maxSymbols {
		return nil
	}
	return all
}

// read reads the digits of a QR. The error is a *MistypedError.
func read(row string) (paper, error) {
	bad := &MistypedError{Digits: len(row)}
	if len(row) > maxDigits {
		return paper{}, bad
	}
	n, ok := new(big.Int).SetString(row, 10)
	if !ok || row[0] == '0' {
		return paper{}, bad
	}
	b := n.Bytes()
	if len(b) < headBytes+sumBytes {
		return paper{}, bad
	}
	body, sum := b[:len(b)-sumBytes], b[len(b)-sumBytes:]
	if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(sum) {
		return paper{}, bad
	}
	p := paper{year: yearBase + int(body[1]), from: yearBase + int(body[2])}
	edition, err := model.EditionFor(p.year)
	if body[0] != version || err != nil || edition.From != p.from {
		return paper{}, &MistypedError{Digits: len(row), Newer: true}
	}
	copy(p.unit[:], body[3:])
	var code [8]byte
	copy(code[8-codeBytes:], body[3+unitBytes:])
	if p.code.hash = binary.BigEndian.Uint64(code[:]); p.code.hash >= 1<<hashBits {
		return paper{}, bad
	}
	if p.cells, ok = readCells(body[headBytes:], len(typed(edition))); !ok {
		return paper{}, bad
	}
	return p, nil
}

// readCells reads as many cells as there are; neither more nor fewer bytes may be
// there.
func readCells(b []byte, count int) (cells []string, ok bool) {
	for len(b) > 0 {
		first := b[0]
		b = b[1:]
		value, times := "", 1
		switch {
		case first >= blanks:
			times = int(first) - blanks + shortestRun
		case first >= zeros:
			value, times = "0", int(first)-zeros+shortestRun
		case first < smallNumbers:
			value = strconv.Itoa(int(first))
		case first == oneBlank:
		default:
			if value, b, ok = readValue(first, b); !ok {
				return nil, false
			}
		}
		if times > count-len(cells) {
			return nil, false
		}
		for range times {
			cells = append(cells, value)
		}
	}
	return cells, len(cells) == count
}

// readValue reads a value of several bytes, of which the first is known.
func readValue(first byte, b []byte) (value string, rest []byte, ok bool) {
	if first == largeNumber {
		n, size := binary.Uvarint(b)
		if size <= 0 || n < smallNumbers {
			return "", nil, false
		}
		return strconv.FormatUint(n, 10), b[size:], true
	}
	if len(b) == 0 {
		return "", nil, false
	}
	length := int(b[0])
	b = b[1:]
	switch {
	case first == signs && length > 0 && length <= maxSymbols && len(b) >= (length+1)/2:
		for i := range length {
			value += symbols[b[i/2]>>(4*(1-i%2))&15]
		}
		return value, b[(length+1)/2:], true
	case first == words && length > 0 && length <= maxWords && len(b) >= length && utf8.Valid(b[:length]):
		return string(b[:length]), b[length:], true
	}
	return "", nil, false
}
