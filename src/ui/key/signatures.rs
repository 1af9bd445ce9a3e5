//! The right signature above the one in the token, or why the right one cannot be computed.

use crate::jose::base64url;
use crate::jose::difference::common_start;
use crate::node::{Node, el};
use crate::ui::facts::marked;
use crate::ui::inspector;
use crate::ui::shown::shown;
use crate::words::labels;
use crate::words::signature::{Compared, Value, compared};
use leptos::prelude::*;

/// The two signatures as they are shown.
struct Pair {
    label: String,
    computed: String,
    /// Why there is no computed one.
    instead: &'static str,
    carried: String,
    /// Characters that both begin with.
    same: usize,
}

#[component]
pub fn Signatures() -> impl IntoView {
    let inspector = inspector();
    let pair = move || {
        let carried = inspector.source.with(|source| {
            let part = &source.jws()?.signature_part;
            Some(part.text(&source.cleaned.text).to_owned())
        });
        inspector
            .signature
            .with(|check| pair(compared(check), carried.unwrap_or_default()))
    };
    shown("dl", move || rows(&pair()))
}

fn rows(pair: &Pair) -> Node {
    let computed = el("dd").with(side(pair, &pair.computed)).say(pair.instead);
    let carried = el("dd").class("carried").with(side(pair, &pair.carried));
    el("dl")
        .class("signatures")
        .with(el("dt").say(&pair.label))
        .with(computed)
        .with(el("dt").say(labels::CARRIED))
        .with(carried)
}

/// One of the two, with the first character marked in which they differ.
fn side(pair: &Pair, text: &str) -> Node {
    let (same, rest) = text.split_at_checked(pair.same).unwrap_or((text, ""));
    let differs = pair.instead.is_empty();
    let first = rest.chars().next().filter(|_| differs);
    let (first, rest) = rest.split_at(first.map_or(0, char::len_utf8));
    marked(same, first, rest)
}

fn pair(compared: Compared, carried: String) -> Pair {
    let (computed, instead) = match compared.value {
        Value::Signature(bytes) => (base64url::encode(&bytes), ""),
        Value::AsCarried => (carried.clone(), ""),
        Value::Said(why) => (String::new(), why),
    };
    let same = common_start(computed.as_bytes(), carried.as_bytes());
    Pair {
        label: compared.label,
        // Where nothing is compared, nothing differs.
        same: if instead.is_empty() {
            same
        } else {
            carried.len()
        },
        computed,
        instead,
        carried,
    }
}
