package desk

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// Blocks of prose are named by section and place, from 0. A section without
// any block still has its first one to write into: setting the text or heading
// of the block after the last adds that block. Places beyond are ignored.
//
// More prose than a report file can hold is refused with a *LongError, more blocks with a
// *BlocksError, and then nothing has changed: they must not keep the rest of the report
// from being saved.

// SetHeading sets the sub-heading (小标题) of a block, without its number.
func (d *Desk) SetHeading(id model.SectionID, i int, heading string) error {
	t := typed(id, i, true, d.blockAt(id, i).Heading, heading)
	return d.block(t, func(b *model.Block) { b.Heading = heading })
}

// SetText sets the text of a block.
func (d *Desk) SetText(id model.SectionID, i int, text string) error {
	t := typed(id, i, false, d.blockAt(id, i).Text, text)
	return d.block(t, func(b *model.Block) { b.Text = text })
}

// put puts blocks in the place of those of a section, where a report file can hold them.
func put(r *model.Report, id model.SectionID, blocks []model.Block) error {
	if len(blocks) > reportfile.MaxBlocks {
		return &BlocksError{}
	}
	narrative := maps.Clone(r.Narrative)
	narrative[id] = blocks
	if err := tooLong(narrative); err != nil {
		return err
	}
	r.Narrative[id] = blocks
	return nil
}

// tooLong is the error of prose that is longer than a report file can hold; nil where it
// is not.
func tooLong(narrative map[model.SectionID][]model.Block) error {
	size, long := 0, 0
	for _, blocks := range narrative {
		for _, b := range blocks {
			size += len(b.Heading) + len(b.Text)
		}
	}
	if size <= reportfile.MaxNarrative { // of bytes, of which a character has one at least
		return nil
	}
	for _, blocks := range narrative {
		for _, b := range blocks {
			long += utf8.RuneCountInString(b.Heading) + utf8.RuneCountInString(b.Text)
		}
	}
	if over := long - reportfile.MaxNarrative; over > 0 {
		return &LongError{Over: over}
	}
	return nil
}

// blockAt is a block as it stands, empty beyond the last.
func (d *Desk) blockAt(id model.SectionID, i int) model.Block {
	if all := d.report.Narrative[id]; i >= 0 && i < len(all) {
		return all[i]
	}
	return model.Block{}
}

// AddBlock puts an empty block before place i; i may be the number of blocks.
func (d *Desk) AddBlock(id model.SectionID, i int) error {
	return d.blocks(id, i <= len(d.report.Narrative[id]), i, func(all []model.Block) []model.Block {
		return slices.Insert(all, i, model.Block{})
	})
}

// Scaffold writes blocks into a section that holds nothing yet; otherwise it does
// nothing.
func (d *Desk) Scaffold(id model.SectionID, blocks []model.Block) error {
	return d.blocks(id, len(blocks) > 0 && !begun(d.report, id), 0, func([]model.Block) []model.Block {
		return slices.Clone(blocks)
	})
}

// Begun reports whether a section holds anything.
func (d *Desk) Begun(id model.SectionID) bool { return begun(d.report, id) }

// RemoveBlock takes a block out.
func (d *Desk) RemoveBlock(id model.SectionID, i int) {
	_ = d.blocks(id, i < len(d.report.Narrative[id]), i, func(all []model.Block) []model.Block {
		return slices.Delete(all, i, i+1)
	})
}

// MoveBlock takes a block from one place to another.
func (d *Desk) MoveBlock(id model.SectionID, from, to int) {
	n := len(d.report.Narrative[id])
	_ = d.blocks(id, from < n && to >= 0 && to < n, from, func(all []model.Block) []model.Block {
		b := all[from]
		return slices.Insert(slices.Delete(all, from, from+1), to, b)
	})
}

// MergeBlock joins a block to the one before it: its sub-heading goes, its text
// follows as further paragraphs.
func (d *Desk) MergeBlock(id model.SectionID, i int) error {
	return d.blocks(id, i > 0 && i < len(d.report.Narrative[id]), i, func(all []model.Block) []model.Block {
		texts := slices.DeleteFunc([]string{all[i-1].Text, all[i].Text}, func(s string) bool { return strings.TrimSpace(s) == "" })
		all[i-1].Text = strings.Join(texts, "\n")
		return slices.Delete(all, i, i+1)
	})
}

// block changes the block that t tells of.
func (d *Desk) block(t typing, change func(*model.Block)) (refusal error) {
	d.edit(t, func(r *model.Report) (Change, bool) {
		b := d.blockAt(t.section, t.block)
		before := b
		change(&b)
		all := slices.Clone(r.Narrative[t.section])
		if t.block < 0 || t.block > len(all) || b.Heading == before.Heading && b.Text == before.Text {
			return Change{}, false
		}
		if t.block == len(all) {
			all = append(all, model.Block{})
		}
		all[t.block] = b
		refusal = put(r, t.section, all)
		return Change{Sections: []model.SectionID{t.section}}, refusal == nil
	})
	return refusal
}

// blocks changes the blocks of a section, where there is place i.
func (d *Desk) blocks(id model.SectionID, inRange bool, i int, change func([]model.Block) []model.Block) (refusal error) {
	if !inRange || i < 0 {
		return nil
	}
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		refusal = put(r, id, change(slices.Clone(r.Narrative[id])))
		return Change{Sections: []model.SectionID{id}, Blocks: true}, refusal == nil
	})
	return refusal
}
