//! The right signature above the one in the token, or why the right one cannot be computed.

use crate::jose::base64url;
use crate::jose::difference::common_start;
use crate::ui::inspector;
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
    view! { <dl class="signatures">{move || rows(&pair())}</dl> }
}

fn rows(pair: &Pair) -> impl IntoView + use<> {
    view! {
        <dt>{pair.label.clone()}</dt>
        <dd>
            <code>{side(pair, &pair.computed)}</code>
            {pair.instead}
        </dd>
        <dt>{labels::CARRIED}</dt>
        <dd class="carried"><code>{side(pair, &pair.carried)}</code></dd>
    }
}

/// One of the two, with the first character marked in which they differ.
fn side(pair: &Pair, text: &str) -> impl IntoView + use<> {
    let (same, rest) = text.split_at_checked(pair.same).unwrap_or((text, ""));
    let differs = pair.instead.is_empty() && !rest.is_empty();
    let first = rest.chars().next().filter(|_| differs);
    let (first, rest) = rest.split_at(first.map_or(0, char::len_utf8));
    let mark = differs.then_some("edited");
    view! { {same.to_owned()} <b data-mark=mark>{first.to_owned()}</b> {rest.to_owned()} }
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
