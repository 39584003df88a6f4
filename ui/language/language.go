// Package language makes the toolkit speak Chinese whatever the locale.
//
// Fyne reads the user's languages while its package lang is initialised, long
// before main. Of the packages whose imports are ready, Go initialises the one
// whose import path sorts first (Go specification, Package initialization).
// This one waits for os alone; fyne.io/fyne/v2/lang waits among others for
// text/template, which waits for os too and sorts behind nianbao/…: so this
// one comes first. A test in ui/desktop looks at the outcome.
//
// LC_ALL stays alone on purpose: naming a locale that the machine has not
// generated breaks X input methods.
package language

import "os"

// Name is the language of the window, as gettext spells it.
const Name = "zh_CN"

func init() {
	// The error would be an invalid name, which this is not.
	_ = os.Setenv("LANGUAGE", Name)
}
