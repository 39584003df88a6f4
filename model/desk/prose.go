package desk

import (
	"slices"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// Blocks of prose are named by section and place, from 0. A section without
// any block still has its first one to write into: setting the text or heading
// of the block after the last adds that block. Places beyond are ignored.

// SetHeading sets the sub-heading (小标题) of a block, without its number.
func (d *Desk) SetHeading(id model.SectionID, i int, heading string) {
	d.block(id, i, func(b *model.Block) { b.Heading = heading })
}

// SetText sets the text of a block. More prose than a report file can hold is
// refused with a *LongError, and then nothing has changed: a pasted book must
// not keep the rest of the report from being saved.
func (d *Desk) SetText(id model.SectionID, i int, text string) error {
	if over := d.length() - d.blockLength(id, i) + utf8.RuneCountInString(text) - reportfile.MaxNarrative; over > 0 {
		return &LongError{Over: over}
	}
	d.block(id, i, func(b *model.Block) { b.Text = text })
	return nil
}

// length is the number of characters of all prose, headings included.
func (d *Desk) length() int {
	n := 0
	for _, blocks := range d.report.Narrative {
		for _, b := range blocks {
			n += utf8.RuneCountInString(b.Heading) + utf8.RuneCountInString(b.Text)
		}
	}
	return n
}

// blockLength is the length of a block's text as it stands.
func (d *Desk) blockLength(id model.SectionID, i int) int {
	if all := d.report.Narrative[id]; i >= 0 && i < len(all) {
		return utf8.RuneCountInString(all[i].Text)
	}
	return 0
}

// AddBlock puts an empty block before place i; i may be the number of blocks.
func (d *Desk) AddBlock(id model.SectionID, i int) {
	d.blocks(id, i <= len(d.report.Narrative[id]), i, func(all []model.Block) []model.Block {
		return slices.Insert(all, i, model.Block{})
	})
}

// RemoveBlock takes a block out.
func (d *Desk) RemoveBlock(id model.SectionID, i int) {
	d.blocks(id, i < len(d.report.Narrative[id]), i, func(all []model.Block) []model.Block {
		return slices.Delete(all, i, i+1)
	})
}

// MoveBlock takes a block from one place to another.
func (d *Desk) MoveBlock(id model.SectionID, from, to int) {
	n := len(d.report.Narrative[id])
	d.blocks(id, from < n && to >= 0 && to < n, from, func(all []model.Block) []model.Block {
		b := all[from]
		return slices.Insert(slices.Delete(all, from, from+1), to, b)
	})
}

func (d *Desk) block(id model.SectionID, i int, change func(*model.Block)) {
	all := d.report.Narrative[id]
	if i < 0 || i > len(all) {
		return
	}
	d.mu.Lock()
	if i == len(all) {
		d.report.Narrative[id] = append(all, model.Block{})
	}
	change(&d.report.Narrative[id][i])
	d.mu.Unlock()
	d.edited(Change{Section: id})
}

func (d *Desk) blocks(id model.SectionID, inRange bool, i int, change func([]model.Block) []model.Block) {
	if !inRange || i < 0 {
		return
	}
	d.mu.Lock()
	d.report.Narrative[id] = change(d.report.Narrative[id])
	d.mu.Unlock()
	d.edited(Change{Section: id, Blocks: true})
}
