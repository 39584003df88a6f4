#include <stddef.h>

typedef struct board board;

// board_open takes the clipboard for a page and a text, both of which are copied;
// NULL when there is no X server, or it will not have it.
board *board_open(const char *page, size_t page_size, const char *text, size_t text_size);

// board_serve answers who asks for the clipboard, until somebody else has it, and
// frees the board. All of it happens on the calling thread.
void board_serve(board *b);
