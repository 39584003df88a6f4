// Package handmade packs the parts of documents that tests make by hand, and writes
// down what was read of them. Only tests import it.
package handmade

import (
	"archive/zip"
	"bytes"
)

// Parcel is a ZIP archive of parts by their names.
func Parcel(parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
