//! What can be seen of a page and reached in it: on small screens, in large letters, in the colours of the system.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::Page;

/// Names of what is to be pressed or filled in, and is covered, cut off or beyond an edge even after it was scrolled to.
const LOST: &str = "
    const name = each => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() || each.outerHTML.slice(0, 80);
    const scope = document.querySelector('dialog[open], [role=menu]') ?? document;
    const ways = [...scope.querySelectorAll('button, a[href], input, select, textarea, [role=menuitem]')];
    const shown = ways.filter(each => each.checkVisibility({ visibilityProperty: true })
        && each.closest('.canvas, .outline, .skip, [inert]') === null && !each.matches('.skip, [type=radio].swatch__input'));
    const lost = shown.filter(each => {
        each.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const box = each.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return true;
        const there = document.elementFromPoint(x, y);
        return !(each.contains(there) || there?.closest('label')?.contains(each));
    });
    return lost.map(name);
";

/// Takes the pixels of a picture of the page to the page, since it may fetch nothing, and keeps them by a name.
const KEEP: &str = "
    const [name, base64, done] = arguments;
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    createImageBitmap(new Blob([bytes], { type: 'image/png' })).then(bitmap => {
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const pen = canvas.getContext('2d');
        pen.drawImage(bitmap, 0, 0);
        const { width, height, data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
        window.seen = { ...window.seen, [name]: { width, height, data, scale: bitmap.width / innerWidth } };
        done(true);
    });
";

/// How light the pixels of a box are, as WCAG counts it.
const LIGHT: &str = "
    const channel = value => value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const light = (picture, box) => {
        const { width, height, data, scale } = picture;
        const found = [];
        const [left, right] = [box.left, box.right].map(x => Math.min(width, Math.max(0, Math.round(x * scale))));
        const [top, bottom] = [box.top, box.bottom].map(y => Math.min(height, Math.max(0, Math.round(y * scale))));
        for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) {
            const at = 4 * (y * width + x);
            found.push(0.2126 * channel(data[at]) + 0.7152 * channel(data[at + 1]) + 0.0722 * channel(data[at + 2]));
        }
        return found;
    };
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
";

/// Texts and icons whose lightest and darkest pixels differ by less than so much.
const FAINT: &str = "
    const [least] = arguments;
    const inner = [...document.querySelectorAll('body *')].filter(each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && each.closest('.unseen, .skip, [aria-disabled=true], :disabled') === null);
    const own = each => [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== '');
    const faint = [];
    let looked = 0;
    for (const each of inner) {
        const icon = each.matches('svg.icon, svg.mark');
        if (!icon && !own(each)) continue;
        const box = each.getBoundingClientRect();
        const seen = { left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom) };
        const middle = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
        if (seen.right - seen.left < 6 || seen.bottom - seen.top < 6 || !(each.contains(middle) || middle?.contains(each))) continue;
        const values = light(window.seen.page, seen);
        const [low, high] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, 0]);
        looked += 1;
        if (contrast(low, high) < least) faint.push((each.textContent.trim() || each.outerHTML.slice(0, 120)) + ' ' + contrast(low, high).toFixed(2));
    }
    return [looked, faint];
";

/// How many pixels differ from before by 3 : 1, as a sign of focus must (WCAG 2.4.13). It may stand around more than what
/// has the focus, such as the tile of a button.
const CHANGED: &str = "
    const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const [before, after] = [light(window.seen.before, all), light(window.seen.after, all)];
    return before.filter((value, at) => contrast(value, after[at]) >= 3).length;
";

/// Everything on the page, or in the dialog that is open, can be reached.
pub async fn nothing_is_lost(page: &Page, what: &str) -> Result<()> {
    page.settled().await?;
    let lost = page.driver.execute(LOST, vec![]).await?.json().clone();
    ensure!(lost == json!([]), "{what}: cannot be reached: {lost}");
    Ok(())
}

/// The page is not wider than the screen: it is read by scrolling one way only.
pub async fn nothing_is_wider(page: &Page, what: &str) -> Result<()> {
    let wide = page.ask("[document.documentElement.scrollWidth, innerWidth]").await?;
    ensure!(wide[0].as_f64() <= wide[1].as_f64(), "{what}: {wide} pixels wide");
    Ok(())
}

/// Every text and every icon that is on the screen stands out from its ground.
pub async fn everything_is_seen(page: &Page, what: &str) -> Result<()> {
    keep(page, "page").await?;
    let found = page.driver.execute(format!("{LIGHT}{FAINT}"), vec![json!(4.5)]).await?.json().clone();
    ensure!(found[0].as_u64() > Some(5), "{what}: hardly anything was looked at: {found}");
    ensure!(found[1] == json!([]), "{what}: cannot be seen: {}", found[1]);
    Ok(())
}

/// Gives the focus to something, as Tab does, and finds a sign of it: at least so many pixels as two of its longer sides.
pub async fn focus_is_seen(page: &Page, selector: &str) -> Result<()> {
    let element = json!(selector);
    let clear = format!(
        "document.activeElement?.blur(); document.querySelector({element}).scrollIntoView({{ block: 'center' }})"
    );
    page.driver.execute(clear, vec![]).await?;
    page.settled().await?;
    keep(page, "before").await?;
    page.ask(&format!("document.querySelector({element}).focus({{ focusVisible: true }})")).await?;
    page.until(&format!("document.activeElement === document.querySelector({element})")).await?;
    page.settled().await?;
    keep(page, "after").await?;
    let changed = page.driver.execute(format!("{LIGHT}{CHANGED}"), vec![]).await?.json().clone();
    let side = page.ask(&format!("Math.max(document.querySelector({element}).offsetWidth, document.querySelector({element}).offsetHeight)")).await?;
    ensure!(
        changed.as_f64() >= side.as_f64().map(|side| side * 2.0),
        "{selector}: {changed} pixels of focus on {side}"
    );
    Ok(())
}

async fn keep(page: &Page, name: &str) -> Result<()> {
    page.until("document.getAnimations().every(each => each.playState !== 'running')").await?;
    let picture = page.driver.cdp().send_raw("Page.captureScreenshot", json!({ "format": "png" })).await?;
    page.driver.execute_async(KEEP, vec![json!(name), picture["data"].clone()]).await?;
    Ok(())
}

/// Sets what the system prefers, such as `forced-colors: active`; nothing takes it back.
pub async fn prefers(page: &Page, feature: &str, value: &str) -> Result<()> {
    let media = json!({ "features": [{ "name": feature, "value": value }] });
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    page.until(&format!("matchMedia('({feature}: {value})').matches")).await
}

/// Makes the page as large as it would be, and its letters as many times larger, whatever the window's size.
pub async fn as_large(page: &Page, (width, height): (u32, u32), times: u32) -> Result<()> {
    let size = json!({ "width": width / times, "height": height / times, "deviceScaleFactor": times, "mobile": false });
    page.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    page.until(&format!("innerWidth === {} && innerHeight === {}", width / times, height / times)).await
}

/// What a page would look like on paper; none gives the screen back.
pub async fn on(page: &Page, medium: Option<&str>) -> Result<()> {
    let media = json!({ "media": medium.unwrap_or_default() });
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    page.until(&format!("matchMedia('{}').matches", medium.unwrap_or("screen"))).await
}

/// The pages of a PDF of the page: its sides in points, each.
pub async fn printed(page: &Page) -> Result<Vec<(f64, f64)>> {
    let options = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let pdf = page.driver.cdp().send_raw("Page.printToPDF", options).await?;
    let script = "return [...atob(arguments[0]).matchAll(/\\/Type \\/Page\\b(?!s)[^]*?\\/MediaBox \\[([^\\]]*)\\]/g)].map(found => found[1].split(' ').map(Number))";
    let boxes = page.driver.execute(script, vec![pdf["data"].clone()]).await?.json().clone();
    let sides = |found: &Value| Some((found[2].as_f64()?, found[3].as_f64()?));
    Ok(boxes.as_array().into_iter().flatten().filter_map(sides).collect())
}
