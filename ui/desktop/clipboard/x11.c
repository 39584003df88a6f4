//go:build linux && cgo && !ci && !wayland

// The clipboard of X11 (ICCCM 2): its owner is asked for what it holds in one form
// or another, as long as it is the owner.

#include "x11.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// What is held, in order of preference.
enum { page_form, utf8_form, plain_form, forms };

struct board {
    Display *display;
    Window window;
    Time since;
    Atom clipboard, targets, timestamp, multiple, pair;
    Atom form[forms];
    unsigned char *data[2]; // page, text
    size_t size[2];
};

// Errors come of windows that asked and are gone. What Xlib does with them of
// itself ends the program. There is one handler for all connections; those that
// are none of ours go to the one before.
static XErrorHandler former;
static Display *ours[64]; // every copy until the next is one; the oldest go first
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int on_error(Display *display, XErrorEvent *event) {
    Bool known = False;
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        known = known || ours[i] == display;
    }
    pthread_mutex_unlock(&lock);
    return known || !former ? 0 : former(display, event);
}

static Bool enlist(Display *display) {
    Bool found = False;
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < sizeof ours / sizeof *ours && !found; i++) {
        if (!ours[i]) {
            ours[i] = display;
            found = True;
        }
    }
    // GLFW sets its own for a moment now and then, on the same thread as this, and
    // then this one back.
    XErrorHandler present = XSetErrorHandler(on_error);
    if (present != on_error) {
        former = present;
    }
    pthread_mutex_unlock(&lock);
    return found;
}

static void strike(Display *display) {
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        if (ours[i] == display) {
            ours[i] = NULL;
        }
    }
    pthread_mutex_unlock(&lock);
}

static void board_free(board *b) {
    if (b->display) {
        XCloseDisplay(b->display);
        strike(b->display);
    }
    free(b->data[0]);
    free(b->data[1]);
    free(b);
}

static unsigned char *copy(const char *from, size_t size) {
    unsigned char *to = malloc(size + 1);
    if (to) {
        memcpy(to, from, size);
    }
    return to;
}

// now is the server's time: an owner has to say since when it is one.
static Time now(board *b) {
    XEvent event;
    XChangeProperty(b->display, b->window, b->pair, XA_INTEGER, 32, PropModeAppend, NULL, 0);
    XWindowEvent(b->display, b->window, PropertyChangeMask, &event);
    return event.xproperty.time;
}

board *board_open(const char *page, size_t page_size, const char *text, size_t text_size) {
    board *b = calloc(1, sizeof *b);
    if (!b) {
        return NULL;
    }
    b->data[0] = copy(page, page_size);
    b->data[1] = copy(text, text_size);
    b->size[0] = page_size;
    b->size[1] = text_size;
    b->display = XOpenDisplay(NULL);
    if (!b->data[0] || !b->data[1] || !b->display || !enlist(b->display)) {
        board_free(b);
        return NULL;
    }
    // What does not fit into one request would have to go in pieces (INCR). That is
    // 16 MB nearly everywhere.
    size_t most = (size_t)XExtendedMaxRequestSize(b->display) * 4;
    if (most == 0) {
        most = (size_t)XMaxRequestSize(b->display) * 4;
    }
    if (page_size + 100 > most || text_size + 100 > most) {
        board_free(b);
        return NULL;
    }
    char *names[] = {"CLIPBOARD", "TARGETS", "TIMESTAMP", "MULTIPLE", "ATOM_PAIR", "text/html", "UTF8_STRING", "text/plain;charset=utf-8"};
    Atom atoms[8];
    XInternAtoms(b->display, names, 8, False, atoms);
    b->clipboard = atoms[0], b->targets = atoms[1], b->timestamp = atoms[2], b->multiple = atoms[3], b->pair = atoms[4];
    memcpy(b->form, atoms + 5, sizeof b->form);
    b->window = XCreateSimpleWindow(b->display, DefaultRootWindow(b->display), 0, 0, 1, 1, 0, 0, 0);
    XSelectInput(b->display, b->window, PropertyChangeMask);
    b->since = now(b);
    XSetSelectionOwner(b->display, b->clipboard, b->window, b->since);
    if (XGetSelectionOwner(b->display, b->clipboard) != b->window) {
        board_free(b);
        return NULL;
    }
    return b;
}

// give puts one form into a property of who asked, and reports whether it is held.
static Bool give(board *b, Window to, Atom form, Atom property) {
    if (form == b->targets) {
        Atom all[forms + 3] = {b->targets, b->timestamp, b->multiple};
        memcpy(all + 3, b->form, sizeof b->form);
        XChangeProperty(b->display, to, property, XA_ATOM, 32, PropModeReplace, (unsigned char *)all, forms + 3);
        return True;
    }
    if (form == b->timestamp) {
        long since = (long)b->since;
        XChangeProperty(b->display, to, property, XA_INTEGER, 32, PropModeReplace, (unsigned char *)&since, 1);
        return True;
    }
    for (int i = 0; i < forms; i++) {
        if (form == b->form[i]) {
            int which = i == page_form ? 0 : 1;
            XChangeProperty(b->display, to, property, form, 8, PropModeReplace, b->data[which], (int)b->size[which]);
            return True;
        }
    }
    return False;
}

// give_all gives several forms, each into a property of its own; those that are
// not held lose theirs.
static Bool give_all(board *b, Window to, Atom property) {
    Atom type;
    int bits;
    unsigned long count, rest;
    unsigned char *data = NULL;
    const long most = 64; // pairs of two
    if (XGetWindowProperty(b->display, to, property, 0, most, False, b->pair, &type, &bits, &count, &rest, &data) || !data) {
        return False;
    }
    if (bits == 32) {
        Atom *pairs = (Atom *)data;
        for (unsigned long i = 0; i + 1 < count; i += 2) {
            if (pairs[i] == b->multiple || !give(b, to, pairs[i], pairs[i + 1])) {
                pairs[i + 1] = None;
            }
        }
        XChangeProperty(b->display, to, property, b->pair, 32, PropModeReplace, data, (int)count);
    }
    XFree(data);
    return bits == 32;
}

static void answer(board *b, XSelectionRequestEvent *request) {
    XEvent reply = {.xselection = {
        .type = SelectionNotify, .requestor = request->requestor, .selection = request->selection,
        .target = request->target, .time = request->time,
    }};
    Atom property = request->property ? request->property : request->target; // of old programs
    Bool held = request->target == b->multiple ? give_all(b, request->requestor, property)
                                               : give(b, request->requestor, request->target, property);
    reply.xselection.property = held ? property : None;
    XSendEvent(b->display, request->requestor, False, NoEventMask, &reply);
    XFlush(b->display);
}

void board_serve(board *b) {
    for (XEvent event;;) {
        XNextEvent(b->display, &event);
        if (event.type == SelectionRequest && event.xselectionrequest.selection == b->clipboard) {
            answer(b, &event.xselectionrequest);
        }
        if (event.type == SelectionClear && event.xselectionclear.selection == b->clipboard) {
            board_free(b);
            return;
        }
    }
}
