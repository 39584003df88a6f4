package typeset

import (
	"fmt"
	"strconv"

	"nianbao/export/outline"
)

// Wording that is printed beside the report's own, and the names of places.
const (
	watermarkText = "草稿"

	placeTitle     = "题目"
	placeSignature = "落款"
	placePosting   = "公示日期、联系电话"
	placeCode      = "校验码"
	placeFoot      = "图解的页脚"

	wordsJoinAbove = "沿虚线裁去上边，贴在上一张的虚线处"
	wordsJoinBelow = "下一张贴在虚线处"
)

// wordsPlace says where a block stands.
func wordsPlace(b *outline.Block) string {
	switch {
	case b.Kind == outline.Grid:
		return fmt.Sprintf("“%s”的表", b.Place.Name)
	case b.Kind == outline.Heading && b.Level == 1:
		return b.Place.Name
	case b.Kind == outline.Heading:
		return fmt.Sprintf("“%s”小标题“%s”", b.Place.Name, b.Text)
	}
	return fmt.Sprintf("“%s”第%d段", b.Place.Name, b.Place.Paragraph)
}

func wordsTile(page, part, parts int) string {
	return fmt.Sprintf("第 %d 页，第 %d 张（共 %d 张）", page, part, parts)
}

func wordsYear(year int) string { return strconv.Itoa(year) + "年" }

func wordsDigestPlace(part string) string { return fmt.Sprintf("图解“%s”", part) }

func wordsSource(year int) string {
	return fmt.Sprintf("数字取自本机关%d年政府信息公开工作年度报告", year)
}
