//! IndexedDB: schema, journal, pages, meta. Bytes in, bytes out.
