// Parts of Swift's runtime and of the libraries below it that release builds have in another form.
#ifdef RELEASE
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

// Backtraces, 0.1 MB: the search for the program that prints them needs /proc, and aborts without it, and the static program
// has no such program beside it. Settings of zeros turn them off.
uint64_t _swift_backtraceSettings[16];
bool _swift_backtrace_isThunkFunction(const char *name) { return false; }
char *_swift_backtrace_demangle(const char *name, size_t length, char *output, size_t *size) { return NULL; }
void _swift_displayCrashMessage(int signal, const void *place) {}
bool _swift_spawnBacktracer(const void *crash) { return false; }

// Swift's tasks, with libdispatch 0.5 MB: swift-argument-parser has asynchronous commands, the program has none.
void swift_task_alloc(void) { abort(); }
void swift_task_dealloc(void) { abort(); }
void swift_task_switch(void) { abort(); }

// Mathematical functions, 0.14 MB: Swift's library has a wrapper for each, and the program calls none.
__attribute__((used)) static void mathematical(void) { abort(); }
__asm__(
  ".irp name, "
  "acosf, acoshf, acoshl, acosl, asinf, asinhf, asinhl, asinl, atan2f, atan2l, atanf, atanhf, atanhl, "
  "atanl, cbrtf, cbrtl, cos, cosf, coshf, coshl, cosl, erfcf, erfcl, erff, erfl, exp, exp2, exp2f, "
  "exp2l, expf, expl, expm1f, expm1l, fdimf, fdiml, fmaxl, fminl, hypotf, hypotl, jn, lgamma_r, "
  "lgammaf_r, lgammal_r, log, log10, log10f, log10l, log1pf, log1pl, log2, log2f, log2l, logbf, logbl, "
  "logf, logl, nanf, nanl, nextafterf, nextafterl, powf, powl, remquo, remquof, remquol, sin, sinf, "
  "sinhf, sinhl, sinl, tanf, tanhf, tanhl, tanl, tgammaf, tgammal, yn"
  "\n.globl \\name\n.set \\name, mathematical\n.endr");

// The names of C++, 0.04 MB, which its library needs for messages about exceptions: the program has none.
char *__cxa_demangle(const char *name, char *output, size_t *size, int *status) {
  if (status != NULL) *status = -1;
  return NULL;
}

// The names of all characters are 0.55 MB. `Unicode.Scalar.Properties.name` is nil; nothing reads it. In the place of the
// library's function by `--wrap` in the Makefile: what is beside that function is needed.
intptr_t __wrap__swift_stdlib_getScalarName(uint32_t scalar, uint8_t *buffer, intptr_t capacity) { return 0; }
#endif
