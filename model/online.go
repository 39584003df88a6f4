package model

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"nianbao/model/han"
)

// MaxOnline is how many bytes the web address of an electronic report may have: what
// a QR on paper holds.
const MaxOnline = 300

// OnlineError says that what was written is no web address.
type OnlineError struct{ Input string }

// ReadOnline reads the web address where the electronic report stands, as it is typed
// or pasted: full-width signs become ASCII, other characters than ASCII are written
// as addresses have them. Empty input is no address. The error is an *OnlineError.
func ReadOnline(text string) (address string, err error) {
	if len(text) > 4*MaxOnline || !utf8.ValidString(text) {
		return "", &OnlineError{Shortened(text)}
	}
	bad := &OnlineError{text}
	text = strings.TrimFunc(han.Fold(text), han.IsBlank)
	if text == "" {
		return "", nil
	}
	if strings.ContainsFunc(text, han.IsBlank) {
		return "", bad
	}
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return "", bad
	}
	host := u.Hostname()
	if first, last, ok := strings.Cut(host, "."); !ok || first == "" || last == "" || strings.HasSuffix(host, ".") || strings.Contains(host, "..") {
		return "", bad
	}
	if address = u.String(); len(address) > MaxOnline {
		return "", bad
	}
	return address, nil
}
