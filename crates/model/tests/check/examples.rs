//! What is said of the five examples, which are real projects: each line is what their team would read.

use exchange::EXAMPLES;
use model::check::{check, split};

use crate::cases::{line, today};

const EXPECTED: [(&str, &[&str]); 5] = [
    (
        "crisis-care",
        &[
            "VL3/* LinksUnexplained { count: 28, of: 28 }",
            "VP3/c4 FirstTestBig(\"11 visits\")",
            "VP4/i2 AdoptedSoon(1)",
            "VP4/i7 AdoptedSoon(0)",
            "VT1/* Unchanged(3)",
            "VM8/m4 GoalLacks([Goal])",
        ],
    ),
    (
        "staff-support",
        &[
            "VD2/s2 DriverBare",
            "VP4/i3 AdoptedSoon(1)",
            "VP4/i7 AdoptedSoon(0)",
            "VD4/* DriversUnmeasured { count: 2, of: 4 } (p1 p2)",
            "VM5/m3 RatioLacks([Numerator, Denominator])",
            "VM8/m3 GoalLacks([Goal])",
        ],
    ),
    (
        "whole-system-flow",
        &[
            "VL3/* LinksUnexplained { count: 31, of: 31 }",
            "VP3/c1 FirstTestBig(\"3 people\")",
            "VP3/c3 FirstTestBig(\"2 weeks\")",
            "VP4/i5 AdoptedSoon(0)",
            "VP4/i6 AdoptedSoon(0)",
            "VT1/* Unchanged(3)",
            "VD4/* DriversUnmeasured { count: 2, of: 4 } (p1 p4)",
        ],
    ),
    (
        "improvement-network",
        &[
            "VA6/aim AimPast(2020-07-01)",
            "VL3/* LinksUnexplained { count: 27, of: 27 }",
            "VP4/i1 AdoptedSoon(1)",
            "VD4/* DriversUnmeasured { count: 3, of: 4 } (p2 p3 p4)",
        ],
    ),
    (
        "value-and-resilience",
        &[
            "VL3/* LinksUnexplained { count: 18, of: 18 }",
            "VD4/* DriversUnmeasured { count: 4, of: 5 } (p1 p3 p4 p5)",
        ],
    ),
];

#[test]
fn v1_the_examples_get_advice_that_fits_them() {
    for ((name, expected), example) in EXPECTED.into_iter().zip(EXAMPLES) {
        assert_eq!(name, example.name);
        let project = exchange::project::from_json(example.json()).unwrap();
        let found: Vec<String> = check(&project, today()).iter().map(line).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn v2_what_is_not_for_us_stays_and_is_told_apart() {
    let mut project = exchange::project::from_json(EXAMPLES[0].json()).unwrap();
    for key in ["VP4/i7", "VT1/*", "VP3/*", "VD9/nothing"] {
        project.dismissed.insert(key.to_owned());
    }
    let all = check(&project, today());
    let (open, dismissed) = split(&project, all.clone());
    let keys =
        |findings: &[model::check::Finding]| findings.iter().map(|f| f.key()).collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&open), "VL3/* VP4/i2 VM8/m4");
    assert_eq!(keys(&dismissed), "VP3/c4 VP4/i7 VT1/*");
    assert_eq!(all.len(), open.len() + dismissed.len());
    project.dismissed.clear();
    assert_eq!(split(&project, check(&project, today())).0.len(), all.len());
}
