//! The one table of colours, light and dark; the names are those of `style/tokens.css`.

use model::{Level, Status};

/// Light or dark, or as the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// The page's own, each colour by its token: for SVG that stands within a page of ours.
    Page,
}

/// Makes the enum, the names and the values from one table.
macro_rules! colours {
    ($($colour:ident $name:literal $light:literal $dark:literal)+) => {
        /// A colour by its purpose.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the names are those of the tokens")]
        pub enum Colour { $($colour),+ }

        impl Colour {
            /// All of them, in the order of the table.
            pub const ALL: &[Colour] = &[$(Colour::$colour),+];

            /// The name of its token, without the two dashes.
            pub const fn name(self) -> &'static str {
                match self { $(Colour::$colour => $name),+ }
            }

            /// Its value in a theme, as `#rrggbb`; for the page's own, as CSS.
            pub const fn value(self, theme: Theme) -> &'static str {
                match (self, theme) {
                    $((Colour::$colour, Theme::Light) => $light, (Colour::$colour, Theme::Dark) => $dark,
                        (Colour::$colour, Theme::Page) => concat!("var(--", $name, ")")),+
                }
            }
        }
    };
}

colours! {
    Page "page" "#f6f5f1" "#0f151b"
    Surface "surface" "#ffffff" "#19222c"
    Ink "ink" "#14202b" "#eef2f6"
    Ink2 "ink-2" "#475461" "#b3beca"
    Hairline "hairline" "#dedcd4" "#2c3844"
    Border "border" "#758391" "#708091"
    LinkLine "link-line" "#5b6875" "#8595a5"
    Aim "aim" "#00263f" "#e8eff5"
    OnAim "on-aim" "#ffffff" "#0f151b"
    Primary "primary" "#003f77" "#b0d2f7"
    PrimaryTint "primary-tint" "#e9f0fa" "#1c2b40"
    Secondary "secondary" "#00645f" "#3fc3b9"
    SecondaryTint "secondary-tint" "#e6f4f2" "#16302f"
    Tertiary "tertiary" "#996713" "#be8c37"
    TertiaryTint "tertiary-tint" "#fbf2df" "#302813"
    Idea "idea" "#cc68a1" "#b95b90"
    IdeaTint "idea-tint" "#fbedf5" "#33212c"
    Hue1 "hue-1" "#ac3c4a" "#f0929c"
    Hue2 "hue-2" "#975119" "#dda15e"
    Hue3 "hue-3" "#27712a" "#7cc47f"
    Hue4 "hue-4" "#00767e" "#4dc2c9"
    Hue5 "hue-5" "#006cb4" "#74b6f0"
    Hue6 "hue-6" "#7652a3" "#be9fe8"
    Suggested "suggested" "#ffffff" "#19222c"
    OnSuggested "on-suggested" "#475461" "#c3cdd7"
    Planned "planned" "#dcebfa" "#17324f"
    OnPlanned "on-planned" "#0b3f73" "#bbd9f7"
    Testing "testing" "#006fb4" "#8ab8ff"
    OnTesting "on-testing" "#ffffff" "#0b1b30"
    Adopted "adopted" "#065a34" "#6fd29a"
    OnAdopted "on-adopted" "#ffffff" "#06210f"
    Parked "parked" "#e7e2da" "#3a342a"
    OnParked "on-parked" "#4c4233" "#e3d9c8"
    Stopped "stopped" "#343a3f" "#9aa3ad"
    OnStopped "on-stopped" "#ffffff" "#12171c"
    Improvement "improvement" "#006fb4" "#4ea7eb"
    Concern "concern" "#cd5e14" "#fea85a"
    Common "common" "#6c767e" "#85929e"
    Neutral "neutral" "#422e8f" "#dfd1f6"
}

/// The hues of branches, in the order of the primary drivers.
const HUES: [Colour; 6] =
    [Colour::Hue1, Colour::Hue2, Colour::Hue3, Colour::Hue4, Colour::Hue5, Colour::Hue6];

/// The lines of the statuses, in their order.
const STATUSES: [Colour; 6] = [
    Colour::OnSuggested,
    Colour::OnPlanned,
    Colour::Testing,
    Colour::Adopted,
    Colour::OnParked,
    Colour::Stopped,
];

impl Colour {
    /// The hue of a branch, again from the start after six; plain for what hangs from no primary driver.
    pub fn of_branch(branch: Option<usize>) -> Colour {
        branch.map_or(Colour::LinkLine, Colour::hue)
    }

    /// One of the six hues, again from the start after six.
    pub fn hue(place: usize) -> Colour {
        HUES[place % HUES.len()]
    }

    /// The colour of a level's bands and links.
    pub fn of_level(level: Level) -> Colour {
        [Colour::Aim, Colour::Primary, Colour::Secondary, Colour::Tertiary, Colour::Idea][level as usize]
    }

    /// The colour of a status's bands and links: that part of its chip which stands out from a card.
    pub fn of_status(status: Status) -> Colour {
        STATUSES[status as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l12_colours_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../style/tokens.css");
        for colour in Colour::ALL {
            let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| colour.value(theme));
            let token = format!("--{}: var(--light, {light}) var(--dark, {dark});", colour.name());
            assert!(tokens.contains(&token), "tokens.css says otherwise: {token}");
        }
    }
}
