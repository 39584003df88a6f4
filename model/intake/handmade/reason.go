package handmade

import "nianbao/model/intake/source"

// What [Reason] tells beside the reasons.
const (
	Accepted  source.Reason = -1 // it was read
	NoRefusal source.Reason = -2 // another error
)

// Reason is why a file was refused. The error has to be the refusal itself, as every
// reader says.
func Reason(err error) source.Reason {
	if err == nil {
		return Accepted
	}
	if refusal, ok := err.(*source.Refusal); ok { //nolint:errorlint // the refusal itself
		return refusal.Reason
	}
	return NoRefusal
}
