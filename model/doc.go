// Package model holds the report itself: the editions of the national form
// as data, a Report with its cells and prose, and what follows from the two
// (totals, titles, numbering). It knows no screen, no disk and no paper.
//
// The form is 《中华人民共和国政府信息公开工作年度报告格式》 in two editions:
// 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. The year of a report
// decides its edition. Everything that shows, prints, checks, reads or writes
// a table derives it from the Edition; a new edition is one more file here.
//
// Begin with [New], [Report.Set] and [Edition.Sections].
package model
