package typeset

// What the paper says beside the report.

const watermarkText = "草稿"
