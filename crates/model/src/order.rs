//! Order keys: places between places, so that two people can insert at once (rule D6).

/// The digits of a key, in the order of their bytes.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// A longer key is read as if it were cut here: far beyond what people reach, short enough to keep a document small.
pub const LONGEST: usize = 96;
/// How many random digits end a new key: two people who insert at one place get one key in 238,328 cases.
const JITTER: usize = 3;

/// Where something stands among its siblings: a fraction written in base 62 after an unwritten point. Equal keys are
/// legal (two people may have chosen the same); ids break the tie.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Order(String);

impl Order {
    /// Reads a key; characters outside the alphabet make it the empty key, which sorts first.
    pub fn read(text: &str) -> Self {
        if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Self(text.chars().take(LONGEST).collect())
        } else {
            Self::default()
        }
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key between two neighbours; `None` stands for the end of the list. Where nothing fits (the neighbours are
    /// equal or out of order), the key follows `before` closely, and the ids decide. `jitter` is a random number.
    pub fn between(before: Option<&Order>, after: Option<&Order>, jitter: u64) -> Self {
        Self::run(before, after, 1, jitter).pop().expect("a run of one key has one key")
    }

    /// `count` ascending keys between two neighbours, with one shared random prefix, so that two runs inserted at one
    /// place at the same time do not mix.
    pub fn run(before: Option<&Order>, after: Option<&Order>, count: usize, jitter: u64) -> Vec<Self> {
        let low = before.map_or("", Order::as_str);
        let high = after.map(Order::as_str).filter(|high| *high > low);
        let mut prefix = middle(low, high);
        let mut rest = jitter;
        for _ in 0..JITTER {
            prefix.push(DIGITS[(rest % 62) as usize] as char);
            rest /= 62;
        }
        if count == 1 {
            prefix.push('V');
            return vec![Self(prefix)];
        }
        let width = width_of(count);
        (1..=count).map(|place| Self(format!("{prefix}{}V", digits(place, width)))).collect()
    }
}

/// A prefix such that everything that begins with it lies strictly between `low` and `high`.
fn middle(low: &str, high: Option<&str>) -> String {
    let mut prefix = String::new();
    let mut high = high;
    for place in 0.. {
        let below = low.as_bytes().get(place).map_or(0, |byte| value(*byte));
        let above = high.map_or(62, |high| high.as_bytes().get(place).map_or(0, |byte| value(*byte)));
        if above > below + 1 {
            let step = near_end(below, above, high.is_none() && place == 0);
            prefix.push(DIGITS[step] as char);
            break;
        }
        prefix.push(DIGITS[below] as char);
        if above > below {
            high = None;
        }
    }
    prefix
}

/// Where to cut a gap: in its middle, but close to the start when a list grows at its end, which it mostly does.
fn near_end(below: usize, above: usize, growing: bool) -> usize {
    if growing && below > 0 { below + 1 } else { below + (above - below) / 2 }
}

/// The value of a digit; what is no digit counts as 0.
fn value(byte: u8) -> usize {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0)
}

/// How many digits `count` numbers from 1 need.
fn width_of(count: usize) -> usize {
    std::iter::successors(Some(62usize), |reach| reach.checked_mul(62))
        .take_while(|reach| *reach <= count)
        .count()
        + 1
}

/// `number` in base 62 with that many digits.
fn digits(number: usize, width: usize) -> String {
    let mut rest = number;
    let mut text = vec![0u8; width];
    for place in text.iter_mut().rev() {
        *place = DIGITS[rest % 62];
        rest /= 62;
    }
    text.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator, so that the cases are the same every time.
    fn numbers(seed: u64) -> impl FnMut() -> u64 {
        let mut state = seed;
        move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state >> 20
        }
    }

    #[test]
    fn d6_a_key_always_fits_between_two_neighbours() {
        let mut random = numbers(7);
        let mut list = vec![Order::between(None, None, 1)];
        for _ in 0..3_000 {
            let place = random() as usize % (list.len() + 1);
            let before = place.checked_sub(1).map(|at| &list[at]);
            let key = Order::between(before, list.get(place), random());
            assert!(before.is_none_or(|before| *before < key), "{before:?} {key:?}");
            assert!(list.get(place).is_none_or(|after| key < *after), "{key:?} {:?}", list.get(place));
            list.insert(place, key);
        }
    }

    #[test]
    fn d6_a_list_that_grows_at_either_end_keeps_short_keys() {
        for at_end in [true, false] {
            let mut random = numbers(3);
            let mut list = vec![Order::between(None, None, 1)];
            for _ in 0..300 {
                let key = if at_end {
                    Order::between(list.last(), None, random())
                } else {
                    Order::between(None, list.first(), random())
                };
                assert!(key.as_str().len() < LONGEST, "{}", key.as_str().len());
                list.insert(if at_end { list.len() } else { 0 }, key);
            }
        }
    }

    #[test]
    fn d6_a_run_shares_its_prefix_and_ascends() {
        let (low, high) = (Order::read("a"), Order::read("b"));
        for count in [1, 2, 61, 62, 63, 5_000] {
            let keys = Order::run(Some(&low), Some(&high), count, 99);
            assert_eq!(keys.len(), count);
            assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(low < keys[0] && keys[count - 1] < high);
            let shared = &keys[0].as_str()[..4];
            assert!(keys.iter().all(|key| key.as_str().starts_with(shared)));
        }
    }

    #[test]
    fn d6_equal_neighbours_and_odd_keys_do_no_harm() {
        let same = Order::read("V");
        assert!(Order::between(Some(&same), Some(&same), 5) > same);
        assert_eq!(Order::read("a/b"), Order::default());
        assert_eq!(Order::read(&"z".repeat(500)).as_str().len(), LONGEST);
        let full = Order::read(&"z".repeat(LONGEST));
        assert!(Order::between(Some(&full), None, 5) > full);
    }
}
