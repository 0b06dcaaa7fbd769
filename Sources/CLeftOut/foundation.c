// What swift-argument-parser uses of Foundation, which is 5 of 24 MB of a static program: the protocol LocalizedError, whose
// text it prefers for errors that have one, and a JSON encoder for --experimental-dump-help. Release builds have these
// symbols instead, so that nothing of Foundation is linked. No error of ours is a LocalizedError.
//
// If a new version of swift-argument-parser uses more, Foundation is linked again, and the size in `make bench` shows it.
#ifdef RELEASE
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define SYMBOL(name) __asm__(name) __attribute__((visibility("hidden")))

// A protocol descriptor: its kind and flags (ABI/MetadataValues.h of the Swift runtime: a protocol, unique, not limited to
// classes), and neither a parent, a name nor requirements. Casts compare its address.
extern const uint32_t localizedError[6] SYMBOL("$s20FoundationEssentials14LocalizedErrorMp");
const uint32_t localizedError[6] = {0x00010043};

#define WITHOUT(function, name) \
  void function(void) SYMBOL(name); \
  void function(void) { end(); }

static void end(void) {
  const char *message = "error: a release build does not have --experimental-dump-help\n";
  (void)!write(STDERR_FILENO, message, strlen(message));
  _exit(2);
}

WITHOUT(jsonEncoderType, "$s20FoundationEssentials11JSONEncoderCMa")
WITHOUT(jsonEncoder, "$s20FoundationEssentials11JSONEncoderCACycfc")
WITHOUT(sortedKeys, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV10sortedKeysAEvau")
WITHOUT(prettyPrinted, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV13prettyPrintedAEvau")
WITHOUT(stringFromData, "$sSS20FoundationEssentialsE4data8encodingSSSgAA4DataVh_SSAAE8EncodingVtcfC")
WITHOUT(utf8, "$sSS20FoundationEssentialsE8EncodingV4utf8ACvau")
#endif
