use leptos::prelude::*;

pub fn mount() {
    mount_to_body(|| view! { <main><textarea id="token"></textarea></main> });
}
