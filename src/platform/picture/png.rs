//! A picture in dots: the browser draws the SVG on a canvas.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::svg::Picture;
use crate::platform::{
    files::{Blob, Builder},
    page::document,
};

/// Draws with so many dots to a pixel of the page. `None` if the browser cannot, for lack of memory or of a canvas.
pub async fn png(picture: &Picture, dots: f64) -> Option<Blob> {
    let mut builder = Builder::new("image/svg+xml");
    builder.push(picture.svg.as_bytes());
    let url = Url::create_object_url_with_blob(builder.finish()?.as_ref()).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&url);
    let decoded = JsFuture::from(image.decode()).await;
    let canvas = decoded.is_ok().then(|| drawn(picture, &image, dots)).flatten();
    // An address that is gone already needs no withdrawing.
    let _ = Url::revoke_object_url(&url);
    encoded(&canvas?).await
}

fn drawn(picture: &Picture, image: &HtmlImageElement, dots: f64) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (picture.width * dots, picture.height * dots);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    Some(canvas)
}

async fn encoded(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let told = Closure::once_into_js(move |blob: JsValue| {
            // Whoever waits may be gone; nobody is told then.
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(told.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into::<web_sys::Blob>().ok().map(Blob::from)
}
