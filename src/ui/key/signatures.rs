//! The right signature above the one in the token, or why the right one cannot be computed.

use crate::jose::base64url;
use crate::ui::{inspector, words_of};
use crate::words::labels;
use crate::words::signature::{Compared, Value, compared};
use leptos::prelude::*;

/// The two signatures as they are shown.
#[derive(Clone, Default, PartialEq)]
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
    let pair = Memo::new(move |_| {
        let carried = inspector.source.with(|source| {
            let part = &source.jws()?.signature_part;
            Some(part.text(&source.cleaned.text).to_owned())
        });
        inspector
            .signature
            .with(|check| pair(compared(check), carried.unwrap_or_default()))
    });
    let side = move |pick: fn(&Pair) -> &String| {
        move || {
            pair.with(|pair| {
            let text = pick(pair);
            let (same, rest) = text.split_at_checked(pair.same).unwrap_or((text, ""));
            let differs = pair.instead.is_empty() && !rest.is_empty();
            let first = rest.chars().next().filter(|_| differs).map_or(0, char::len_utf8);
            let (first, rest) = rest.split_at(first);
            view! {
                {same.to_owned()} <b data-mark=differs.then_some("edited")>{first.to_owned()}</b> {rest.to_owned()}
            }
        })
        }
    };
    view! {
        <dl class="signatures">
            <dt>{words_of(move || pair.with(|pair| pair.label.clone()))}</dt>
            <dd>
                <code>{side(|pair| &pair.computed)}</code>
                {words_of(move || pair.with(|pair| pair.instead).to_owned())}
            </dd>
            <dt>{labels::CARRIED}</dt>
            <dd class="carried"><code>{side(|pair| &pair.carried)}</code></dd>
        </dl>
    }
}

fn pair(compared: Compared, carried: String) -> Pair {
    let (computed, instead) = match compared.value {
        Value::Signature(bytes) => (base64url::encode(&bytes), ""),
        Value::AsCarried => (carried.clone(), ""),
        Value::Said(why) => (String::new(), why),
    };
    let same = computed
        .bytes()
        .zip(carried.bytes())
        .take_while(|(a, b)| a == b)
        .count();
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
