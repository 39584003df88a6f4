package facts

import (
	"slices"

	"nianbao/model/internal/pattern"
)

// Whether the parts of a list add up to its whole.

// near is how far a sum may be from its whole to be a slip of the pen, and not
// another way to count: a tenth.
const near = 0.1

// breakdown judges what was read.
func (l *list) breakdown() Breakdown {
	whole := l.wholes[0]
	b := Breakdown{Whole: whole, Parts: l.core, Fits: l.fits()}
	if len(b.Parts) == 0 {
		b.Parts = l.others[:1]
		b.Fits = true
		return b
	}
	vague := whole.Vague || slices.ContainsFunc(l.core, func(a Amount) bool { return a.Vague })
	if b.Fits || vague {
		return b
	}
	sum, all := b.Sum(), sumOf(l.others)
	nearWhole := func(sum float64) bool { return max(sum-whole.Value, whole.Value-sum) <= near*whole.Value }
	switch {
	case l.exclusive() && !l.broken:
		b.Wrong = sum >= whole.Value/2 && sum <= manifold*whole.Value
	case l.shared:
		b.Wrong = nearWhole(sum) && !l.broken
	case sum > whole.Value:
		b.Wrong = l.off(sum)
	case len(l.others) > 0:
		if b.Wrong = nearWhole(sum + all); b.Wrong {
			b.Parts = append(slices.Clone(l.core), l.others...)
		}
	case l.broken, len(l.core) < 2:
	default:
		b.Wrong = sum >= whole.Value/2
	}
	return b
}

// exclusive begins the labels of which one alone is true of a thing: who asked, by which
// way it came, what became of it. Parts with such labels do not overlap.
var exclusive = pattern.Lazy(`^[、，,；;（(：:]*(?:其中[，,：:]?)?(?:公开|其他处理|自然人|公民|个人|法人|企业|商业企业|社会组织|其他组织|予以公开|部分公开|不予公开|无法提供|不予处理|本机关不掌握|不掌握|维持|纠正|驳回|来信|来电|来访|信函|电话|当面|现场|邮寄|传真|上半年|下半年)(?:申请|公开|提出|办理|答复)?$`)

// exclusive reports whether the list has at least two parts, all with such labels.
func (l *list) exclusive() bool {
	return len(l.core) > 1 && len(l.others) == 0 && !slices.ContainsFunc(l.core, func(a Amount) bool { return !exclusive().MatchString(a.Before) })
}

// fits reports whether the first few parts, or all, with or without those in
// another unit, are one of the totals.
func (l *list) fits() bool {
	totals := l.totals()
	parts := slices.Concat(l.core, l.others)
	var alike []Amount
	for i, a := range parts {
		if a.Unit == l.wholes[0].Unit {
			alike = append(alike, a)
		}
		same, all := sumOf(alike), sumOf(parts[:i+1])
		for k, w := range totals {
			if (w == same || w == all) && (k == 0 || i > 0) {
				return true
			}
		}
	}
	return false
}

// totals are what the parts may add up to: the likeliest whole, and where it is
// not sure the numbers before it, or all of them together (建议12件、提案8件，其中…).
func (l *list) totals() []float64 {
	totals := []float64{l.wholes[0].Value}
	if !l.sure {
		for i, w := range l.wholes[1:] {
			totals = append(totals, w.Value, sumOf(l.wholes[:i+2]))
		}
	}
	return totals
}

// off reports whether a sum is near one of the totals, or beyond them all: then
// it is wrong, whichever is meant.
func (l *list) off(sum float64) bool {
	totals := l.totals()
	return sum > slices.Max(totals) || len(l.core) > 1 && slices.ContainsFunc(totals, func(w float64) bool {
		return max(sum-w, w-sum) <= near*w
	})
}
