//! Updates written by hand, byte for byte.
