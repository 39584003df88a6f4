package check

import (
	"iter"
	"math/bits"
	"unicode/utf8"
)

// A paragraph of more than longest bytes, some 3,000 characters, is read as several
// stretches, so that a key in it costs no more than elsewhere. They end behind
// sentences; in a sentence of more than longSentence bytes behind clauses, and in a
// clause as long, which nobody has written, anywhere.
const (
	longest      = 9000
	longSentence = 3000
	leastStretch = 900
	mostStretch  = 3000
)

// How many leading bits of the hash are 0 where a stretch ends: one sentence in 8, one
// clause in 32, one character in 512.
const (
	sentenceZeros  = 3
	clauseZeros    = 5
	characterZeros = 9
)

// stretches cuts a paragraph into what is read as one. Where, the words before each place
// tell: were places counted from the beginning, a sentence more there would move all that
// follow, and all would be read anew.
func stretches(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if len(line) <= longest {
			yield(line)
			return
		}
		from, hash := 0, uint32(0) // the hash is of the last 32 characters: older ones are shifted out
		sentence, clause := 0, 0   // where they begin
		for end := 0; end < len(line); {
			r, size := utf8.DecodeRuneInString(line[end:])
			end += size
			hash = hash<<1 + uint32(r)*2654435761 // Knuth's multiplier
			ends, zeros := end-clause > longSentence, characterZeros
			switch r {
			case '。', '！', '？':
				ends, zeros = true, sentenceZeros
				sentence, clause = end, end
			case '；', '：', '，':
				ends, zeros = end-sentence > longSentence, clauseZeros
				clause = end
			}
			if ends && end-from >= leastStretch && (bits.LeadingZeros32(hash) >= zeros || end-from >= mostStretch) {
				if !yield(line[from:end]) {
					return
				}
				from = end
			}
		}
		yield(line[from:])
	}
}
