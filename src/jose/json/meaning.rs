//! Whether two JSON values mean the same, however they are written.

use super::changes::pairs;
use super::{Kind, Member, Value, string};

impl Value<'_> {
    /// Whether both are the same value: the order of members, white space, escapes and how a number is written do not
    /// count. Numbers are compared digit by digit, and not as doubles. Of members with one name the n-th is compared
    /// with the n-th.
    pub fn means(self, other: Value) -> bool {
        if self.text() == other.text() {
            return true;
        }
        match (&self.node.kind, &other.node.kind) {
            (Kind::Number, Kind::Number) => same_number(self.text(), other.text()),
            (Kind::String, Kind::String) => string::same(self.text(), other.text()),
            (Kind::Array(one), Kind::Array(two)) => {
                let mut both = self.elements().zip(other.elements());
                one.len() == two.len() && both.all(|(one, other)| one.means(other))
            }
            (Kind::Object(_), Kind::Object(_)) => {
                let mut pairs = self.members_beside(other).into_iter();
                pairs.all(
                    |pair| matches!(pair, (Some(one), Some(other)) if one.value.means(other.value)),
                )
            }
            _ => false,
        }
    }
}

impl<'a> Value<'a> {
    /// The members of two objects side by side, in the order of the first; then those that only the second has.
    pub fn members_beside(self, other: Value<'a>) -> Vec<(Option<Member<'a>>, Option<Member<'a>>)> {
        let one: Vec<Member> = self.members().collect();
        let two: Vec<Member> = other.members().collect();
        let mut rows: Vec<_> = one.iter().map(|member| (Some(*member), None)).collect();
        for (member, paired) in two.iter().zip(pairs(&one, &two)) {
            match paired {
                Some(index) => rows[index].1 = Some(*member),
                None => rows.push((None, Some(*member))),
            }
        }
        rows
    }
}

/// Whether two JSON numbers are the same number.
fn same_number(one: &str, other: &str) -> bool {
    matches!((digits(one), digits(other)), (Some(one), Some(other)) if one == other)
}

/// Sign, digits without zeros at either end, and the power of ten of the last one; `None` for a power beyond 64 bits.
fn digits(text: &str) -> Option<(bool, String, i64)> {
    let (number, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let all = [whole.trim_start_matches('-'), fraction].concat();
    let all = all.trim_start_matches('0');
    let kept = all.trim_end_matches('0');
    if kept.is_empty() {
        return Some((false, String::new(), 0));
    }
    let moved = (all.len() - kept.len()) as i64 - fraction.len() as i64;
    let power = power.parse::<i64>().ok()?.checked_add(moved)?;
    Some((whole.starts_with('-'), kept.to_owned(), power))
}
