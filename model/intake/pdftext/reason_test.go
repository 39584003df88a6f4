package pdftext

import "nianbao/model/intake/handmade"

// reason is why a file was refused: in most tests here handmade is what makes PDFs.
var reason = handmade.Reason
