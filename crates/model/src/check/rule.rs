//! The rules and their headings: one table.

/// The six headings under which Issen and others score driver diagrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Whether the aim says what is to be reached.
    Aim,
    /// Whether the diagram can be followed as a whole.
    Overview,
    /// Whether each card says one clear thing of its kind.
    Clarity,
    /// Whether causes lead to effects.
    Causes,
    /// What the diagram rests on, and what tests and people said of it.
    Evidence,
    /// Whether it can be measured.
    Measurement,
}

impl Heading {
    /// All of them, in their order.
    pub const ALL: [Heading; 6] = [
        Heading::Aim,
        Heading::Overview,
        Heading::Clarity,
        Heading::Causes,
        Heading::Evidence,
        Heading::Measurement,
    ];

    /// Its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Heading::Aim => "overall aim",
            Heading::Overview => "logical overview",
            Heading::Clarity => "clarity of components",
            Heading::Causes => "cause–effect relationships",
            Heading::Evidence => "evidence",
            Heading::Measurement => "measurement",
        }
    }
}

/// Whether many findings of a rule are gathered into one about the project.
#[derive(PartialEq)]
enum Many {
    Gathered,
    Apart,
}

macro_rules! rules {
    ($($rule:ident $heading:ident $many:ident $source:literal),+ $(,)?) => {
        /// What is looked at: V, then A for the aim, D drivers, I change ideas, L links, M measures, P PDSA cycles, T the
        /// team and its theory.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "docs/rules.md says each")]
        pub enum Rule { $($rule),+ }

        impl Rule {
            /// All of them.
            pub const ALL: &[Rule] = &[$(Rule::$rule),+];

            /// Its id, as in docs/rules.md: `VA1`.
            pub fn id(self) -> &'static str {
                self.row().0
            }

            /// Its heading.
            pub fn heading(self) -> Heading {
                self.row().1
            }

            /// Whether many findings of it are told as one.
            pub fn gathers(self) -> bool {
                self.row().2 == Many::Gathered
            }

            /// The guides it comes from, by their own names.
            pub fn source(self) -> &'static str {
                self.row().3
            }

            fn row(self) -> (&'static str, Heading, Many, &'static str) {
                match self {
                    $(Rule::$rule => {
                        const ID: [u8; 3] = upper(stringify!($rule));
                        (std::str::from_utf8(&ID).unwrap_or_default(), Heading::$heading, Many::$many, $source)
                    })+
                }
            }
        }
    };
}

/// `Va1` as `VA1`.
const fn upper(name: &str) -> [u8; 3] {
    let name = name.as_bytes();
    [name[0], name[1].to_ascii_uppercase(), name[2]]
}

rules! {
    Va1 Aim Apart "Institute for Healthcare Improvement (IHI); i3 Courses",
    Va2 Aim Apart "NHS Lothian Quality Improvement",
    Va3 Aim Apart "i3 Courses",
    Va4 Aim Apart "NHS Lothian Quality Improvement",
    Va5 Aim Apart "i3 Courses",
    Va6 Aim Apart "",
    Vd1 Overview Apart "Institute for Healthcare Improvement (IHI); South Eastern Sydney Local Health District (SESLHD)",
    Vd2 Overview Gathered "NHS Lothian Quality Improvement",
    Vd5 Overview Apart "",
    Vi1 Overview Gathered "NHS Lothian Quality Improvement; Institute for Healthcare Improvement (IHI)",
    Vl4 Overview Apart "Issen and others 2018 (logical overview, clarity)",
    Vd3 Clarity Gathered "Newcastle Flourish: drivers are issues, ideas are tested",
    Vi2 Clarity Gathered "NHS Lothian Quality Improvement; Newcastle Flourish",
    Vi3 Clarity Gathered "NHS Lothian Quality Improvement",
    Vi5 Clarity Gathered "Guides to improvement workshops",
    Vt3 Clarity Gathered "Newcastle Flourish",
    Vi4 Causes Gathered "Convention of driver diagrams (IHI; NHS Lothian)",
    Vl1 Causes Gathered "Theorymaker: causal maps are normally acyclic",
    Vl2 Causes Apart "ImpactMojo, review of theories of change",
    Vl3 Evidence Apart "Issen and others 2018; Davies 2018 (CEDIL); action–effect method",
    Vp1 Evidence Gathered "Institute for Healthcare Improvement (IHI); Taylor and others 2014",
    Vp2 Evidence Gathered "Institute for Healthcare Improvement (IHI); Leis and Shojania 2017",
    Vp3 Evidence Gathered "Institute for Healthcare Improvement (IHI): 1-1-1, and no more than five times as much",
    Vp4 Evidence Gathered "Institute for Healthcare Improvement (IHI)",
    Vt1 Evidence Apart "Hertfordshire Partnership (HPFT); Bennett and Provost 2015",
    Vt2 Evidence Apart "East London (ELFT), Big I; NHS Providers",
    Vd4 Measurement Apart "Institute for Healthcare Improvement (IHI); NHS Institute for Innovation and Improvement",
    Vm1 Measurement Apart "Institute for Healthcare Improvement (IHI); Life QI; NHS Lothian Quality Improvement",
    Vm2 Measurement Apart "Life QI; Institute for Healthcare Improvement (IHI)",
    Vm3 Measurement Apart "NHS Education for Scotland (NES)",
    Vm4 Measurement Gathered "NHS Lothian Quality Improvement",
    Vm5 Measurement Gathered "Scottish Improvement Skills",
    Vm6 Measurement Gathered "NHS Education for Scotland (NES); Clinical Excellence Commission (CEC); i3 Courses",
    Vm7 Measurement Gathered "Taylor and others 2014; Healthcare Improvement Scotland",
    Vm8 Measurement Gathered "",
}
