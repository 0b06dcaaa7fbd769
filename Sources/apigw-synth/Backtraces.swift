/// Takes the place of the Swift runtime's search for its program that prints backtraces (`--wrap` in the Makefile). The
/// search needs /proc, and aborts without it; the static program has no such program beside it.
@_cdecl("__wrap_swift_copyAuxiliaryExecutablePath")
func noAuxiliaryExecutable(_ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? { nil }
