import YAMLTree

/// A mistake in a value: a sentence about it, and how to correct it.
typealias Flaw = (message: String, help: String?)

/// A mistake in a part of a value, with the place of the part.
typealias PlacedFlaw = (mark: Mark, message: String, help: String?)
