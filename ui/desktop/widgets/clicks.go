package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// clicks counts those that follow at once upon each other in one place.
type clicks struct {
	n  int
	at fyne.Position
	on time.Time
}

// Clicks follow upon each other within this time, this near.
const (
	clickTime  = 400 * time.Millisecond
	clickReach = 4
)

func (c *clicks) count(at fyne.Position) int {
	now := time.Now()
	d := at.Subtract(c.at)
	if now.Sub(c.on) > clickTime || d.X*d.X+d.Y*d.Y > clickReach*clickReach || c.n == 3 {
		c.n = 0
	}
	c.n, c.at, c.on = c.n+1, at, now
	return c.n
}
