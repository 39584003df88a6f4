package typeset

import "fmt"

// Wording that is printed beside the report's own, and the names of places.
const (
	watermarkText = "草稿"

	namePosted = "公示日期："
	namePhone  = "联系电话："

	placeTitle     = "题目"
	placeSignature = "落款"
	placePosting   = "公示日期、联系电话"
)

func wordsParagraph(section string, n int) string { return fmt.Sprintf("“%s”第%d段", section, n) }

func wordsHeading(section, heading string) string {
	return fmt.Sprintf("“%s”小标题“%s”", section, heading)
}

func wordsCell(section string) string { return fmt.Sprintf("“%s”的表", section) }

func wordsTile(page, part, parts int) string {
	return fmt.Sprintf("第 %d 页，第 %d 张（共 %d 张）", page, part, parts)
}

const (
	wordsJoinAbove = "沿虚线裁去上边，贴在上一张的虚线处"
	wordsJoinBelow = "下一张贴在虚线处"
)
