//! The token, as typed.

use super::inspector;
use super::text_box::TextBox;
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn TokenPanel() -> impl IntoView {
    let inspector = inspector();
    let text: Signal<String> = inspector.token.into();
    view! {
        <section class="panel token">
            <header>
                <h2><label for="token">{labels::TOKEN}</label></h2>
                <p class="hint">{labels::TOKEN_HINT}</p>
            </header>
            <TextBox
                id="token"
                rows=8
                text=text
                on_type=move |typed| inspector.type_token(typed)
            />
            <p class="note" hidden=move || !inspector.from_link.get().token>
                {labels::TOKEN_FROM_LINK}
            </p>
        </section>
    }
}
