//! Columns of numbers as typed arrays, whose buffers can be moved from one thread to another.

use js_sys::{Array, BigInt64Array, Float64Array, Int32Array, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// Numbers of which JavaScript has typed arrays.
pub trait Numbers: Sized {
    /// The numbers as a typed array, whose buffer is put on the list of those to be moved.
    fn give(numbers: &[Self], transfer: &Array) -> JsValue;

    /// The numbers in a typed array; `None` if the value is not a typed array of just this kind.
    fn take(value: &JsValue) -> Option<Vec<Self>>;
}

macro_rules! numbers {
    ($($number:ty => $array:ty),+) => {$(
        impl Numbers for $number {
            fn give(numbers: &[Self], transfer: &Array) -> JsValue {
                let array = <$array>::from(numbers);
                transfer.push(&array.buffer());
                array.into()
            }

            fn take(value: &JsValue) -> Option<Vec<Self>> {
                value.dyn_ref::<$array>().map(<$array>::to_vec)
            }
        }
    )+};
}
numbers!(u8 => Uint8Array, u32 => Uint32Array, i32 => Int32Array, i64 => BigInt64Array, f64 => Float64Array);
