//! Bytes that the browser holds, and handing them to the user as a download.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BlobPropertyBag, HtmlAnchorElement, Url};

use crate::platform::{page::document, pause};

use super::pieces::Pieces;

/// As many bytes wait in the page before they are handed over to the browser, which may put them on the disk: 4 MiB.
const HAND_OVER: usize = 4 << 20;
/// How long a download may take to begin before its address is withdrawn, in milliseconds.
const REVOKE_AFTER: u32 = 60_000;

/// Finished bytes of some type, out of reach of this program's memory.
#[derive(Debug, Clone)]
pub struct Blob {
    blob: web_sys::Blob,
}

impl Blob {
    /// How many bytes.
    pub fn size(&self) -> u64 {
        self.blob.size() as u64
    }

    /// The bytes packed by gzip; `None` if the browser cannot pack.
    pub fn packed(&self) -> Option<Pieces> {
        Pieces::through(&self.blob.stream(), "CompressionStream")
    }

    /// Hands the bytes to the user as a download of this name. `false` if the browser has no memory left; whether the user takes
    /// the download and where it lands is never told.
    pub fn save(&self, name: &str) -> bool {
        let Ok(url) = Url::create_object_url_with_blob(&self.blob) else { return false };
        let anchor =
            document().create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        if let Some(anchor) = &anchor {
            anchor.set_href(&url);
            anchor.set_download(name);
            anchor.click();
        }
        wasm_bindgen_futures::spawn_local(async move {
            pause::sleep(REVOKE_AFTER).await;
            // An address that is gone already needs no withdrawing.
            let _ = Url::revoke_object_url(&url);
        });
        anchor.is_some()
    }
}

impl From<web_sys::Blob> for Blob {
    fn from(blob: web_sys::Blob) -> Self {
        Self { blob }
    }
}

impl AsRef<web_sys::Blob> for Blob {
    fn as_ref(&self) -> &web_sys::Blob {
        &self.blob
    }
}

/// Makes a [`Blob`] of chunks that are appended one by one, so that a large file is never in memory as a whole.
#[derive(Debug)]
pub struct Builder {
    mime: String,
    done: Array,
    waiting: Vec<u8>,
    size: u64,
}

impl Builder {
    /// An empty file of a media type: `application/json`.
    pub fn new(mime: &str) -> Self {
        Self { mime: mime.to_owned(), done: Array::new(), waiting: Vec::new(), size: 0 }
    }

    /// Appends bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= HAND_OVER {
            self.hand_over();
        }
    }

    /// How many bytes were appended.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The whole; `None` if the browser has no memory left.
    pub fn finish(mut self) -> Option<Blob> {
        self.hand_over();
        let options = BlobPropertyBag::new();
        options.set_type(&self.mime);
        let blob = web_sys::Blob::new_with_blob_sequence_and_options(&self.done, &options).ok()?;
        // A part that the browser could not take would be missing without a word.
        (blob.size() as u64 == self.size).then_some(Blob { blob })
    }

    fn hand_over(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let bytes = Uint8Array::from(self.waiting.as_slice());
        if let Ok(part) = web_sys::Blob::new_with_buffer_source_sequence(&Array::of1(&JsValue::from(bytes))) {
            self.done.push(&part);
        }
        self.waiting.clear();
    }
}

/// Hands the parts, one after the other, to the user as a download. `false` as in [`Blob::save`].
pub fn save(name: &str, mime: &str, parts: &[Vec<u8>]) -> bool {
    let mut builder = Builder::new(mime);
    parts.iter().for_each(|part| builder.push(part));
    builder.finish().is_some_and(|blob| blob.save(name))
}
