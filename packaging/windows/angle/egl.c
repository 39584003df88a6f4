// What the compat program is linked with in the place of ANGLE's libEGL.
//
// Symptom: "failed to initialise OpenGL: glActiveShaderProgram". Cause: the
// bindings of OpenGL ES ask for every function up to version 3.1 and want all
// of them; ANGLE of 2015 lacks some, which nothing here calls. Cure: whoever
// asks for one of those gets a function that does nothing. The libraries are
// loaded on the first question, so that the program starts without them and can
// say what is wrong.
//
// ld takes libEGL.a before libEGL.dll; __imp_ is the name under which a function
// of a DLL is called.
#include <windows.h>

typedef void *(WINAPI *get_proc_address)(const char *);

static intptr_t WINAPI nothing(void) { return 0; }

static void *WINAPI find(const char *name)
{
	static HMODULE egl, gles;
	static get_proc_address ask;
	void *found = NULL;

	if (!egl) {
		egl = LoadLibraryA("libEGL.dll");
		gles = LoadLibraryA("libGLESv2.dll");
		if (egl)
			ask = (get_proc_address)(void *)GetProcAddress(egl, "eglGetProcAddress");
	}
	if (ask)
		found = ask(name);
	if (!found && gles)
		found = (void *)GetProcAddress(gles, name);
	return found ? found : (void *)nothing;
}

void *eglGetProcAddress(const char *name) { return find(name); }

void *__imp_eglGetProcAddress = (void *)find;
