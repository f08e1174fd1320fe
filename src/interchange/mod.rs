//! Bytes to records and back. Pure.
