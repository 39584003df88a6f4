package web

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"nianbao/model/intake/source"
)

// maxParts is the most parts, pages and pictures, that a page saved in one file
// may have.
const maxParts = 2000

// IsArchive tells a page that was saved in one file (.mht), also by Word and
// Excel under other names.
func IsArchive(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 2048)])
	return bytes.Contains(head, []byte("mime-version:")) && bytes.Contains(head, []byte("content-type:"))
}

// ReadArchive reads a page that was saved in one file: of its parts the page
// with the most in it. The error is a *source.Refusal.
func ReadArchive(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	damaged := func(err error) error { return &source.Refusal{Reason: source.Damaged, Err: err} }
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\ufeff\r\n ")))
	if err != nil {
		return nil, damaged(err)
	}
	kind, marks, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	switch {
	case err != nil:
		return nil, damaged(err)
	case kind == "text/html":
		page, err := unpack(message.Body, message.Header.Get("Content-Transfer-Encoding"))
		if err != nil {
			return nil, damaged(err)
		}
		return Read(page)
	case !strings.HasPrefix(kind, "multipart/"):
		return nil, damaged(nil)
	}
	left := maxParts
	best := longest(message.Body, marks["boundary"], &left, 0)
	if best == nil {
		return nil, &source.Refusal{Reason: source.Empty}
	}
	return Read(best)
}

// maxWithin is how many parts may stand within each other.
const maxWithin = 8

// longest is the page with the most in it among parts, and those that are parted again;
// left is how many may still be looked at.
func longest(parts io.Reader, boundary string, left *int, depth int) []byte {
	var best []byte
	for r := multipart.NewReader(parts, boundary); *left > 0; {
		*left--
		part, err := r.NextRawPart()
		if err != nil { // the end, or one that was cut off
			break
		}
		var page []byte
		switch kind, marks, _ := mime.ParseMediaType(part.Header.Get("Content-Type")); {
		case kind == "text/html":
			page, _ = unpack(part, part.Header.Get("Content-Transfer-Encoding")) // as far as it goes
		case strings.HasPrefix(kind, "multipart/") && depth < maxWithin:
			page = longest(part, marks["boundary"], left, depth+1)
		}
		if len(page) > len(best) {
			best = page
		}
	}
	return best
}

// unpack undoes what made a part fit for mail.
func unpack(part io.Reader, encoding string) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		part = quotedprintable.NewReader(part)
	case "base64":
		part = base64.NewDecoder(base64.StdEncoding, part)
	}
	return io.ReadAll(io.LimitReader(part, source.MaxSize))
}
