package pdftext

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model/intake/source"
)

// TestLocks: what the encryption dictionary says decides whether a file opens without a
// password (7.6.1, 7.6.3, 7.6.5); where it opens, its text is read.
func TestLocks(t *testing.T) {
	const (
		owner128 = "566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5"
		user128  = "6faf174b6461341e4a6240ec4ed7cd830122456a91bae5134273a6db134c87c4"
		user40   = "fa9133458a952dcca9cf2b7a857d4477c24a034ff24f4409d5575c3126983b96"
		id       = "<a434c90b5758627c46b84dc2b64ee741><a434c90b5758627c46b84dc2b64ee741>"
		filters  = "/StmF /StdCF /StrF /StdCF"
	)
	for _, tt := range []struct {
		name, file, before, after string
		opens                     bool
	}{
		{"its key is 40 bits long, whatever it says", "rc4-40", "/Length 40", "/Length 128", true},
		{"a longer key than there is", "rc4-128", "/Length 128", "/Length 1000", true},
		{"a filter for what has a name", "rc4-128", "/V 2", "/V 4 /CF << /StdCF << /CFM /V2 >> >> " + filters, true},
		{"a method that is no number", "rc4-128", "/R 3", "/R /3", false}, // revision 2
		{"beyond the half that is compared", "rc4-128", user128, user128[:32] + strings.Repeat("00", 16), true},
		{"not: within it", "rc4-128", user128, user128[:30] + "00" + user128[32:], false},
		{"not: all of it is compared", "rc4-40", user40, user40[:62] + "00", false},
		{"not: cut short", "rc4-128", user128, user128[:62], false},
		{"not: the owner's cut short", "rc4-128", owner128, owner128[:62], false},
		{"beyond the owner's", "rc4-128", owner128, owner128 + "00", true},
		{"not: another owner", "rc4-128", owner128, "00" + owner128[2:], false},
		{"not: other rights", "rc4-128", "/P -4", "/P -8", false},
		{"not: another file", "rc4-128", id, "<00>" + id, false},
		{"not: of no file", "rc4-128", id, "", false},
		{"not: a shorter key", "rc4-128", "/Length 128", "/Length 120", false},
		{"not: no length", "rc4-128", "/Length 128 /O", "/O", false},
		{"not: another handler", "rc4-128", "/Standard", "/Vendor", false},
		{"not: an unknown version", "rc4-128", "/V 2", "/V 3", false},
		{"not: an unknown method", "aes-128", "/CFM /AESV2", "/CFM /AESV9", false},
		{"not: no such filter for streams", "aes-128", "/StmF /StdCF", "/StmF /Other", false},
		{"not: no such filter for strings", "aes-128", "/StrF /StdCF", "/StrF /Other", false},
		{"strings that are plain", "aes-128", "/StrF /StdCF", "/StrF /Identity", true},
		{"strings of which nothing is said", "aes-128", "/StrF /StdCF", "", true},
		{"not: data about it encrypted", "aes-128-packed", "/EncryptMetadata false", "/EncryptMetadata true", false},
		{"not: of no revision that leaves it open", "aes-128-packed", "/R 4", "/R 3", false},
		{"not: the other way to a key", "aes-256", "/R 6", "/R 5", false},
		{"not: the other way back", "aes-256-r5", "/R 5", "/R 6", false},
		{"not: its salt cut short", "aes-256", "809a4fe04afd8fe27a2f3a539c92d49b>", "809a4fe04afd8fe27a2f3a539c92d4>", false},
		{"not: its key cut short", "aes-256", "c426c846efdd376d9c86a281dc2194>", "c426c846efdd376d9c86a281dc21>", false},
		{"more than its key", "aes-256", "dc2194>", "dc219400>", true},
	} {
		data, err := os.ReadFile(filepath.Join("testdata/locked", tt.file+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte(tt.before)) {
			t.Fatalf("%s: no %s", tt.name, tt.before)
		}
		doc, err := Read(bytes.Replace(data, []byte(tt.before), []byte(tt.after), 1))
		if opened := err == nil && len(doc.Lines) == 1 && doc.Lines[0].Text == "甲乙"; opened != tt.opens || !opened && reason(err) != source.Encrypted {
			t.Errorf("%s: %v, %v", tt.name, doc, err)
		}
	}
}

// TestNothingLocked: where neither streams nor strings are encrypted no key is needed.
func TestNothingLocked(t *testing.T) {
	f := &file{budget: newBudget()}
	k := f.encryptionKey(dict{"V": 4.0, "StmF": name("Identity"), "StrF": name("Identity")})
	if k == nil || k.bytes != nil {
		t.Errorf("%+v", k)
	}
}

// TestDecrypt: data of AES is an initialisation vector and whole blocks, the last of which
// says how much of it is none (7.6.2).
func TestDecrypt(t *testing.T) {
	k := &key{bytes: []byte("0123456789abcdef"), streams: aesWhole, strings: aesWhole}
	block, err := aes.NewCipher(k.bytes)
	if err != nil {
		t.Fatal(err)
	}
	packed := func(text string, padding int) []byte {
		data := bytes.Repeat([]byte{byte(padding)}, aes.BlockSize*(2+len(text)/aes.BlockSize))
		copy(data[aes.BlockSize:], text)
		cipher.NewCBCEncrypter(block, data[:aes.BlockSize]).CryptBlocks(data[aes.BlockSize:], data[aes.BlockSize:])
		return data
	}
	const fifteen = "fifteen letters"
	for _, tt := range []struct {
		name string
		data []byte
		want string
		err  error
	}{
		{"one of padding", packed(fifteen, 1), fifteen, nil},
		{"two blocks", packed(fifteen+fifteen, 2), fifteen + fifteen, nil},
		{"nothing else", packed("", aes.BlockSize), "", nil},
		{"not: no padding", packed(fifteen+"\x00", 0)[:2*aes.BlockSize], "", errCipher},
		{"not: more than a block", packed("", aes.BlockSize+1), "", errCipher},
		{"not: no block", packed(fifteen, 1)[:aes.BlockSize], "", errCipher},
		{"not: part of a block", packed(fifteen, 1)[:2*aes.BlockSize-1], "", errCipher},
		{"not: a block and a part", append(packed(fifteen, 1), 0), "", errCipher},
	} {
		w := &unlocking{file: &file{key: k}}
		got, err := k.decrypt(tt.data, aesWhole, 1, 0)
		if string(got) != tt.want || !errors.Is(err, tt.err) || string(w.text(chars(tt.data))) != tt.want {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
	for length, read := range map[int]bool{1000: true, 1001: false} {
		w := &unlocking{file: &file{key: &key{bytes: k.bytes, strings: rc4Each}}}
		if got := w.text(chars(strings.Repeat("a", length))); (len(got) == length) != read {
			t.Errorf("%d of %d bytes are read", len(got), length)
		}
	}
	if _, err := (&file{budget: newBudget(), key: k}).decode(&stream{dict: dict{}, raw: []byte("ab")}); !errors.Is(err, errCipher) {
		t.Errorf("a stream that is no block: %v", err)
	}
	if got, err := k.decrypt([]byte("ab"), plain, 1, 0); string(got) != "ab" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// TestUnlockDeep: strings are found as deep as is allowed, and no deeper.
func TestUnlockDeep(t *testing.T) {
	for depth, found := range map[int]bool{0: true, maxNesting: true, maxNesting + 1: false} {
		f := &file{budget: newBudget(), key: &key{bytes: []byte("01234"), strings: rc4Each}}
		text := dict{"Title": chars("甲"), "Other": chars("乙")}
		(&unlocking{file: f, number: 1}).walk(text, depth)
		if (text["Title"] != chars("甲")) != found || text["Other"] != chars("乙") {
			t.Errorf("%d deep: %q", depth, text)
		}
	}
}
