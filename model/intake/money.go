package intake

import (
	"strings"

	"nianbao/model"
	"nianbao/model/internal/pattern"
)

// moneyUnit finds the unit of money in a head: 本年收费金额（单位：元）.
var moneyUnit = pattern.Lazy(`(?:单位[:：]?[\p{Han}、,，/]*?|[（(])((?:百|千|万|百万|亿)?元)[）)]?\s*$`)

// powers are the units of money, each with the power of ten it is of a 元.
var powers = map[string]int{"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}

// unitOver is the unit of money that the label of a row, the heads over a value,
// or the line over the table say; empty where none does.
func (x *recogniser) unitOver(a *alignment, k match, v value, kind model.Kind) string {
	if kind != model.Money && kind != model.Amount {
		return ""
	}
	if unit := unitIn(k.text); unit != "" {
		return unit
	}
	r := a.runs[k.run]
	for i := len(r.heads) - 1; i >= 0; i-- {
		h := r.heads[i]
		if h.Column <= v.end && v.column < h.Column+h.Span {
			if unit := unitIn(h.Text); unit != "" {
				return unit
			}
		}
	}
	// In loose text what stands before the row is all there is, up to the row
	// before: its own heads first, then what is said of the table as a whole.
	for i := k.run; i >= 0; i-- {
		gap := a.runs[i].gap
		for j := len(gap) - 1; j >= 0; j-- {
			if i < k.run && !isCaption(gap[j].text) {
				continue
			}
			if unit := unitIn(gap[j].text); unit != "" {
				return unit
			}
		}
	}
	return ""
}

func unitIn(text string) string {
	if m := moneyUnit().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// inUnit writes an amount in the unit of the form: money in 万元, an amount with
// its unit behind it. Written is the cell, number the same without a unit that
// the form has by itself, over what the heads say. From is the unit that was
// converted.
func inUnit(kind model.Kind, written, number, over string) (text, from string) {
	own := ""
	for u := range powers {
		if strings.HasSuffix(written, u) && len(u) > len(own) {
			own = u
		}
	}
	unit := own
	if unit == "" {
		unit = over
	}
	switch {
	case kind == model.Money && unit != "" && unit != "万元":
		if moved, ok := shift(strings.TrimSuffix(written, own), powers[unit]-powers["万元"]); ok {
			return moved, unit
		}
	case kind == model.Amount && own == "" && over != "":
		if moved, ok := shift(number, 0); ok && moved != "0" {
			return number + over, ""
		}
	}
	return number, ""
}

// shift moves the point of a decimal number.
func shift(number string, by int) (string, bool) {
	normal, err := model.Normalise(model.Money, number)
	if err != nil || normal == "" {
		return "", false
	}
	whole, fraction, _ := strings.Cut(normal, ".")
	for ; by > 0; by-- {
		if fraction == "" {
			fraction = "0"
		}
		whole, fraction = whole+fraction[:1], fraction[1:]
	}
	for ; by < 0; by++ {
		if whole == "" {
			whole = "0"
		}
		whole, fraction = whole[:len(whole)-1], whole[len(whole)-1:]+fraction
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		return whole + "." + fraction, true
	}
	return whole, true
}
