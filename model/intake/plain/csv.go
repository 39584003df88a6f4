package plain

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"nianbao/model/intake/source"
)

// ReadCSV reads a sheet that was saved as text with commas, semicolons or tabs
// between its cells. A row with one cell is a paragraph. The error is a
// *source.Refusal.
func ReadCSV(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	text, err := Decode(data)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = separator(text), true, -1, true
	var b source.Builder
	for !b.Full() {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &source.Refusal{Reason: source.Damaged, Err: err}
		}
		number, _ := r.FieldPos(0)
		giveRecord(&b, record, number)
	}
	return b.Document("", true)
}

// separator is the one of the usual signs that stands most often in a text.
func separator(text string) rune {
	best, count := ',', -1
	for _, sign := range ",;\t" {
		if n := strings.Count(text, string(sign)); n > count {
			best, count = sign, n
		}
	}
	return best
}

func giveRecord(b *source.Builder, record []string, number int) {
	l := source.Line{Number: number}
	filled := 0
	for i, text := range record {
		if strings.TrimSpace(text) != "" {
			filled++
			l.Text = text
		}
		l.Cells = append(l.Cells, source.Cell{Text: text, Column: i, Span: 1, Rows: 1})
	}
	if filled > 1 {
		b.Row(l)
	} else {
		b.Paragraph(l)
	}
}
