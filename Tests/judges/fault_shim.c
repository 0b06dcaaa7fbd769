/* Preloaded into the program: makes one of the system calls that change files fail, or kills the program there.
 *
 * FAULT_AT      the number of the call, from 1; 0 only counts
 * FAULT_ERRNO   the error of the call; without it, the program is killed before the call
 * FAULT_SCRIPT  a command that runs before the call, which then succeeds
 * FAULT_COUNT   a file that gets one byte for each call
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

/* Whether this call fails. */
static int fails(void) {
  static int (*real_open)(const char *, int, ...);
  static ssize_t (*real_write)(int, const void *, size_t);
  if (!real_open) real_open = dlsym(RTLD_NEXT, "open");
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  const char *at = getenv("FAULT_AT"), *number = getenv("FAULT_ERRNO"), *count = getenv("FAULT_COUNT");
  const char *script = getenv("FAULT_SCRIPT");
  if (!at) return 0;
  if (count) {
    int file = real_open(count, O_WRONLY | O_CREAT | O_APPEND, 0600);
    real_write(file, ".", 1);
    close(file);
  }
  if (++calls != atoi(at)) return 0;
  if (script) {
    unsetenv("LD_PRELOAD");
    unsetenv("FAULT_AT");
    return system(script) != 0;
  }
  if (!number) raise(SIGKILL);
  errno = atoi(number);
  return 1;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

static int opened(const char *name, const char *path, int flags, va_list rest) {
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  return flags & O_CREAT && fails() ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int file = opened("open", path, flags, rest);
  va_end(rest);
  return file;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int file = opened("open64", path, flags, rest);
  va_end(rest);
  return file;
}

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, write, int, const void *, size_t);
  return file > 2 && fails() ? -1 : real(file, bytes, count);
}

int fsync(int file) {
  REAL(int, fsync, int);
  return fails() ? -1 : real(file);
}

int fchmod(int file, mode_t mode) {
  REAL(int, fchmod, int, mode_t);
  return fails() ? -1 : real(file, mode);
}

int flock(int file, int operation) {
  REAL(int, flock, int, int);
  return fails() ? -1 : real(file, operation);
}

int link(const char *old, const char *new) {
  REAL(int, link, const char *, const char *);
  return fails() ? -1 : real(old, new);
}

int rename(const char *old, const char *new) {
  REAL(int, rename, const char *, const char *);
  return fails() ? -1 : real(old, new);
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  return fails() ? -1 : real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  return fails() ? -1 : real(path, mode);
}
