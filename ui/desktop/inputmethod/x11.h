// inputmethod_place tells the input method where the caret of a window stands:
// the point at the caret's foot, in pixels of the window.
void inputmethod_place(unsigned long window, int x, int y);
