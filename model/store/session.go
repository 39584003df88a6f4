package store

import (
	"encoding/json"
	"fmt"
	"time"
)

// sessionKey is a setting that is there while a window works on the store, and
// still there at the next start when that window did not end as it should.
const sessionKey = "session"

// session is what it says.
type session struct {
	Since time.Time `json:"since"`
	Draft string    `json:"draft,omitempty"` // open in the window
}

// Crash is a window that did not end as it should.
type Crash struct {
	Since time.Time // when it was opened
	Draft Summary   // open in it; its ID is zero when there was none
	Saved time.Time // when that was last saved
	// Rescued are the drafts whose last text could not be saved then and was
	// taken up again from a rescue file.
	Rescued []Summary
}

// Begin notes that a window works on the store, and returns what is known of one
// before it that did not End, or could not save; nil when there is nothing to
// say.
func (s *Store) Begin() (*Crash, error) {
	text, err := s.Setting(sessionKey)
	if err != nil {
		return nil, err
	}
	var crash *Crash
	rescued, err := s.takeRescued()
	if err != nil {
		return nil, err
	}
	if len(rescued) > 0 {
		crash = &Crash{Rescued: rescued}
	}
	var before session
	if text != "" && json.Unmarshal([]byte(text), &before) == nil {
		crash = &Crash{Since: before.Since, Rescued: rescued}
		if id, err := ParseID(before.Draft); err == nil {
			list, err := s.List()
			if err != nil {
				return nil, err
			}
			for _, sum := range list {
				if sum.ID == id {
					crash.Draft, crash.Saved = sum, sum.Updated
				}
			}
		}
	}
	return crash, s.noteSession(session{Since: s.now()})
}

// Working notes which draft is open in the window; the zero ID stands for none.
func (s *Store) Working(id ID) error {
	now := session{Since: s.now()}
	if id != (ID{}) {
		now.Draft = id.String()
	}
	return s.noteSession(now)
}

// End notes that the window has ended as it should.
func (s *Store) End() error { return s.SetSetting(sessionKey, "") }

func (s *Store) noteSession(now session) error {
	text, err := json.Marshal(now)
	if err != nil {
		return fmt.Errorf("session: %w", err)
	}
	return s.SetSetting(sessionKey, string(text))
}
