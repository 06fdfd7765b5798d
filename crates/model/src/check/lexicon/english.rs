//! English words and phrases.

use super::Lexicon;

pub(super) const LEXICON: Lexicon = Lexicon {
    mutations: |_| Vec::new(),
    classes: &[
        ("the", "the a an our all new every each some your their more regular weekly monthly daily"),
        (
            "who",
            "staff nurse nurses doctor doctors clinician clinicians team teams everyone people patients carers managers \
             consultants midwives therapists porters juniors trainees gps champions volunteers colleagues students",
        ),
        (
            "gathering",
            "meeting meetings workshop workshops webinar webinars conference training seminar seminars",
        ),
        ("group", "team group committee board party forum"),
        ("paper", "policy policies guideline guidelines sop sops strategy procedure"),
        (
            "abstract",
            "culture communication communications awareness engagement teamwork morale quality safety experience \
             attitude attitudes behaviour behaviours motivation collaboration leadership knowledge confidence compliance \
             relationships efficiency understanding involvement empowerment education training wellbeing independence \
             profile support resources staffing",
        ),
    ],
    months: [
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ],
    doubtful_months: "march may mar jan jun dec sep",
    seasons: &[
        ("easter", 4),
        ("spring", 5),
        ("summer", 8),
        ("autumn", 11),
        ("fall", 11),
        ("christmas", 12),
        ("winter", 2),
    ],
    before_dates: "by before until end of early late mid this next in from",
    periods: &[
        "within # months|years|weeks|month|year|quarters",
        "within a|the|one|next * month|months|year|years|quarter|weeks",
        "in # months|years|weeks",
        "in|over|during|for the|our next|coming|following * months|weeks|years|year|month|quarter",
        "over # months|years",
        "by|before|until the|this|our|next end|close|start|beginning of",
        "end of|this|next|the * year|quarter|month|term",
        "by|before|until year end",
        "this|next|coming year|month|quarter|winter|summer|spring|autumn|term",
        "by|before|until next|this",
        "# months|years|weeks from now|today",
        "q1|q2|q3|q4",
        "by|before|until quarter #",
    ],
    labels: &[
        "ward|wards|bay|unit|level|band|type|stage|grade|floor|site|theatre|clinic|room|category|tier|phase|step|covid|year|version|block|zone #",
        "aged|age|ages # and|or over|above|older|under|below|younger|more",
        "aged|age|ages # to|and #",
        "aged|age|ages|aged over|under #",
        "aged|age|ages #",
        "people|adults|patients|women|men|residents|children|those over|under|above|below #",
        "over|under # years",
        "# years old",
        "per #",
        "# ward|unit|site|hospital|practice|team|wards|units|sites|hospitals|practices|teams|clinics|departments|organisations|trusts|boards|homes|services|bays|regions|surgeries|schools",
        "# days|day|hours a|per week|day|year",
    ],
    within: &["within|under # days|day|hours|hour|minutes|weeks", "within a|an|one day|hour|week"],
    amounts: "half halve halved halving double doubled doubling twice third zero none never nil eliminate eliminating \
              eliminated triple treble no",
    everyone: "all every everyone everybody each nobody",
    whom: "patient patients people person persons adult adults child children baby babies infant infants newborns woman women \
           man men mother mothers father fathers family families parent parents carer carers resident residents client clients \
           user users citizen citizens public student students pupil pupils staff nurse nurses doctor doctors clinicians \
           midwives employees colleagues team teams veterans prisoners smokers inpatients outpatients inpatient outpatient \
           admissions referrals births deliveries attendances households population members volunteers workers workforce \
           ward wards unit units hospital hospitals clinic clinics department departments practice practices surgery surgeries \
           trust trusts home homes community communities borough county region city town village england wales scotland \
           ireland nhs service services centre centres theatre theatres school schools pharmacy pharmacies site sites board \
           boards system economy network collaboratives ed icu itu hdu prison locality district neighbourhood organisation \
           organisations",
    directions: "improve improves improving improvement increase increases increased increasing reduce reduces reduced reducing \
                 reduction decrease decreasing better raise enhance lower lessen minimise minimize maximise maximize optimise \
                 optimize more fewer less boost strengthen cut",
    how: &[
        "by ~ing",
        "by also|better|regularly|jointly|actively|first ~ing",
        "through ~ing",
        "via ~ing",
        "by|through the|a|an|our|better|new|improved * introduction|implementation|use|development|rollout|adoption|creation|provision|delivery of",
        "by|through use|introduction|implementation|development|adoption|provision of",
        "through better|improved|more|regular|staff * training|education|communication|teaching|huddles|rounds|meetings",
        "by means|way of",
        "with the help of",
        "using the|a|an|our|new * tool|tools|form|checklist|checklists|bundle|bundles|pathway|protocol|protocols|huddle|huddles|app|template|system|model|approach|programme|questionnaire|guideline|guidelines|method|technology|software|framework|score",
    ],
    jargon: "utilise utilize leverage synergy synergies operationalise operationalize paradigm workstream workstreams \
             deliverables kpi kpis stakeholder stakeholders upskill",
    placeholders: &[
        "tbc|tbd|tba",
        "to be confirmed|decided|agreed|determined|announced",
        "x percent|patients|people",
        "x per cent",
    ],
    doing: &[
        "introduce|implement|develop|create|establish|recruit|organise|organize|install|hire|purchase|buy|procure|educate|teach|appoint|arrange|provide|produce|redesign|distribute|deploy|conduct|employ|invite",
        "set up",
        "roll out",
        "put up|in",
        "hand out",
        "carry out",
        "train {who}|{the}",
        "hold|run|launch|design|pilot|test|trial|add|adopt|embed|update|schedule|use|build|write|print|start|begin {the}|a|an|{who}",
        "send|give|ask|tell|remind {who}|{the}",
        "start|begin ~ing",
    ],
    tasks: &[
        "train|teach|educate|instruct|upskill|remind|tell|email {who}|{the}",
        "training|education|teaching for|of {who}|{the}",
        "training {who}",
        "training session|sessions|day|days|course|courses|package",
        "{who} training|education",
        "hold|organise|organize|arrange|book|schedule|attend|convene|host * {gathering}",
        "set up * {gathering}",
        "meet with {who}|{the}",
        "write to",
        "write|develop|produce|draft|create|update|review * {paper}",
        "buy|purchase|procure",
        "order {the}|#",
        "recruit|hire|appoint|employ {who}|{the}|#|additional|extra",
        "circulate|distribute {the}",
    ],
    project_tasks: &[
        "form|establish|create|assemble|identify|recruit|convene * project|steering|working|improvement|task {group}",
        "set up * project|steering|working|improvement|task {group}",
        "write|draft|agree|sign|complete|develop|produce|prepare|submit * charter|bid|proposal|gantt",
        "write|draft|agree|sign|complete|develop|produce|prepare|submit * business case",
        "write|draft|agree|sign|complete|develop|produce|prepare|submit * project plan|timeline|brief",
        "apply|bid for * funding|ethics|ethical|approval|money|grant|grants",
        "secure|obtain|get|seek|find * funding|approval|permission|ethics",
        "collect|gather|analyse|analyze|audit baseline|data",
        "collect|gather|analyse|analyze|audit the|our baseline|data",
        "agree|choose|define|decide * measures|metrics|aim|scope",
        "present|report|feed * board|executive|executives|committee|steering",
        "kick off",
        "project meeting|meetings|plan|team|charter|manager|board|update|updates|timeline|kick|launch|report|reports",
        "write up * project|results|report|findings|poster",
        "evaluate|plan|close|launch the project",
        "book|find a room|venue",
        "draw|make|complete * driver diagram",
    ],
    vague: &[
        "improve|increase|enhance|better|strengthen|promote|support|raise|encourage|optimise|optimize|boost|foster|change|develop|good|greater|more|effective|improved|enhanced|increased|stronger|build * {abstract}",
        "more staff|resources|time|money|beds|training|support",
        "culture change",
    ],
    empty: "culture communication communications awareness engagement teamwork morale quality safety experience attitudes \
            behaviour motivation collaboration leadership knowledge confidence compliance relationships efficiency \
            understanding involvement empowerment education training wellbeing independence better improved good more staff \
            patient",
    means: "by with using through via at when every after before within daily weekly monthly during per if until while where",
    directed: (
        &[
            "increase|increased|increasing|reduce|reduced|reducing|reduction|decrease|decreased|decreasing|improve|improved|improving|improvement|fewer|better|raise|raising|minimise|maximise|lowering",
            "lower|higher|more|less number|rate|percent|percentage|proportion|time|of",
        ],
        &[
            "increase|reduction|decrease|improvement|rise in",
            "to reduce|increase|improve|decrease|raise",
            "increase|reduce|decrease|improve the|number|percentage|rate|our",
        ],
    ),
    ratios: &["percent|percentage|proportion|rate|rates|ratio", "per cent", "per #", "share of"],
    rare: &[
        "quarterly|yearly|annually|annual|biannual|biannually|termly|biennial",
        "half|six|three|two|6|3|2 monthly|yearly",
        "every # months|years",
        "every other|second|third month|quarter",
        "every quarter|year|term",
        "every six|eight|ten|twelve|6|8|10|12 weeks",
        "once|twice a|per|each|every year|quarter|term",
        "two|three|four|six|2|3|4|6 times a|per year",
    ],
    reviews: "review reviewed reviewing extended renewed",
    partners: &[
        "patient|patients|public|lay|family|consumer partner|partners|representative|representatives|rep|leader|advocate|member|voice|adviser|advisor|contributor",
        "carer|carers|parent|parents|consumer|citizen",
        "service user|users",
        "lived experience",
        "expert|experts by experience",
        "person|people who|with * use|used|uses|experience",
    ],
    stops: "a an the of to for in on at and or by with our is are be from as that this it its into their",
};
