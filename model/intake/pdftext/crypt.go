package pdftext

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"math/big"

	"nianbao/model/intake/source"
)

// Encryption by the standard security handler, ISO 32000-1 7.6.3 (32000-2 for
// revision 6), as far as a file opens with the empty user password.

// key is the file encryption key of a file whose reading needs no password: only
// printing or changing it does.
type key struct {
	bytes            []byte
	streams, strings method
}

// method is how something is encrypted (7.6.5, Table 25).
type method int

const (
	plain   method = iota // not at all
	rc4Each               // with a key of the object's own, derived from the file's
	aesEach
	aesWhole // with the file's key
)

// passwordPadding fills a password up to 32 bytes, an empty one in whole (7.6.3.3,
// Algorithm 2, step a).
const passwordPadding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

var errCipher = errors.New("encrypted data cut short")

// unlock derives the key of an encrypted file.
func (f *file) unlock() error {
	v, encrypted := f.trailer["Encrypt"]
	if !encrypted {
		return nil
	}
	d := f.dict(v)
	k := f.encryptionKey(d)
	if k == nil || f.name(d["Filter"]) != "Standard" {
		return &source.Refusal{Reason: source.Encrypted}
	}
	if k.bytes != nil {
		f.key = k
		f.unlockStrings(v)
	}
	return nil
}

// unlockStrings decrypts the strings that are read: those that stand in for glyphs
// (14.9.4), and the title. Those of the encryption dictionary are none, and those in
// object streams are encrypted with the stream (7.6.1).
func (f *file) unlockStrings(encrypt any) {
	if f.key.strings == plain {
		return
	}
	for number, o := range f.objects {
		if encrypt == ref(number) {
			continue
		}
		w := &unlocking{file: f, number: number, generation: o.generation}
		if text, is := o.value.(chars); is { // referred to, as any of them may be
			o.value = w.text(text)
			f.objects[number] = o
			continue
		}
		w.walk(o.value, 0)
	}
}

// unlocking is the way through the strings of one object.
type unlocking struct {
	file               *file
	number, generation int
}

func (w *unlocking) walk(v any, depth int) {
	if depth > maxNesting || !w.file.budget.step(1) {
		return
	}
	switch v := v.(type) {
	case *stream:
		w.walk(v.dict, depth)
	case array:
		for _, item := range v {
			w.walk(item, depth+1)
		}
	case dict:
		for key, item := range v {
			if text, is := item.(chars); is && (key == "ActualText" || key == "Title") {
				v[key] = w.text(text)
				continue
			}
			w.walk(item, depth+1)
		}
	}
}

// text is a string as it was before it was encrypted; empty where that cannot be
// told.
func (w *unlocking) text(t chars) chars {
	const most = 1000 // bytes; longer ones are not read
	if len(t) > most {
		return ""
	}
	out, err := w.file.key.decrypt([]byte(t), w.file.key.strings, w.number, w.generation)
	if err != nil {
		return ""
	}
	return chars(out)
}

// encryptionKey follows the encryption dictionary (7.6.1, 7.6.3.2) and its crypt
// filters (7.6.5). It is nil when a password is needed, and empty when nothing is encrypted
// with it.
func (f *file) encryptionKey(d dict) *key {
	k := &key{streams: rc4Each, strings: rc4Each}
	length := 5
	switch f.number(d["V"], 0) {
	case 1:
	case 2:
		length = int(f.number(d["Length"], 40)) / 8
	case 4, 5:
		length = 16
		var known1, known2 bool
		k.streams, known1 = f.cryptFilter(d, "StmF")
		k.strings, known2 = f.cryptFilter(d, "StrF")
		switch {
		case !known1 || !known2:
			return nil
		case k.streams == plain && k.strings == plain:
			return k
		}
	default:
		return nil
	}
	if k.streams == aesWhole || k.strings == aesWhole {
		k.bytes = f.keyFromSHA2(d)
	} else {
		k.bytes = f.keyFromMD5(d, min(max(length, 5), 16))
	}
	if k.bytes == nil {
		return nil
	}
	return k
}

// cryptFilter is the method of the crypt filter that an entry of the encryption
// dictionary names.
func (f *file) cryptFilter(d dict, entry name) (how method, known bool) {
	filter := f.name(d[entry])
	if filter == "" || filter == "Identity" {
		return plain, true
	}
	switch f.name(f.dict(f.dict(d["CF"])[filter])["CFM"]) {
	case "V2":
		return rc4Each, true
	case "AESV2":
		return aesEach, true
	case "AESV3":
		return aesWhole, true
	}
	return plain, false
}

// keyFromMD5 derives the key of revisions 2 to 4 (7.6.3.3, Algorithm 2) and checks
// it against the U entry (7.6.3.4, Algorithms 4 to 6). It is nil when the password
// is not the empty one.
func (f *file) keyFromMD5(d dict, length int) []byte {
	revision := f.number(d["R"], 2)
	owner, user := f.string(d["O"]), f.string(d["U"])
	var id string
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		id = f.string(ids[0])
	}
	if len(owner) < 32 || len(user) < 32 {
		return nil
	}
	seed := []byte(passwordPadding + owner[:32])
	seed = binary.LittleEndian.AppendUint32(seed, uint32(int64(f.number(d["P"], 0))))
	seed = append(seed, id...)
	if open, said := f.resolve(d["EncryptMetadata"]).(bool); said && !open && revision >= 4 {
		seed = append(seed, 0xff, 0xff, 0xff, 0xff)
	}
	sum := md5.Sum(seed)
	if revision < 3 {
		k := sum[:5]
		if !bytes.Equal(applyRC4(k, []byte(passwordPadding)), []byte(user[:32])) {
			return nil
		}
		return k
	}
	for range 50 {
		sum = md5.Sum(sum[:length])
	}
	k := bytes.Clone(sum[:length])
	hash := md5.Sum([]byte(passwordPadding + id))
	check := hash[:]
	for i := range 20 {
		with := bytes.Clone(k)
		for j := range with {
			with[j] ^= byte(i)
		}
		check = applyRC4(with, check)
	}
	if !bytes.Equal(check, []byte(user[:16])) {
		return nil
	}
	return k
}

// applyRC4 encrypts or decrypts: with RC4 both are the same.
func applyRC4(k, data []byte) []byte {
	c, err := rc4.NewCipher(k)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// keyFromSHA2 decrypts the key of revisions 5 and 6 from the UE entry (ISO 32000-2,
// Algorithm 2.A). The U entry is a hash, its validation salt and its key salt. It is
// nil when the password is not the empty one.
func (f *file) keyFromSHA2(d dict) []byte {
	user, encrypted := f.string(d["U"]), f.string(d["UE"])
	if len(user) < 48 || len(encrypted) < 32 {
		return nil
	}
	hash := func(salt string) []byte { sum := sha256.Sum256([]byte(salt)); return sum[:] }
	if f.number(d["R"], 5) >= 6 {
		hash = hashRevision6
	}
	if !bytes.Equal(hash(user[32:40]), []byte(user[:32])) {
		return nil
	}
	return decryptCBC(hash(user[40:48]), make([]byte, aes.BlockSize), []byte(encrypted[:32]))
}

// hashRevision6 is the hash of an empty password (ISO 32000-2, Algorithm 2.B).
func hashRevision6(salt string) []byte {
	first := sha256.Sum256([]byte(salt))
	k := first[:]
	for i := 0; ; i++ {
		block := bytes.Repeat(k, 64)
		c, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(c, k[16:32]).CryptBlocks(block, block)
		mod := new(big.Int).Mod(new(big.Int).SetBytes(block[:16]), big.NewInt(3)).Int64()
		switch mod {
		case 0:
			sum := sha256.Sum256(block)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(block)
			k = sum[:]
		default:
			sum := sha512.Sum512(block)
			k = sum[:]
		}
		if i >= 63 && int(block[len(block)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// decryptCBC decrypts whole blocks of AES in the mode CBC.
func decryptCBC(k, iv, data []byte) []byte {
	c, err := aes.NewCipher(k)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(c, iv).CryptBlocks(out, data)
	return out
}

// stream decrypts the data of a stream.
func (k *key) stream(s *stream) ([]byte, error) {
	if k == nil || s.dict["Type"] == name("XRef") {
		return s.raw, nil
	}
	return k.decrypt(s.raw, k.streams, s.number, s.generation)
}

// decrypt decrypts what stands in an object (7.6.2, Algorithm 1). With AES, the first
// block is the initialisation vector, and the last one is padded.
func (k *key) decrypt(data []byte, how method, number, generation int) ([]byte, error) {
	if how == plain {
		return data, nil
	}
	with := k.bytes
	if how != aesWhole {
		seed := append(bytes.Clone(with), byte(number), byte(number>>8), byte(number>>16), byte(generation), byte(generation>>8))
		if how == aesEach {
			seed = append(seed, "sAlT"...)
		}
		sum := md5.Sum(seed)
		with = sum[:min(len(k.bytes)+5, 16)]
	}
	if how == rc4Each {
		return applyRC4(with, data), nil
	}
	if len(data) < 2*aes.BlockSize || len(data)%aes.BlockSize != 0 {
		return nil, errCipher
	}
	out := decryptCBC(with, data[:aes.BlockSize], data[aes.BlockSize:])
	if out == nil {
		return nil, errCipher
	}
	pad := int(out[len(out)-1])
	if pad < 1 || pad > aes.BlockSize {
		return nil, errCipher
	}
	return out[:len(out)-pad], nil
}
