//go:build linux && cgo && !ci && !wayland

// What stands between GLFW and libX11's input method calls.
//
// GLFW is linked into the program and calls libX11 by name. The program's own
// definitions of these names come first, and each calls on to libX11's with
// dlsym(RTLD_NEXT). libX11 itself calls only XIfEvent by name. inputmethod.go
// tells what is cured here. Nothing in this file is called from another thread
// than the one that GLFW runs on.

#define _GNU_SOURCE // RTLD_NEXT

#include "x11.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xresource.h>
#include <X11/Xutil.h>
#include <dlfcn.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// How long one answer of the input method is waited for, and how long none is
// waited for after one failed to come.
enum { patience = 1500, deafness = 30000 }; // milliseconds

// How long the way from one entry to the next may take, and how long after the last key
// while keys are away with the input method.
enum { between = 300, between_slowly = 1500 }; // milliseconds

static const XIMStyle placed_style = XIMPreeditPosition | XIMStatusNothing, // windows where the program says
    plain_style = XIMPreeditNothing | XIMStatusNothing;                     // windows anywhere

// context is what GLFW holds as its XIC for a window, all the window's life.
// The XIC behind it comes and goes with the input method.
typedef struct context {
    struct context *next;
    Window window;
    XIC ic; // NULL: without an input method
    XPoint spot;  // of the caret
    Bool focused; // the window has the focus
    Bool writing; // keys are the input method's first: an entry in it has the focus, or
                  // the next one may get it by a key that is still away
    long long leaving; // when what is composed is dropped, unless an entry gets the focus; 0: never
} context;

static struct {
    Display *display; // NULL: GLFW has not asked for an input method
    XIM im;
    Bool substitute; // im is libX11's own, while the one asked for is away
    Bool lost;       // im went away and nothing has taken its place yet
    context *contexts;
    long long deaf; // no answers are waited for until then; milliseconds
} shim;

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static XIM handle(void) { return (XIM)&shim; }

// find returns the context that GLFW means.
static context *find(XIC ic) {
    for (context *c = shim.contexts; c; c = c->next) {
        if (c == (context *)ic) {
            return c;
        }
    }
    return NULL;
}

static context *of_window(unsigned long window) {
    for (context *c = shim.contexts; c; c = c->next) {
        if (c->window == window) {
            return c;
        }
    }
    return NULL;
}

// ---- The input method comes and goes --------------------------------------

// libX11 frees the XIM and its XICs after these callbacks; the addresses may
// be those of the next ones.

static void im_gone(XIM im, XPointer data, XPointer call) {
    (void)data, (void)call;
    if (im != shim.im) {
        return; // opened and closed by libX11, to see whether it answers
    }
    shim.im = NULL;
    shim.lost = True;
    shim.deaf = 0;
    for (context *c = shim.contexts; c; c = c->next) {
        c->ic = NULL;
    }
}

static Bool ic_gone(XIC ic, XPointer data, XPointer call) {
    (void)data, (void)call;
    for (context *c = shim.contexts; c; c = c->next) {
        if (c->ic == ic) {
            c->ic = NULL;
        }
    }
    return False;
}

static Bool offers(XIM im, XIMStyle style) {
    XIMStyles *styles = NULL;
    Bool found = False;
    if (REAL(XGetIMValues)(im, XNQueryInputStyle, &styles, NULL) || !styles) {
        return False;
    }
    for (int i = 0; i < styles->count_styles; i++) {
        found = found || styles->supported_styles[i] == style;
    }
    XFree(styles);
    return found;
}

// new_ic makes an XIC, with one attribute more or with none.
static XIC new_ic(Window window, XIMStyle style, const char *attribute, void *value) {
    XICCallback gone = {NULL, ic_gone};
    return REAL(XCreateIC)(shim.im, XNInputStyle, style, XNClientWindow, window, XNFocusWindow, window,
                           XNDestroyCallback, &gone, attribute, value, NULL);
}

// select_events asks the X server for the events that the input method needs.
static void select_events(context *c) {
    unsigned long mask = 0;
    XWindowAttributes window;
    if (!REAL(XGetICValues)(c->ic, XNFilterEvents, &mask, NULL) &&
        XGetWindowAttributes(shim.display, c->window, &window)) {
        XSelectInput(shim.display, c->window, window.your_event_mask | (long)mask);
    }
}

// place tells the input method where the caret is. fcitx5 takes no notice of
// the spot that XCreateIC is given, only of this.
static void place(context *c) {
    if (!c->ic) {
        return;
    }
    XVaNestedList spot = XVaCreateNestedList(0, XNSpotLocation, &c->spot, NULL);
    XSetICValues(c->ic, XNPreeditAttributes, spot, NULL);
    XFree(spot);
}

// attach gives a context an XIC of the present input method: with a place for
// its windows where it takes one, else as GLFW asks for it.
static void attach(context *c) {
    if (offers(shim.im, placed_style)) {
        XVaNestedList spot = XVaCreateNestedList(0, XNSpotLocation, &c->spot, NULL);
        c->ic = new_ic(c->window, placed_style, XNPreeditAttributes, spot);
        XFree(spot);
    }
    if (!c->ic) {
        c->ic = new_ic(c->window, plain_style, NULL, NULL);
    }
    if (!c->ic) {
        return;
    }
    select_events(c);
    if (c->focused) {
        REAL(XSetICFocus)(c->ic);
    }
    place(c);
}

static void detach(context *c) {
    if (c->ic) {
        REAL(XDestroyIC)(c->ic);
        c->ic = NULL;
    }
}

static void leave_im(void) {
    for (context *c = shim.contexts; c; c = c->next) {
        detach(c);
    }
    if (shim.im) {
        REAL(XCloseIM)(shim.im);
        shim.im = NULL;
    }
}

static Bool enter_im(Bool substitute) {
    XIM im = REAL(XOpenIM)(shim.display, NULL, NULL, NULL);
    if (!im) {
        return False;
    }
    leave_im();
    XIMCallback gone = {NULL, im_gone};
    shim.im = im;
    shim.substitute = substitute;
    XSetIMValues(im, XNDestroyCallback, &gone, NULL);
    for (context *c = shim.contexts; c; c = c->next) {
        attach(c);
    }
    return True;
}

// enter_wanted_im connects with the input method that the user has set up.
static void enter_wanted_im(void) {
    if (!shim.im || shim.substitute) {
        enter_im(False);
    }
}

static void im_came(Display *display, XPointer data, XPointer call) {
    (void)display, (void)data, (void)call;
    enter_wanted_im();
}

// enter_any_im connects with the wanted input method or else with libX11's
// own, which makes Latin letters of keys, dead keys included.
static void enter_any_im(void) {
    shim.lost = False;
    enter_wanted_im();
    if (!shim.im) {
        XSetLocaleModifiers("@im=none");
        enter_im(True);
        XSetLocaleModifiers(""); // again what XMODIFIERS says
    }
}

// ---- What GLFW calls -------------------------------------------------------

XIM XOpenIM(Display *display, XrmDatabase db, char *name, char *class) {
    if (shim.display) {
        return NULL; // there is one for all windows
    }
    shim.display = display;
    // Calls back at once if the input method is there, and whenever it comes.
    XRegisterIMInstantiateCallback(display, db, name, class, im_came, NULL);
    if (!shim.im) {
        enter_any_im();
    }
    return handle();
}

Status XCloseIM(XIM im) {
    (void)im;
    XUnregisterIMInstantiateCallback(shim.display, NULL, NULL, NULL, im_came, NULL);
    leave_im();
    shim.display = NULL;
    shim.lost = False;
    return 1;
}

// XGetIMValues answers what GLFW asks: whether the style that it will ask
// XCreateIC for is to be had.
char *XGetIMValues(XIM im, ...) {
    (void)im;
    va_list list;
    va_start(list, im);
    char *name = va_arg(list, char *);
    XIMStyles **answer = va_arg(list, XIMStyles **);
    va_end(list);
    if (!name || strcmp(name, XNQueryInputStyle) != 0) {
        return name;
    }
    struct { // in one piece: it is freed with one XFree
        XIMStyles styles;
        XIMStyle plain;
    } *one = calloc(1, sizeof *one);
    if (!one) {
        return name;
    }
    one->plain = plain_style;
    one->styles.count_styles = 1;
    one->styles.supported_styles = &one->plain;
    *answer = &one->styles;
    return NULL;
}

XIC XCreateIC(XIM im, ...) {
    context *c = calloc(1, sizeof *c);
    if (!c) {
        return NULL;
    }
    va_list list;
    va_start(list, im);
    for (char *name; (name = va_arg(list, char *));) {
        XPointer value = va_arg(list, XPointer);
        if (strcmp(name, XNClientWindow) == 0) {
            c->window = (Window)value;
        }
    }
    va_end(list);
    c->next = shim.contexts;
    shim.contexts = c;
    if (shim.im) {
        attach(c);
    }
    return (XIC)c;
}

void XDestroyIC(XIC ic) {
    for (context **at = &shim.contexts; *at; at = &(*at)->next) {
        context *c = *at;
        if (c == (context *)ic) {
            *at = c->next;
            detach(c);
            free(c);
            return;
        }
    }
}

// XGetICValues answers nothing: attach selects the events GLFW asks about.
char *XGetICValues(XIC ic, ...) {
    va_list list;
    va_start(list, ic);
    char *first = va_arg(list, char *);
    va_end(list);
    return first;
}

void XSetICFocus(XIC ic) {
    context *c = find(ic);
    if (!c) {
        return;
    }
    c->focused = True;
    if (shim.substitute) {
        enter_wanted_im(); // in case its coming went unheard
    }
    if (c->ic) {
        REAL(XSetICFocus)(c->ic);
    }
}

void XUnsetICFocus(XIC ic) {
    context *c = find(ic);
    if (!c) {
        return;
    }
    if (c->ic) {
        REAL(XUnsetICFocus)(c->ic);
    }
    c->focused = False;
}

int Xutf8LookupString(XIC ic, XKeyPressedEvent *event, char *text, int size, KeySym *symbol, Status *status) {
    context *c = find(ic);
    if (c && c->ic) {
        return REAL(Xutf8LookupString)(c->ic, event, text, size, symbol, status);
    }
    int n = XLookupString(event, text, size, symbol, NULL);
    if (n > 0 && (text[0] & 0x80)) {
        n = 0; // Latin-1, not UTF-8
    }
    *status = n > 0 ? XLookupChars : XLookupNone;
    return n;
}

// ---- Keys on their way to the input method and back -------------------------

// sent are the last keys that the input method was given. What it does not want of them
// comes back with the same key and time, on a busy machine seconds later. libX11 has to
// see that: until it does, the input method gives back nothing more, and the next key of
// all is taken for the one that came back.
static struct {
    int type;
    unsigned keycode;
    Time time;
} sent[64];
static unsigned sent_count, last_press; // which of them, counted from 1
static Bool more; // keys were pressed and sent after the one that came back last

static void note(const XKeyEvent *key) {
    unsigned i = sent_count++ % (sizeof sent / sizeof *sent);
    sent[i].type = key->type;
    sent[i].keycode = key->keycode;
    sent[i].time = key->time;
    if (key->type == KeyPress) {
        last_press = sent_count;
    }
}

// comes_back reports whether a key is one that the input method was given, or text of its
// own, which comes as a press of no key.
static Bool comes_back(const XKeyEvent *key) {
    const unsigned size = sizeof sent / sizeof *sent;
    if (key->keycode == 0) {
        return True;
    }
    for (unsigned n = sent_count; n > 0 && n + size > sent_count; n--) {
        unsigned i = (n - 1) % size;
        if (sent[i].type == key->type && sent[i].keycode == key->keycode && sent[i].time == key->time) {
            more = n < last_press;
            return True;
        }
    }
    return False;
}

// filter has libX11 see an event. It sees keys only while it believes that the window has
// the focus; one that comes back to a window that has lost it has to be seen as well.
static Bool filter(const context *c, XEvent *event, Window window) {
    const Bool away = c && c->ic && !c->focused;
    if (away) {
        REAL(XSetICFocus)(c->ic);
    }
    Bool taken = REAL(XFilterEvent)(event, window);
    if (away && c->ic) {
        REAL(XUnsetICFocus)(c->ic);
    }
    return taken;
}

// stay lets the input method go on composing where an entry has just lost the focus: a key
// may lead to the next entry when it comes back, or be for that.
static void stay(void) {
    for (context *c = shim.contexts; c; c = c->next) {
        if (c->leaving) {
            c->leaving = now() + (more ? between_slowly : between);
        }
    }
}

// A press that the input method takes is nobody else's. What it does not want
// of it comes back, with the same key and time, and is not filtered then.
// Presses of Shift and the like do no harm; releases of keys that were never
// pressed GLFW ignores.
Bool XFilterEvent(XEvent *event, Window window) {
    const Bool press = event->type == KeyPress, key = press || event->type == KeyRelease,
               back = key && comes_back(&event->xkey);
    const context *c = of_window(event->xany.window);
    if (back) {
        stay();
    } else if (key && c && !c->writing) {
        return False;
    }
    Bool hide = press && !IsModifierKey(XLookupKeysym(&event->xkey, 0));
    Bool taken = back ? filter(c, event, window) : REAL(XFilterEvent)(event, window);
    if (shim.lost) {
        enter_any_im();
    }
    if (taken && key) {
        note(&event->xkey);
        stay();
    }
    if (taken && hide) {
        event->type = 0; // of no event
    }
    return taken;
}

// ---- Waiting for an answer -------------------------------------------------

// excuse makes up an event that every one of libX11's waits for the input
// method takes for a refusal: of its selection, or a property that is not there.
static void excuse(Display *display, XEvent *event, Bool (*wanted)(Display *, XEvent *, XPointer), XPointer arg) {
    memset(event, 0, sizeof *event);
    event->xselection.type = SelectionNotify;
    event->xselection.display = display;
    event->xselection.requestor = *(Window *)arg;
    if (wanted(display, event, arg)) {
        return;
    }
    memset(event, 0, sizeof *event);
    event->xproperty.type = PropertyNotify;
    event->xproperty.display = display;
    event->xproperty.atom = XA_STRING;
}

// XIfEvent is how libX11 waits for answers of the input method; nothing else
// in the program calls it.
int XIfEvent(Display *display, XEvent *event, Bool (*wanted)(Display *, XEvent *, XPointer), XPointer arg) {
    const long long end = now() < shim.deaf ? 0 : now() + patience;
    struct pollfd connection = {.fd = ConnectionNumber(display), .events = POLLIN};
    while (!XCheckIfEvent(display, event, wanted, arg)) {
        const long long left = end - now();
        if (left <= 0) {
            if (end) {
                shim.deaf = now() + deafness;
            }
            excuse(display, event, wanted, arg);
            return 0;
        }
        poll(&connection, 1, (int)left);
    }
    shim.deaf = 0;
    return 0;
}

// ---- What the program calls ------------------------------------------------

void inputmethod_enter(unsigned long window) {
    context *c = of_window(window);
    if (c) {
        c->writing = True;
        c->leaving = 0;
    }
}

void inputmethod_leave(unsigned long window) {
    context *c = of_window(window);
    if (c && c->writing) {
        c->writing = more;
        c->leaving = now() + (more ? between_slowly : between);
    }
}

int inputmethod_left(unsigned long window) {
    context *c = of_window(window);
    if (!c || !c->leaving) {
        return 0;
    }
    const long long left = c->leaving - now();
    if (left > 0) {
        return (int)left;
    }
    c->writing = False;
    c->leaving = 0;
    if (c->ic) {
        char *composed = Xutf8ResetIC(c->ic);
        if (composed) {
            XFree(composed);
        }
    }
    return 0;
}

void inputmethod_place(unsigned long window, int x, int y) {
    context *c = of_window(window);
    XPoint spot = {(short)x, (short)y};
    if (c && (c->spot.x != spot.x || c->spot.y != spot.y)) {
        c->spot = spot;
        place(c);
    }
}
