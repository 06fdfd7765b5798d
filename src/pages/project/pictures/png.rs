//! From SVG to PNG, by the browser itself: what one sees is what one gets.

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::super::save::blob;
use super::drawing::Held;
use super::size::{Pixels, is_safari};

/// The kind of an SVG file.
pub const SVG: &str = "image/svg+xml";
/// The kind of a PNG file.
pub const PNG: &str = "image/png";
/// Safari loads the letters of a picture only after it painted it once, in milliseconds.
const LETTERS_MS: u32 = 150;

/// The picture with exactly so many pixels. Fails where the browser has no room for it.
pub async fn png(svg: &str, pixels: Pixels) -> Result<Blob, JsValue> {
    let held = Held::new(&blob(svg, SVG)?).ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    image.set_src(held.address());
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(pixels.width);
    canvas.set_height(pixels.height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
    if is_safari() {
        context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
        TimeoutFuture::new(LETTERS_MS).await;
    }
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let bytes = bytes_of(&canvas).await;
    // Gives its memory back now, and not whenever the browser comes round to it.
    canvas.set_width(0);
    bytes
}

async fn bytes_of(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let mut asked = Ok(());
    let promise = Promise::new(&mut |resolve, reject| {
        let told = Closure::once_into_js(move |bytes: Option<Blob>| {
            // Either is called for its effect; neither gives anything back.
            match bytes {
                Some(bytes) => resolve.call1(&JsValue::NULL, &bytes),
                None => reject.call0(&JsValue::NULL),
            }
            .ok();
        });
        asked = canvas.to_blob_with_type(told.unchecked_ref(), PNG);
    });
    asked?;
    Ok(JsFuture::from(promise).await?.unchecked_into())
}
