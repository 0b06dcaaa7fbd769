// Parts of Swift's runtime and standard library that release builds have in another form.
#ifdef RELEASE
#include <stdint.h>
#include <stdlib.h>

// In the place of others, by `--wrap` in the Makefile.

// The search for the program that prints backtraces needs /proc, and aborts without it; the static program has no such
// program beside it.
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) { return NULL; }

// The names of all characters are 0.55 MB. `Unicode.Scalar.Properties.name` is nil; nothing reads it.
intptr_t __wrap__swift_stdlib_getScalarName(uint32_t scalar, uint8_t *buffer, intptr_t capacity) { return 0; }

// Swift's tasks, with libdispatch 0.5 MB: swift-argument-parser has asynchronous commands, the program has none.
void swift_task_alloc(void) { abort(); }
void swift_task_dealloc(void) { abort(); }
void swift_task_switch(void) { abort(); }
#endif
