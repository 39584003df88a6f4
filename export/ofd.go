package export

import (
	"fmt"
	"strings"

	"nianbao/export/ofd"
	"nianbao/model"
	"nianbao/model/reportfile"
)

// attachedName is what a report file is called inside another file, in ASCII as not
// every reader takes other names.
const attachedName = "report" + reportfile.Ending

// writeOFD writes the pages of [Layout] as OFD. The report file goes along, so that
// the pages can be read back exactly.
func writeOFD(r *model.Report, o Options) (Result, error) {
	set, err := o.faces()
	if err != nil {
		return Result{}, err
	}
	document, result, err := Layout(r, o)
	if err != nil {
		return Result{}, err
	}
	attached, err := reportfile.Write(r)
	if err != nil {
		return Result{}, fmt.Errorf("write report file: %w", err)
	}
	result.Notes = append(result.Notes, messageAttached)
	creator, version, _ := strings.Cut(o.Maker, " ")
	result.Data, err = ofd.Write(document, ofd.Options{
		Author: r.Agency.Name, Creator: creator, Version: version, Date: o.Date, Faces: set,
		Attach: &ofd.Attachment{Name: attachedName, Format: strings.TrimPrefix(reportfile.Ending, "."), Data: attached},
	})
	if err != nil {
		return Result{}, fmt.Errorf("write OFD: %w", err)
	}
	return result, nil
}
