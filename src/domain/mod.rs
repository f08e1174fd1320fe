//! Nouns and their rules. Pure: nothing here knows of a browser, a clock or a file.
