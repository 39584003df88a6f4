package store

import "fmt"

// Wording of what happened to the drafts. Errors get their words from their
// caller, who knows what was being done.

// reasons are the words for why a version was kept.
var reasons = map[Reason]string{
	ReasonOpened:   "打开时",
	ReasonSaved:    "手动保存",
	ReasonInterval: "自动（每五分钟）",
	ReasonLarge:    "自动（改动较大）",
	ReasonClosed:   "关闭时",
	ReasonBefore:   "替换前",
	ReasonRestored: "恢复的旧版本",
	ReasonImported: "从文件导入",
	ReasonCarried:  "从旧报告新建",
	ReasonRescued:  "应急副本",
	ReasonSalvaged: "从损坏的草稿库找回",
	ReasonFinal:    "定稿",
	ReasonReopened: "重新打开定稿",
}

// Words say why a version was kept and how much had changed.
func (n Note) Words() string {
	words := reasons[n.Reason]
	if n.Name != "" {
		words = fmt.Sprintf(wordsNamed, n.Name, words)
	}
	switch {
	case n.Cells > 0 && n.Characters > 0:
		return words + fmt.Sprintf(wordsBoth, n.Cells, n.Characters)
	case n.Cells > 0:
		return words + fmt.Sprintf(wordsCells, n.Cells)
	case n.Characters > 0:
		return words + fmt.Sprintf(wordsCharacters, n.Characters)
	}
	return words
}

// Words say what there was to know at the opening, a sentence each.
func (o Opening) Words() []string {
	var all []string
	add := func(when bool, format string, values ...any) {
		if when {
			all = append(all, fmt.Sprintf(format, values...))
		}
	}
	add(o.ReadOnly, wordsReadOnly)
	add(o.Place == PlaceRemovable, wordsRemovable)
	add(o.Migrated != "", wordsMigrated, o.Migrated)
	add(o.OneMeta, wordsOneMeta)
	add(o.Behind, wordsBehind)
	if o.Salvage != nil {
		all = append(all, o.Salvage.Words()...)
	}
	for _, m := range o.Mended {
		all = append(all, m.words())
	}
	for _, d := range o.Spoilt {
		all = append(all, d.words())
	}
	return all
}

// words say what a draft's new summary was made of.
func (m *Mended) words() string {
	switch m.From {
	case FateWhole:
		return fmt.Sprintf(wordsMended, nameOf(m.Summary))
	case FateOlder:
		return fmt.Sprintf(wordsMendedOlder, nameOf(m.Summary), m.Updated.Local().Format(wordsTime))
	}
	return fmt.Sprintf(wordsNotMended, nameOf(m.Summary))
}

// words say what can still be read of a draft.
func (d *Spoilt) words() string {
	if d.Older.IsZero() {
		return fmt.Sprintf(wordsSpoilt, nameOf(d.Summary))
	}
	return fmt.Sprintf(wordsSpoiltOlder, nameOf(d.Summary), d.Older.Local().Format(wordsTime))
}

// nameOf names a draft for its user: by unit and year, or, where they cannot be
// read, by its number.
func nameOf(sum Summary) string {
	if sum.Agency == "" {
		return fmt.Sprintf(wordsNoName, sum.ID)
	}
	return fmt.Sprintf(wordsDraft, sum.Agency, sum.Year)
}

// WordsAgain are Words for one who opens the store after the salvage.
func (s *Salvage) WordsAgain() []string {
	return append([]string{fmt.Sprintf(wordsAgain, s.Time.Local().Format(wordsTime))}, s.Words()...)
}

// Words say what was recovered of a damaged store.
func (s *Salvage) Words() []string {
	counts := map[Fate]int{}
	for _, d := range s.Drafts {
		counts[d.Fate]++
	}
	all := []string{fmt.Sprintf(wordsSalvage, len(s.Drafts), counts[FateWhole], counts[FateOlder], counts[FatePartial], counts[FateLost], s.Kept)}
	for _, d := range s.Drafts {
		name := nameOf(d.Summary)
		switch d.Fate {
		case FateWhole:
		case FateOlder:
			all = append(all, fmt.Sprintf(wordsOlder, name, d.Time.Local().Format(wordsTime)))
		case FatePartial:
			all = append(all, fmt.Sprintf(wordsPartial, name, d.File))
		case FateLost:
			all = append(all, fmt.Sprintf(wordsLost, name))
		}
		if d.Versions > 0 {
			all = append(all, fmt.Sprintf(wordsVersions, name, d.Versions))
		}
	}
	return all
}

// Words say what a window that did not end as it should has left behind.
func (c *Crash) Words() []string {
	var all []string
	if !c.Since.IsZero() && c.Draft.ID != (ID{}) {
		name := fmt.Sprintf(wordsDraft, c.Draft.Agency, c.Draft.Year)
		all = append(all, fmt.Sprintf(wordsCrash, name, c.Saved.Local().Format(wordsTime)))
		if len(c.Rescued) == 0 {
			all = append(all, wordsNothingMissing)
		}
	}
	for _, d := range c.Rescued {
		all = append(all, fmt.Sprintf(wordsRescued, fmt.Sprintf(wordsDraft, d.Agency, d.Year), d.Updated.Local().Format(wordsTime)))
	}
	return all
}

const (
	wordsTime       = "1月2日 15:04:05"
	wordsDraft      = "《%s %d 年度》"
	wordsNoName     = "编号 %s 的草稿"
	wordsNamed      = "“%s”　%s"
	wordsBoth       = "，改 %d 格、%d 字"
	wordsCells      = "，改 %d 格"
	wordsCharacters = "，改 %d 字"

	wordsReadOnly  = "草稿库由更新版本的程序写成。为防止损坏，现在只能查看和导出；请升级本程序。"
	wordsRemovable = "草稿库在U盘或移动硬盘上，容易损坏。请常用“导出”另存一份，拔出前先关闭程序。"
	wordsMigrated  = "草稿库已换成新版本的格式，旧文件留在：%s"
	wordsOneMeta   = "上次可能没有保存完就断电了。已打开最后一次完整保存的内容，请核对最近修改的草稿。"
	wordsBehind    = "草稿库比上次用时旧，可能被换成了旧文件。请核对草稿；较新的内容可以从备份里恢复。"

	wordsSalvage = "草稿库文件已损坏，程序没有改动它。共 %d 份草稿：%d 份完整找回，%d 份找回较早的内容，%d 份只剩部分文字，%d 份没有找回。原文件留在：%s"
	wordsOlder   = "%s最后的内容已损坏，找回的是 %s 的内容，请核对。"
	wordsPartial = "%s没有完整找回，剩下的文字在：%s"
	wordsLost    = "%s没有找回。请查看备份。"

	wordsVersions = "%s有 %d 个历史版本没有找回，请查看备份。"
	wordsAgain    = "%s 抢救过损坏的草稿库，结果如下，还没有人确认："

	wordsMended      = "%s在列表里的摘要已损坏，已按草稿内容重新写好，草稿本身完好。"
	wordsMendedOlder = "%s的摘要和最后的内容都已损坏，列表里显示的是 %s 的版本。请打开核对；较新的内容可以从备份里恢复。"
	wordsNotMended   = "%s读不出来，摘要、内容和历史版本都已损坏。请从备份里恢复这份草稿。"

	wordsSpoilt      = "%s的内容和历史版本都读不出来。请从备份里恢复这份草稿。"
	wordsSpoiltOlder = "%s最后的内容已损坏，还读得出 %s 的版本。请打开核对；较新的内容可以从备份里恢复。"

	wordsDeleted  = "草稿库文件在程序运行时被删除了。程序已把它重新写好，没有丢东西。"
	wordsReplaced = "草稿库文件在程序运行时被换成了别的文件。程序已换回来，没有丢东西；换上的那个文件留在：%s"

	wordsCrash          = "上次程序没有正常关闭。当时打开的是%s，最后一次保存在 %s。"
	wordsNothingMissing = "草稿库完好；那之后几秒内输入的字可能没有存上，请核对最后改的地方。"
	wordsRescued        = "%s上次没能存进草稿库的文字，已从应急副本（%s）恢复。"
)
