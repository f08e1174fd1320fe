//! What travels between the page and the worker: a row of typed arrays, whose buffers are moved and not copied.
//!
//! Both sides are built from the same source, so that the order in which things are put in is the whole format.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::platform::worker::Numbers;

/// Typed arrays, put in on one side and taken out in the same order on the other.
#[derive(Debug, Default)]
pub struct Parcel {
    contents: Array,
    transfer: Array,
    taken: u32,
}

impl Parcel {
    /// What has arrived; `None` if it is no parcel.
    pub fn arrived(message: &JsValue) -> Option<Self> {
        let contents = message.dyn_ref::<Array>()?.clone();
        Some(Self { contents, transfer: Array::new(), taken: 0 })
    }

    /// What is to be posted, and the buffers to be moved with it.
    pub fn message(&self) -> (&JsValue, &Array) {
        (&self.contents, &self.transfer)
    }

    /// Puts something in.
    pub fn put(&mut self, carried: &impl Carried) {
        carried.put(self);
    }

    /// Takes the next thing out; `None` if something else lies there.
    pub fn take<T: Carried>(&mut self) -> Option<T> {
        T::take(self)
    }
}

/// What can lie in a parcel.
pub trait Carried: Sized {
    /// Puts itself in.
    fn put(&self, parcel: &mut Parcel);

    /// Takes itself out; `None` if something else lies there.
    fn take(parcel: &mut Parcel) -> Option<Self>;
}

impl<N: Numbers> Carried for Vec<N> {
    fn put(&self, parcel: &mut Parcel) {
        let array = N::give(self, &parcel.transfer);
        parcel.contents.push(&array);
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        let array = parcel.contents.get(parcel.taken);
        parcel.taken += 1;
        N::take(&array)
    }
}

impl Carried for String {
    fn put(&self, parcel: &mut Parcel) {
        let array = u8::give(self.as_bytes(), &parcel.transfer);
        parcel.contents.push(&array);
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        Self::from_utf8(parcel.take()?).ok()
    }
}

macro_rules! single {
    ($($number:ty),+) => {$(
        impl Carried for $number {
            fn put(&self, parcel: &mut Parcel) {
                vec![*self].put(parcel);
            }

            fn take(parcel: &mut Parcel) -> Option<Self> {
                <[Self; 1]>::try_from(Vec::take(parcel)?).ok().map(|[number]| number)
            }
        }
    )+};
}
single!(u8, u32, i32, i64, f64);

/// None, or one: the number of things, then the things.
impl<T: Carried> Carried for Option<T> {
    fn put(&self, parcel: &mut Parcel) {
        u8::from(self.is_some()).put(parcel);
        if let Some(thing) = self {
            thing.put(parcel);
        }
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        match parcel.take::<u8>()? {
            0 => Some(None),
            1 => T::take(parcel).map(Some),
            _ => None,
        }
    }
}

/// Structs field by field. Each field is named once, for both directions; one forgotten does not compile.
macro_rules! carried {
    ($($name:ty { $($field:ident),+ $(,)? })+) => {$(
        impl Carried for $name {
            fn put(&self, parcel: &mut Parcel) {
                let Self { $($field),+ } = self;
                $(parcel.put($field);)+
            }

            fn take(parcel: &mut Parcel) -> Option<Self> {
                Some(Self { $($field: parcel.take()?),+ })
            }
        }
    )+};
}
pub(super) use carried;
