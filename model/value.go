package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/han"
)

// Kind is what a number cell holds. Values are kept as strings, exactly as
// they print; the empty string is 未填, which is not 0.
type Kind int

// The kinds of a number cell (formats.md, 数字).
const (
	Count  Kind = iota // 非负整数: 0, 3, 1200
	Change             // 带符号整数, 本年增/减: 0, +14, -3
	Money              // 万元, 非负小数, every digit as typed: 190.457379
	Amount             // 采购总金额, with its unit: 4万元, 251000元, 0
)

// Bounds of a number: what a province could report, with room to spare. They
// keep every sum inside an int64.
const (
	maxDigits   = 12
	maxDecimals = 8
	maxInput    = 64 // characters of raw input looked at
)

// Reason says why an input is not a value of its kind.
type Reason int

// The reasons for refusing an input; messages.go has their wording.
const (
	ReasonText      Reason = iota // not a number at all
	ReasonNegative                // a minus sign where none is possible
	ReasonDecimal                 // a decimal point in an integer
	ReasonUnit                    // a unit in a cell whose unit is fixed
	ReasonLong                    // more digits than any report has
	ReasonSeveral                 // two numbers, or commas in odd places
	ReasonBlankSign               // "/", "-", "无" for nothing: should be 0
	ReasonTooMuch                 // more than a cell keeps
)

// ValueError tells why an input was refused. Address is set by Report.Set.
type ValueError struct {
	Address Address
	Name    string // the cell in words
	Kind    Kind
	Input   string
	Reason  Reason
}

// Normalise turns typed, pasted or read input into the way the value prints:
// full-width digits become ASCII, spaces and thousands separators go. Empty
// input is 未填 and stays empty. The error is a *ValueError.
func Normalise(kind Kind, input string) (string, error) {
	refuse := func(r Reason) (string, error) {
		return "", &ValueError{Kind: kind, Input: input, Reason: r}
	}
	if utf8.RuneCountInString(input) > maxInput {
		return refuse(ReasonLong)
	}
	s := strings.TrimSpace(narrow(input))
	switch {
	case s == "":
		return "", nil
	case han.IsNothing(s):
		return refuse(ReasonBlankSign)
	}
	sign, s := cutSign(s)
	number, unit := cutUnit(s)
	number, ok := joinThousands(number)
	if !ok {
		return refuse(ReasonSeveral)
	}
	whole, fraction, decimal := strings.Cut(number, ".")
	if !digits(whole) && (whole != "" || fraction == "") || decimal && fraction != "" && !digits(fraction) {
		return refuse(ReasonText)
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	switch {
	case sign == "-" && kind != Change:
		return refuse(ReasonNegative)
	case unit != "" && kind != Amount:
		return refuse(ReasonUnit)
	case decimal && (kind == Count || kind == Change):
		return refuse(ReasonDecimal)
	case len(whole) > maxDigits || len(fraction) > maxDecimals:
		return refuse(ReasonLong)
	}
	value := whole
	if fraction != "" {
		value += "." + fraction
	}
	if kind == Change && whole != "0" {
		value = sign + value
	}
	return value + unit, nil
}

// cutUnit splits what follows the number off it. Only the units of money are
// units; anything else stays with the number and makes it text.
func cutUnit(s string) (number, unit string) {
	for _, u := range []string{"万元", "亿元", "元"} {
		if rest, ok := strings.CutSuffix(s, u); ok && rest != "" {
			return strings.TrimSpace(rest), u
		}
	}
	last, size := utf8.DecodeLastRuneInString(s)
	if rest := strings.TrimSpace(s[:len(s)-size]); strings.ContainsRune(han.CellCounters, last) && digits(rest) {
		return rest, string(last)
	}
	return s, ""
}

func cutSign(s string) (sign, rest string) {
	if s[0] == '+' || s[0] == '-' {
		return s[:1], strings.TrimSpace(s[1:])
	}
	return "", s
}

// joinThousands removes separators that group the digits by threes; ok is
// false when there are separators that do not.
func joinThousands(s string) (joined string, ok bool) {
	whole, fraction, decimal := strings.Cut(s, ".")
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == ',' || r == ' ' })
	if len(groups) < 2 {
		return s, !strings.ContainsAny(whole, ",") && !strings.ContainsAny(fraction, ", ")
	}
	for i, g := range groups {
		if !digits(g) || i > 0 && len(g) != 3 || i == 0 && len(g) > 3 {
			return s, false
		}
	}
	joined = strings.Join(groups, "")
	if decimal {
		joined += "." + fraction
	}
	return joined, true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// narrow maps full-width forms (U+FF01–FF5E), the signs an input method
// offers for minus and point, and every kind of blank to ASCII. Characters
// without width go: they come along when a web page is copied.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = han.FoldRune(r); {
		case r == '−' || r == '–' || r == '﹣':
			return '-'
		case r == '。':
			return '.'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}
