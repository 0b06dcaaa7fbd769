// What a release build has instead of parts of Swift's runtime and standard library (`--wrap` in the Makefile).

/// The search for the runtime's program that prints backtraces needs /proc, and aborts without it; the static program has no
/// such program beside it.
@_cdecl("__wrap_swift_copyAuxiliaryExecutablePath")
func noAuxiliaryExecutable(_ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? { nil }

/// The names of all characters are 0.55 MB. `Unicode.Scalar.Properties.name` is nil; nothing reads it.
@_cdecl("__wrap__swift_stdlib_getScalarName")
func noName(of scalar: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: Int) -> Int { 0 }
