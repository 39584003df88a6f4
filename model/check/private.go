package check

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"nianbao/model/facts"
	"nianbao/model/han"
)

// S23: numbers that belong to a person must not be published.

// privateNumbers finds what can only be the number of an identity card, a bank
// card or a mobile phone: check digits and dates are looked at, so that file
// numbers stay unharmed.
func privateNumbers(r *reading) []slip {
	var all []slip
	runes := []rune(r.text)
	for i := 0; i < len(runes); {
		digits, end := digitRun(runes, i)
		if digits == "" {
			i++
			continue
		}
		if variant := privateKind(digits); variant != "" {
			all = append(all, slip{Span: facts.Span{Start: i, End: end}, variant: variant, words: masked(digits), values: []any{masked(digits)}})
		}
		i = end
	}
	return all
}

// digitRun is the run of digits at i, with single blanks or hyphens between
// them, and X at the end.
func digitRun(text []rune, i int) (digits string, end int) {
	var b strings.Builder
	end = i
	for k := i; k < len(text); k++ {
		x := han.FoldRune(text[k])
		switch {
		case x >= '0' && x <= '9':
			b.WriteRune(x)
			end = k + 1
		case (x == 'X' || x == 'x') && b.Len() == 17 && end == k:
			b.WriteRune('X')
			return b.String(), k + 1
		case (x == ' ' || x == '-') && end == k && b.Len() > 0:
		default:
			return b.String(), end
		}
	}
	return b.String(), end
}

// privateKind says what a number is; empty for nothing private.
func privateKind(digits string) string {
	switch n := len(digits); {
	case n == 18 && identity(digits):
		return " identity"
	case n == 11 && digits[0] == '1' && digits[1] >= '3':
		return " phone"
	case (n == 16 || n == 17 || n == 19) && strings.ContainsRune("3456", rune(digits[0])) && luhn(digits):
		return " card"
	}
	return ""
}

// identity checks a number of GB 11643: a date of birth and a check digit.
func identity(number string) bool {
	born, err := time.Parse("20060102", number[6:14])
	if err != nil || born.Year() < 1900 || born.Year() > 2099 {
		return false
	}
	weight, sum := 1, 0
	for i := 17; i >= 0; i-- {
		digit := 10
		if d := number[i]; unicode.IsDigit(rune(d)) {
			digit, _ = strconv.Atoi(string(d))
		}
		sum += weight * digit
		weight = weight * 2 % 11
	}
	return sum%11 == 1
}

// luhn checks the last digit of a bank card's number.
func luhn(number string) bool {
	sum := 0
	for i := range len(number) {
		d := int(number[len(number)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// masked hides the middle of a number: the finding itself goes on paper too.
func masked(digits string) string {
	return digits[:3] + strings.Repeat("*", len(digits)-5) + digits[len(digits)-2:]
}
