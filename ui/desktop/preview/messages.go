package preview

import (
	"fmt"

	"nianbao/export"
)

// What the preview says. Wording that needs numbers is a function below.
const (
	textLayingOut = "正在排版…"
)

// TextPageOf says which page is shown, of how many.
func TextPageOf(page, pages int) string {
	if pages == 0 {
		return textLayingOut
	}
	return fmt.Sprintf("第 %d 页 / 共 %d 页", page, pages)
}

// TextPercent is a zoom in words.
func TextPercent(zoom float32) string { return fmt.Sprintf("%.0f%%", zoom*100) }

// TextSheetsNames name the papers; as settings they must not change.
var TextSheetsNames = map[export.Sheets]string{
	export.A4:     "报送稿（A4，双面）",
	export.A3:     "张贴稿（A3，单面）",
	export.Poster: "张贴稿（A4 拼贴，两张拼一页）",
}

// textSizes name papers by their size alone.
var textSizes = map[export.Sheets]string{export.A4: "A4 纸", export.A3: "A3 纸"}
