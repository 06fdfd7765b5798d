//! How many pixels a picture has, and how many a browser can paint.

use js_sys::Reflect;
use leptos::prelude::window;

use crate::state::session::Pictured;

/// How large a picture of pixels is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PixelSize {
    /// As large as on the screen at 100 %.
    Once,
    /// Twice that, for print and for sharp screens.
    Twice,
    /// As wide as a slide: 1,600 pixels.
    Slide,
    /// As wide as a slide on a projector: 1,920 pixels.
    WideSlide,
}

impl PixelSize {
    /// All of them, as they are offered.
    pub const ALL: [PixelSize; 4] =
        [PixelSize::Once, PixelSize::Twice, PixelSize::Slide, PixelSize::WideSlide];

    /// What most people want of it.
    pub fn of(what: Pictured) -> Self {
        if what == Pictured::Slides { PixelSize::WideSlide } else { PixelSize::Twice }
    }

    /// Its name in the page.
    pub const fn name(self) -> &'static str {
        match self {
            PixelSize::Once => "1",
            PixelSize::Twice => "2",
            PixelSize::Slide => "1600",
            PixelSize::WideSlide => "1920",
        }
    }

    fn scale(self, width: f64) -> f64 {
        match self {
            PixelSize::Once => 1.0,
            PixelSize::Twice => 2.0,
            PixelSize::Slide => 1600.0 / width,
            PixelSize::WideSlide => 1920.0 / width,
        }
    }
}

/// The sides of a picture in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
}

/// A picture's pixels: those that were asked for, or the most that fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitted {
    /// What was asked for.
    pub wanted: Pixels,
    /// What it will have.
    pub pixels: Pixels,
    /// How large it is then, as a share of its size on the screen at 100 %.
    pub scale: f64,
}

/// At half the size of the screen, letters are 8 pixels high; below that nobody reads them.
const READABLE: f64 = 0.5;

impl Fitted {
    /// Whether it is smaller than asked for.
    pub fn is_less(&self) -> bool {
        self.pixels != self.wanted
    }

    /// Whether its letters can be read.
    pub fn is_readable(&self) -> bool {
        self.scale >= READABLE
    }
}

/// The most that a browser paints; more comes out empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The longest side, in pixels.
    pub side: f64,
    /// The most pixels altogether.
    pub area: f64,
}

impl Limits {
    /// Chrome, Edge and Firefox.
    pub const MOST: Limits = Limits { side: 16_384.0, area: 268_435_456.0 };
    /// Safari, which on a phone has room for 16 times 1,024 × 1,024.
    pub const SAFARI: Limits = Limits { side: 16_384.0, area: 16_777_216.0 };

    /// Those of this browser.
    pub fn here() -> Self {
        if is_safari() { Limits::SAFARI } else { Limits::MOST }
    }
}

/// Whether this is Safari, or any browser on an iPhone or iPad, which are Safari inside.
pub fn is_safari() -> bool {
    let vendor = Reflect::get(&window().navigator(), &"vendor".into()).ok();
    vendor.and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// The pixels of a picture of those sides, as many as were asked for or else as fit.
pub fn fit((width, height): (f64, f64), size: PixelSize, limits: Limits) -> Fitted {
    let wanted_scale = size.scale(width);
    let at = |side: f64, scale: f64| (side * scale).round().max(1.0) as u32;
    let wanted = Pixels { width: at(width, wanted_scale), height: at(height, wanted_scale) };
    let (wide, high) = (f64::from(wanted.width), f64::from(wanted.height));
    if wide.max(high) <= limits.side && wide * high <= limits.area {
        return Fitted { wanted, pixels: wanted, scale: wanted_scale };
    }
    let scale = (limits.side / width.max(height)).min((limits.area / (width * height)).sqrt());
    let below = |side: f64| (side * scale).floor().max(1.0) as u32;
    Fitted { wanted, pixels: Pixels { width: below(width), height: below(height) }, scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sides: (f64, f64), size: PixelSize, limits: Limits, expected: (u32, u32)) {
        let fitted = fit(sides, size, limits);
        let Pixels { width, height } = fitted.pixels;
        assert_eq!((width, height), expected, "{sides:?} {size:?} {limits:?}");
        let (width, height) = (f64::from(width), f64::from(height));
        assert!(width.max(height) <= limits.side && width * height <= limits.area, "{sides:?}");
        assert_eq!(fitted.is_less(), fitted.wanted != fitted.pixels);
    }

    #[test]
    fn w10_a_picture_has_the_pixels_that_were_asked_for_or_as_many_as_fit() {
        use PixelSize::{Once, Slide, Twice, WideSlide};
        for (sides, size, expected) in [
            ((1404.0, 830.5), Once, (1404, 831)),
            ((1404.0, 830.5), Twice, (2808, 1661)),
            ((1404.0, 830.5), Slide, (1600, 946)),
            ((1600.0, 900.0), WideSlide, (1920, 1080)),
            ((700.3, 400.0), Slide, (1600, 914)),
            ((1700.0, 10_000.0), Twice, (2785, 16_384)),
            ((1700.0, 200_000.0), Once, (139, 16_384)),
            ((20_000.0, 20_000.0), Once, (16_384, 16_384)),
        ] {
            check(sides, size, Limits::MOST, expected);
        }
        for (sides, expected) in [((1600.0, 900.0), (3200, 1800)), ((3000.0, 2000.0), (5016, 3344))] {
            check(sides, Twice, Limits::SAFARI, expected);
        }
    }

    #[test]
    fn w10_letters_that_nobody_reads_are_told_from_those_that_are_only_smaller() {
        for (height, less, readable) in
            [(1_000.0, false, true), (10_000.0, true, true), (30_000.0, true, true), (40_000.0, true, false)]
        {
            let fitted = fit((1700.0, height), PixelSize::Twice, Limits::MOST);
            assert_eq!((fitted.is_less(), fitted.is_readable()), (less, readable), "{height}");
        }
    }
}
