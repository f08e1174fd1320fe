//! Packing and unpacking by gzip: the browser's own streams do it, a piece at a time, so that a file is never in memory as a whole.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

use crate::platform::{
    errors,
    global::{global, property},
};

use super::source::{ReadError, read_error};

/// Whether this browser packs and unpacks. Those before 2023 do not.
pub fn can_pack() -> bool {
    global("CompressionStream").is_some() && global("DecompressionStream").is_some()
}

/// Why the next piece did not come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PieceError {
    /// What was packed is damaged, or ends in the middle.
    #[error("the packed bytes are damaged")]
    Damaged,
    /// The file behind it could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The bytes of a stream, piece by piece.
#[derive(Debug)]
pub struct Pieces {
    reader: ReadableStreamDefaultReader,
}

impl Pieces {
    /// What comes out of `stream` when it went through the transformation of that name; `None` if the browser has none such.
    pub(super) fn through(stream: &ReadableStream, transformation: &str) -> Option<Self> {
        let class: Function = global(transformation)?.dyn_into().ok()?;
        // It has the two ends that a pair has. web_sys hides the type itself behind an unstable flag.
        let pair = Reflect::construct(&class, &Array::of1(&"gzip".into())).ok()?;
        let stream = stream.pipe_through(pair.unchecked_ref::<ReadableWritablePair>());
        ReadableStreamDefaultReader::new(&stream).ok().map(|reader| Self { reader })
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// [`PieceError`]
    pub async fn next(&self) -> Result<Option<Vec<u8>>, PieceError> {
        let result = self.reader.read().await.map_err(|thrown| match errors::name(&thrown).as_str() {
            "TypeError" => PieceError::Damaged,
            _ => read_error(&thrown).into(),
        })?;
        let piece = property(&result, "value").and_then(|value| value.dyn_into::<Uint8Array>().ok());
        Ok(piece.map(|piece| piece.to_vec()))
    }
}

impl Drop for Pieces {
    /// Nobody wants the rest: the file behind it is let go.
    fn drop(&mut self) {
        let rest: JsValue = self.reader.cancel().into();
        // A stream that failed says so once more, to nobody.
        if let Ok(promise) = rest.dyn_into::<js_sys::Promise>() {
            wasm_bindgen_futures::spawn_local(async move {
                let _ = promise.await;
            });
        }
    }
}
