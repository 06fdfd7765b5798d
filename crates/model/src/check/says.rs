//! What a finding says: one variant a sentence, with the facts that the sentence needs in any language.

use super::Date;

/// What is missing somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Lack {
    HowMuch,
    ByWhen,
    ForWhom,
    ProcessMeasure,
    BalancingMeasure,
    Numerator,
    Denominator,
    Definition,
    Frequency,
    Source,
    Collector,
    Goal,
    Direction,
    Prediction,
    Idea,
    Decision,
    Study,
}

/// What a finding says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// VA1: there is no aim.
    NoAim,
    /// VA1: the aim does not say all that it should.
    AimLacks(Vec<Lack>),
    /// VA2: the aim says this word, and neither how much nor by when.
    AimOnlyDirects(String),
    /// VA3: the aim tells how, in these words.
    AimTellsHow(String),
    /// VA4: the aim has so many sentences and words.
    AimLong {
        /// Sentences.
        sentences: usize,
        /// Words.
        words: usize,
    },
    /// VA4: the aim has words that not everybody knows.
    AimJargon(Vec<String>),
    /// VA5: these stand for what is not known yet, in the aim or in a measure's goal.
    Placeholders(Vec<String>),
    /// VA6: the aim's day is past.
    AimPast(Date),
    /// VD1: so many primary drivers.
    PrimaryDrivers(usize),
    /// VD2: nothing stands below this driver.
    DriverBare,
    /// VD2: there is no change idea at all.
    NoIdeas,
    /// VD3: the driver begins with these words of doing.
    DriverActs(String),
    /// VD4: so many of the primary drivers have no measure on their branch.
    DriversUnmeasured {
        /// Without a measure.
        count: usize,
        /// All.
        of: usize,
    },
    /// VD5: this driver alone has nearly all linked ideas.
    OneBranch {
        /// Its ideas.
        count: usize,
        /// All linked ideas.
        of: usize,
    },
    /// VI1: the idea is linked to nothing.
    IdeaAlone,
    /// VI2: the idea is a task, by these words.
    IdeaIsTask(String),
    /// VI3: the idea does not say what would be done.
    IdeaVague,
    /// VI4: the idea leads straight to the aim.
    IdeaSkips,
    /// VI5: so many other ideas say nearly the same.
    IdeasAlike(usize),
    /// VL1: the stored link leads back in a circle, and is not drawn.
    LinkCircles,
    /// VL2: so many percent of all possible links between ideas and drivers are there.
    LinksEverywhere(usize),
    /// VL3: so many of the links say neither why nor what speaks for them.
    LinksUnexplained {
        /// Without a reason.
        count: usize,
        /// All.
        of: usize,
    },
    /// VL4: lines cross so many times.
    LinesCross(usize),
    /// VL4: the text has so many characters.
    TextLong(usize),
    /// VM1: there is no measure at all.
    NoMeasures,
    /// VM1: no outcome measure is on the aim.
    NoOutcome,
    /// VM1: so many outcome measures are on the aim.
    ManyOutcomes(usize),
    /// VM2: kinds of measures are missing.
    KindsLack(Vec<Lack>),
    /// VM3: so many measures.
    Measures(usize),
    /// VM4: the name has this word of direction.
    NameDirects(String),
    /// VM5: a percentage or rate without these.
    RatioLacks(Vec<Lack>),
    /// VM6: the plan says none of these.
    PlanLacks(Vec<Lack>),
    /// VM7: the plan says that it is collected so rarely.
    TooRareSaid(String),
    /// VM7: between observations lie so many days, by their median.
    TooRareSeen(i64),
    /// VM8: goal or direction is missing.
    GoalLacks(Vec<Lack>),
    /// VM8: the goal is worse than the baseline, by the measure's own direction.
    GoalBehind {
        /// The goal.
        goal: f64,
        /// The baseline.
        baseline: f64,
    },
    /// VP1: the cycle has no prediction, or tests no idea of the diagram.
    CycleLacks(Vec<Lack>),
    /// VP2: the cycle is over, and these are not written.
    CycleOpen(Vec<Lack>),
    /// VP3: the first test of an idea has this scale.
    FirstTestBig(String),
    /// VP3: a test is more than five times as big as the one before.
    TestGrows {
        /// The scale before.
        from: String,
        /// The scale now.
        to: String,
    },
    /// VP4: the idea is adopted after so many tests.
    AdoptedSoon(usize),
    /// VT1: so many tests are over, and the diagram does not show it.
    Unchanged(usize),
    /// VT2: nobody who uses the service is in the team, and nothing came from outside it.
    NoPartner,
    /// VT2: there are patient partners, and no idea or comment is theirs.
    PartnerSilent,
    /// VT2: one person looks after nearly everything.
    OneOwner {
        /// Their name.
        owner: String,
        /// What they look after.
        count: usize,
        /// Everything that somebody looks after.
        of: usize,
    },
    /// VT3: the card is a task of running the project, by these words.
    ProjectTask(String),
    /// Any rule that gathers: it holds so many times.
    Many(usize),
}
