// Package qrcode makes the squares of a QR code (ISO/IEC 18004). It is the only code
// that knows the library; how they come onto paper is export/typeset's business.
package qrcode

import (
	"errors"
	"fmt"

	"rsc.io/qr/coding"
)

// maxModules is how many modules a side may have: twice those of a city's report, and
// on paper not much larger than a seal.
const maxModules = 97

// ErrLong says that a text needs a larger code.
var ErrLong = errors.New("text too long for a QR code on paper")

// Modules are the rows of a code that holds a text; true is dark. Digits alone take
// less than half the room. The error wraps ErrLong.
func Modules(text string) ([][]bool, error) {
	var content coding.Encoding = coding.String(text)
	if n := coding.Num(text); n.Check() == nil {
		content = n
	}
	const sideOfFirst, perVersion = 21, 4
	version := coding.Version(coding.MinVersion)
	for content.Bits(version) > 8*version.DataBytes(coding.M) { // M: 15 % may be spoilt
		if version++; version > (maxModules-sideOfFirst)/perVersion+1 {
			return nil, fmt.Errorf("%w: %d bytes", ErrLong, len(text))
		}
	}
	// The mask is a chessboard. It leaves no plain areas in what is put in here;
	// trying all eight, as the standard proposes, would take eight times as long.
	const mask = 0
	plan, err := coding.NewPlan(version, coding.M, mask)
	if err != nil {
		return nil, fmt.Errorf("plan a QR code: %w", err)
	}
	code, err := plan.Encode(content)
	if err != nil {
		return nil, fmt.Errorf("encode a QR code: %w", err)
	}
	rows := make([][]bool, code.Size)
	for y := range rows {
		rows[y] = make([]bool, code.Size)
		for x := range rows[y] {
			rows[y][x] = code.Black(x, y)
		}
	}
	return rows, nil
}
