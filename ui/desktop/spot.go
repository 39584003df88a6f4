package desktop

import (
	"encoding/json"

	"nianbao/model/store"
)

// spot is where the caret was in a draft.
type spot struct {
	Page  int `json:"page"`
	Field int `json:"field"` // block of prose, or cell in reading order
	Caret int `json:"caret"` // characters before it
}

// spotKeeper is a page that knows where its caret was last.
type spotKeeper interface {
	Spot() (field, caret int)
	PutCaret(field, caret int)
}

// spot is where the caret is, or was last, in the form.
func (f *form) spot() spot {
	s := spot{Page: f.at}
	if k, ok := f.entries[f.at].page.(spotKeeper); ok {
		s.Field, s.Caret = k.Spot()
	}
	return s
}

// goToSpot puts the caret there, as far as the draft still has the place. On a page
// that keeps none, and in a new report, the focus is in the section list.
func (f *form) goToSpot(s spot) {
	f.showListed(s.Page)
	if k, ok := f.shown().(spotKeeper); ok {
		k.PutCaret(s.Field, s.Caret)
	}
}

// rememberSpot keeps where the caret is in the open draft, off the main goroutine.
func (f *form) rememberSpot() func() {
	key, at := placeKey+f.d.ID().String(), f.spot()
	return func() {
		if value, err := json.Marshal(at); err == nil {
			_ = f.drafts.SetSetting(key, string(value))
		}
	}
}

// keepSpot keeps where the caret is, unless the store knows.
func (f *form) keepSpot() {
	if at := f.spot(); at != f.kept {
		f.kept = at
		remember := f.rememberSpot()
		f.Background(func() func() {
			remember()
			return func() {}
		})
	}
}

// keepRested is keepSpot once the caret has stayed where it is for a beat: on its way the
// disk would write all the time.
func (f *form) keepRested() {
	at := f.spot()
	if at == f.rested {
		f.keepSpot()
	}
	f.rested = at
}

// spotOf is where the caret was in a draft; the first page for a new one.
func spotOf(drafts Drafts, id store.ID) (s spot) {
	value, _ := drafts.Setting(placeKey + id.String())
	_ = json.Unmarshal([]byte(value), &s)
	return s
}

// Settings of the window, kept in the store of drafts: the folder used last is
// beside them.
const (
	sizeKey    = "text size"
	looksKey   = "high contrast"
	previewKey = "preview"
	windowKey  = "window"
	placeKey   = "place " // and the draft's ID
)
