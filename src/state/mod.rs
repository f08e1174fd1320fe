//! Signals over the book, and commands that turn an intention into a change.
