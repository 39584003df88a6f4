// Package widgets are the controls, layouts and colours of the window. It knows
// no report: what a widget shows it is told, and what the user wants it reports
// by a callback. Begin with layout.go, by which every page is laid out, and
// [Look], which has all colours and sizes.
package widgets
