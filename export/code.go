package export

import (
	"errors"
	"fmt"

	"nianbao/export/qrcode"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/checkcode"
)

// codeOf is the code that the paper of a report bears: on what is handed in (报送稿)
// its 报送校验码, with its numbers in a QR; on a notice board, a QR of the address where
// the electronic report stands. A draft has none, and nil is for none.
func codeOf(r *model.Report, sheets Sheets, draft bool) (*typeset.Code, error) {
	code := typeset.Code{Words: checkcode.Printed(checkcode.Of(r)), Alt: altCells}
	content := ""
	switch {
	case draft, sheets != A4 && r.Online == "":
		return nil, nil
	case sheets != A4:
		code = typeset.Code{Words: checkcode.WordsOnline, Alt: fmt.Sprintf(altOnline, r.Online)}
		content = r.Online
	default:
		content = checkcode.Payload(r)
	}
	var err error
	code.Modules, err = qrcode.Modules(content)
	switch {
	case errors.Is(err, qrcode.ErrLong) && sheets == A4: // text in the cells: the code stands alone
	case errors.Is(err, qrcode.ErrLong):
		return nil, nil // words about a code that is not there
	case err != nil:
		return nil, fmt.Errorf("code on the paper: %w", err)
	}
	return &code, nil
}
