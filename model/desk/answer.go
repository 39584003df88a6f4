package desk

import (
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/check"
)

// Acknowledge answers a finding (已核) with a reason that is kept with the
// report, until a number or the passage that it speaks of changes. It replaces an
// older answer. The error is an *AnswerError, and then nothing has changed.
func (d *Desk) Acknowledge(f check.Finding, reason string) error {
	a, ok := check.Acknowledgement(f, reason)
	if !ok {
		return &AnswerError{Rule: f.Rule, Missing: strings.TrimSpace(reason) == ""}
	}
	d.answers(func(all []model.Acknowledgement) []model.Acknowledgement { return append(without(all, f), a) })
	return nil
}

// Withdraw takes the answer to a finding back.
func (d *Desk) Withdraw(f check.Finding) {
	d.answers(func(all []model.Acknowledgement) []model.Acknowledgement { return without(all, f) })
}

func without(all []model.Acknowledgement, f check.Finding) []model.Acknowledgement {
	return slices.DeleteFunc(all, func(a model.Acknowledgement) bool { return check.Answers(a, f) })
}

func (d *Desk) answers(change func([]model.Acknowledgement) []model.Acknowledgement) {
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		r.Acknowledged = change(slices.Clone(r.Acknowledged))
		return Change{Findings: true}, true
	})
}
