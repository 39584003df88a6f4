// inputmethod_enter tells that an entry of a window has the focus: its keys are the
// input method's first.
void inputmethod_enter(unsigned long window);

// inputmethod_leave tells that an entry has lost it.
void inputmethod_leave(unsigned long window);

// inputmethod_left takes the keys from the input method, with what it was composing, if no
// entry has got the focus since: or returns after how many milliseconds it is to be
// called again, 0 for never.
int inputmethod_left(unsigned long window);

// inputmethod_place tells the input method where the caret of a window stands:
// the point at the caret's foot, in pixels of the window.
void inputmethod_place(unsigned long window, int x, int y);
