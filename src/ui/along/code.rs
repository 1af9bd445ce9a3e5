//! Code that verifies tokens like this one.

use crate::jose::Algorithm;
use crate::snippets::{Language, Want, snippet};
use crate::ui::copy_button::CopyButton;
use crate::ui::derived::Derived;
use crate::ui::kept::Kept;
use crate::ui::state::Inspector;
use crate::ui::{browser, change, if_so, inspector, words_of};
use crate::words::snippets as words;
use leptos::prelude::*;

/// The code and what to know of it; or why there is none.
#[derive(Clone, PartialEq)]
struct Shown {
    code: String,
    said: String,
}

#[component]
pub fn Code() -> impl IntoView {
    let inspector = inspector();
    let is_open = Kept::new(false);
    let language = Kept::new(Language::Node);
    let shown = Derived::new(move || is_open.get().then(|| shown(inspector, language.get())));
    let code = move || shown.with(|shown| shown.as_ref().map(|shown| shown.code.clone()));
    let said = move || shown.with(|shown| shown.as_ref().map(|shown| shown.said.clone()));
    let has_none = if_so(move || code().is_none_or(|code| code.is_empty()));
    let options = Language::ALL.map(|language| {
        view! { <option value=language.id()>{words::name(language)}</option> }
    });
    let choose = change(move |id| {
        let chosen = Language::ALL
            .into_iter()
            .find(|language| language.id() == id);
        language.set(chosen.unwrap_or(Language::Node));
    });
    view! {
        <details class="fold" on:toggle=move |event| is_open.put(browser::is_open(&event))>
            <summary>{words::TITLE}</summary>
            <p class="choice">
                <label for="language">{words::LANGUAGE}</label>
                <select id="language" on:change=choose>{options}</select>
                <CopyButton label=words::COPY text=move |()| code().unwrap_or_default()/>
            </p>
            <p class="note">{words_of(move || said().unwrap_or_default())}</p>
            <pre class="code" tabindex="0" hidden=has_none><code>{words_of(move || code().unwrap_or_default())}</code></pre>
        </details>
    }
}

fn shown(inspector: Inspector, language: Language) -> Shown {
    let required = inspector.required.with(|name| Algorithm::from_name(name));
    let (policy, encoding, skew) = (
        inspector.policy.get(),
        inspector.encoding.get(),
        inspector.skew.get(),
    );
    let want = inspector
        .source
        .with(|source| Want::read(source, required, &policy, encoding, skew));
    let made = want.and_then(|want| Ok((snippet(language, &want)?, want)));
    match made {
        Ok((code, want)) => Shown {
            code,
            said: words::advice(&want),
        },
        Err(reason) => Shown {
            code: String::new(),
            said: words::why_not(&reason),
        },
    }
}
