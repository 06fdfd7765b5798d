//! Welsh words and phrases. Words are listed unmutated: their changed beginnings are made from them.

use super::Lexicon;

/// The soft, nasal and aspirate mutations: what a beginning becomes after many small words.
const MUTATIONS: &[(&str, &[&str])] = &[
    ("ll", &["l"]),
    ("rh", &["r"]),
    ("ch", &[]),
    ("ff", &[]),
    ("dd", &[]),
    ("th", &[]),
    ("p", &["b", "mh", "ph"]),
    ("t", &["d", "nh", "th"]),
    ("c", &["g", "ngh", "ch"]),
    ("b", &["f", "m"]),
    ("d", &["dd", "n"]),
    ("g", &["", "ng"]),
    ("m", &["f"]),
];

fn mutations(word: &str) -> Vec<String> {
    let Some((beginning, changed)) = MUTATIONS.iter().find(|(beginning, _)| word.starts_with(beginning))
    else {
        return Vec::new();
    };
    let rest = &word[beginning.len()..];
    // Of very short words, what is left would be another word.
    if rest.len() < 3 {
        return Vec::new();
    }
    changed.iter().map(|changed| format!("{changed}{rest}")).collect()
}

pub(super) const LEXICON: Lexicon = Lexicon {
    mutations,
    classes: &[
        (
            "doing",
            "cyflwyno gweithredu datblygu creu sefydlu recriwtio trefnu gosod prynu addysgu dysgu penodi darparu \
             cynhyrchu ailgynllunio dosbarthu cyflogi gwahodd hyfforddi lansio treialu defnyddio cynnal llunio ysgrifennu",
        ),
        (
            "who",
            "staff nyrsys meddygon clinigwyr timau pawb pobl cleifion gofalwyr rheolwyr bydwragedd therapyddion tîm",
        ),
        ("gathering", "cyfarfod cyfarfodydd gweithdy gweithdai hyfforddiant cynhadledd gweminar"),
        ("group", "tîm grŵp pwyllgor bwrdd gweithgor"),
        ("paper", "polisi polisïau canllaw canllawiau strategaeth gweithdrefn"),
        (
            "abstract",
            "diwylliant cyfathrebu ymwybyddiaeth ymgysylltu ymgysylltiad gwaith-tîm morâl ansawdd diogelwch profiad \
             agweddau ymddygiad cymhelliant cydweithio arweinyddiaeth gwybodaeth hyder cydymffurfiaeth perthnasoedd \
             effeithlonrwydd dealltwriaeth cyfranogiad addysg hyfforddiant lles annibyniaeth cefnogaeth adnoddau",
        ),
    ],
    months: [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ],
    doubtful_months: "mawrth mai medi hydref",
    seasons: &[("pasg", 4), ("gwanwyn", 5), ("haf", 8), ("nadolig", 12), ("gaeaf", 2)],
    before_dates: "erbyn cyn diwedd fis mis dechrau ganol canol tan ym yn y o",
    periods: &[
        "mewn|o fewn # mis|blynedd|wythnos|flwyddyn",
        "o fewn # mis|blynedd|wythnos|flwyddyn",
        "o fewn mis|blwyddyn",
        "mewn # mis|blynedd|wythnos",
        "dros y # mis|blynedd|flwyddyn nesaf",
        "dros y * mis|blynedd|flwyddyn nesaf",
        "erbyn|cyn diwedd|dechrau",
        "erbyn|cyn * nesaf",
        "eleni",
        "y flwyddyn|mis|chwarter nesaf|hon|hwn",
    ],
    labels: &[
        "ward|wardiau|uned|lefel|band|math|cam|gradd|llawr|safle|ystafell|categori|haen #",
        "oed|oedran #",
        "# oed",
        "# mlwydd oed",
        "fesul|am bob #",
        "# ward|uned|ysbyty|meddygfa|tîm|clinig|adran|safle",
    ],
    within: &["o fewn # diwrnod|awr|munud|wythnos|niwrnod", "o fewn diwrnod|awr|wythnos"],
    amounts: "hanner haneru dyblu dwbl traean chwarter sero dim dileu byth",
    everyone: "pob pawb holl neb",
    whom: "claf cleifion pobl person personau oedolyn oedolion plentyn plant baban babanod menyw menywod merched dyn dynion mam \
           mamau teulu teuluoedd rhiant rhieni gofalwr gofalwyr preswyliwr preswylwyr cleient defnyddiwr defnyddwyr dinasyddion \
           cyhoedd myfyrwyr disgyblion staff nyrs nyrsys meddyg meddygon clinigwyr bydwragedd gweithwyr tîm timau ward wardiau \
           uned unedau ysbyty ysbytai clinig clinigau adran adrannau meddygfa meddygfeydd ymddiriedolaeth bwrdd byrddau \
           cartref cartrefi cymuned cymunedau sir ardal rhanbarth dinas tref cymru gig gwasanaeth gwasanaethau canolfan \
           theatr ysgol ysgolion fferyllfa fferyllfeydd safle safleoedd system rhwydwaith poblogaeth",
    directions: "gwella cynyddu lleihau gostwng codi cryfhau gwell llai mwy hybu byrhau lleihad gostyngiad cynnydd gwelliant",
    how: &[
        "drwy|trwy {doing}",
        "gan {doing}",
        "drwy|trwy ddefnydd|gyflwyniad|hyfforddiant|addysg",
        "drwy|trwy gyfrwng",
        "gyda chymorth",
    ],
    jargon: "rhanddeiliad rhanddeiliaid ffrydwaith synergedd",
    placeholders: &["i'w gadarnhau|benderfynu|gytuno", "i'w|iw chadarnhau", "tbc|tbd|tba", "x y cant"],
    doing: &["{doing}"],
    tasks: &[
        "hyfforddi|addysgu|dysgu|atgoffa|e-bostio {who}",
        "hyfforddi|addysgu|atgoffa 'r|y|yr|holl {who}",
        "hyfforddi'r|addysgu'r|atgoffa'r {who}",
        "hyfforddiant i * {who}",
        "hyfforddiant staff",
        "sesiwn|sesiynau hyfforddi|hyfforddiant",
        "cynnal|trefnu|mynychu|galw|bwcio|cynnull * {gathering}",
        "ysgrifennu|llunio|diweddaru|drafftio * {paper}",
        "ysgrifennu at",
        "prynu|caffael",
        "recriwtio|penodi|cyflogi",
    ],
    project_tasks: &[
        "ffurfio|sefydlu|creu|cynnull * tîm|grŵp|bwrdd prosiect|llywio|gwella",
        "sefydlu|ffurfio gweithgor",
        "ysgrifennu|llunio|cytuno|drafftio|paratoi * siarter|cais|cynnig|achos|cynllun busnes|prosiect",
        "gwneud cais am",
        "sicrhau|cael|ceisio * cyllid|cymeradwyaeth|caniatâd",
        "casglu|dadansoddi * data|gwaelodlin",
        "cytuno|diffinio|dewis|pennu * mesurau|nod|cwmpas",
        "cyflwyno|adrodd * bwrdd|pwyllgor",
        "cyfarfod|cyfarfodydd|cynllun|tîm|adroddiad prosiect",
    ],
    vague: &[
        "gwella|cynyddu|cryfhau|hybu|hyrwyddo|cefnogi|codi|annog|newid|datblygu|gwell|mwy|da * {abstract}",
        "mwy o staff|adnoddau|amser|arian|gwelyau|hyfforddiant|gefnogaeth",
    ],
    empty: "diwylliant cyfathrebu ymwybyddiaeth ymgysylltu morâl ansawdd diogelwch profiad agweddau ymddygiad cymhelliant \
            cydweithio arweinyddiaeth gwybodaeth hyder effeithlonrwydd dealltwriaeth addysg hyfforddiant lles gwell staff",
    means: "drwy trwy gan gyda gydag defnyddio wrth pan bob ar ôl cyn o fewn yn ddyddiol wythnosol misol yn ystod os",
    directed: (
        &["cynyddu|lleihau|gostwng|gwella|codi|llai|lleihad|gostyngiad|gwelliant|cynnydd"],
        &["lleihad|gostyngiad|cynnydd|gwelliant yn|mewn", "i leihau|gynyddu|wella|ostwng"],
    ),
    ratios: &["canran|cyfran|cyfradd|cymhareb", "y cant", "fesul #", "am bob #"],
    rare: &[
        "chwarterol|blynyddol|hanner-blynyddol|tymhorol",
        "bob|pob chwarter|blwyddyn|tymor",
        "bob # mis|blynedd",
        "bob|pob yn ail mis|fis|chwarter",
        "unwaith|dwywaith|ddwywaith y|bob flwyddyn|blwyddyn|chwarter",
    ],
    reviews: "adolygu adolygwyd adolygiad estyn ymestyn estynnwyd",
    partners: &[
        "partner|partneriaid|cynrychiolydd|cynrychiolwyr|llais claf|cleifion|cyhoeddus|cyhoedd",
        "claf|cleifion|gofalwr|gofalwyr|rhiant|rhieni",
        "defnyddiwr|defnyddwyr gwasanaeth|gwasanaethau",
        "profiad byw",
        "arbenigwr|arbenigwyr trwy|drwy brofiad",
        "person|pobl sydd|sy'n * defnyddio",
        "patient|carer|service partner|user",
    ],
    stops: "y yr a ac i o yn ar am at gan gyda gydag ei eu ein neu er mewn sydd sy'n yw",
};
