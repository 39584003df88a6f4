package web

// Wording that is written beside the report's own.
const (
	watermarkText = "草稿"
	// draftLine stands over a fragment, which can carry no watermark.
	draftLine = "【草稿】"
)
