package export

import (
	"fmt"
	"strings"

	"nianbao/export/digest"
	"nianbao/export/raster"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/excerpt"
)

// The picture of a report (图解): on one sheet of paper, or as an image.

// PNG is the picture as an image, for telephones.
func PNG() Format {
	return Format{Name: namePNG, Ending: ".png", heeds: []Option{
		OptionDraft, OptionFinal, OptionReason, OptionPhone, OptionPrevious, OptionReplace, OptionFont,
	}, prints: []Print{PrintDigest}, write: writePNG}
}

// layoutDigest lays the picture out for paper. It is not cut into sheets: bars would be
// too.
func layoutDigest(r *model.Report, o Options) (*typeset.Document, Result, error) {
	if o.Sheets != A4 {
		return picture(r, o, typeset.DigestA3())
	}
	return picture(r, o, typeset.DigestA4())
}

// picture lays the picture of a report out on a sheet.
func picture(r *model.Report, o Options, sheet typeset.Sheet) (*typeset.Document, Result, error) {
	set, err := o.faces()
	if err != nil {
		return nil, Result{}, err
	}
	result := stamp(r, o)
	document, shortened := typeset.Digest(digest.Of(r, o.Previous, o.Phone), set, sheet, result.Stamped)
	if len(shortened) > 0 {
		result.Notes = append(result.Notes, fmt.Sprintf(messageShortened, strings.Join(shortened, "、")))
	}
	if _, err := excerpt.Read(r); err != nil {
		result.Notes = append(result.Notes, excerpt.Damaged)
	}
	if !digest.Asked(r, o.Phone) {
		result.Notes = append(result.Notes, messageNobodyToAsk)
	}
	return document, result, o.replace(document, &result)
}

// Pixels across an image of the picture.
const imageWidth = 1080

func writePNG(r *model.Report, o Options) (Result, error) {
	document, result, err := picture(r, o, typeset.DigestScreen())
	if err != nil {
		return Result{}, err
	}
	var renderer raster.Renderer
	page, err := renderer.Page(document.Paper, &document.Pages[0], imageWidth/document.Paper.Width)
	if err != nil {
		return Result{}, fmt.Errorf("draw the picture: %w", err)
	}
	if result.Data, err = raster.PNG(page); err != nil {
		return Result{}, fmt.Errorf("write the picture: %w", err)
	}
	return result, nil
}
