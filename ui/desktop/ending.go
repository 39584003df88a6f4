package desktop

import "fyne.io/fyne/v2"

// withoutLast takes from an app what Fyne does last of all: it writes preferences, of which
// there are none. It is queued for a loop that is just ending, and on a busy machine Fyne
// waits for it for ever, with the last second's typing not yet saved and the drafts locked.
func withoutLast(a fyne.App) {
	if l, ok := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(f func()) }); ok {
		l.SetOnStoppedHookExecuted(nil)
	}
}
