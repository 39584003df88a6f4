package pdf

import (
	"math"
	"testing"
)

// TestSteady: what processors reckon differently in the last digit is the same.
func TestSteady(t *testing.T) {
	for _, length := range []float64{0, 10, 0.125, 28.005, 456.789, -3.75} {
		want := steady(length)
		for _, other := range []float64{math.Nextafter(length, 1e9), math.Nextafter(length, -1e9), length - 1e-13} {
			got := steady(other)
			if got != want || math.Signbit(got) != math.Signbit(want) {
				t.Errorf("%v beside %v becomes %v, want %v", other, length, got, want)
			}
		}
	}
}
